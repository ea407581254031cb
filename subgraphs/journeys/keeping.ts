import type { Log } from '../runtime/log.ts';
import type { Kept } from '../runtime/rounds.ts';
import type { KeptFiles } from './kept-files.ts';
import type { Scanner } from './scanner.ts';
import type { EvidenceRequests } from './store/evidence-requests.ts';
import type { UploadPieces } from './store/pieces.ts';
import type { UploadRows } from './store/uploads.ts';
import type { UsedLinks } from './store/used-links.ts';

export interface KeepingParts {
  readonly rows: UploadRows;
  readonly pieceRows: Pick<UploadPieces, 'removeEnded'>;
  readonly usedLinks: Pick<UsedLinks, 'forget'>;
  readonly evidenceRequests: Pick<EvidenceRequests, 'removeExpired'>;
  readonly files: KeptFiles;
  readonly pieces: Pick<KeptFiles, 'remove' | 'removeLeft'>;
  readonly scanner: Scanner;
  readonly log: Log;
  readonly now: () => number;
}

/** How long a file waits to be used, from when its ticket ends. */
export const unusedMs = 7 * 24 * 60 * 60_000;
const atOnce = 100;

/**
 * What becomes of files by themselves: those that wait are scanned, those that nobody used in time go, and so do pieces of files that never came
 * whole, and links and looks at evidence that ended.
 * Safe to run by several at once.
 */
export function createKeeping(parts: KeepingParts): Kept {
  const { rows, pieceRows, usedLinks, evidenceRequests, files, pieces, scanner, log, now } = parts;
  const scanWaiting = async (): Promise<void> => {
    for (const id of await rows.waiting(atOnce)) {
      const content = await files.read(id).catch((err) => {
        log.error({ err, upload: id }, 'a file that waits cannot be opened');
        return 'UNREADABLE' as const;
      });
      if (content === 'UNREADABLE') continue;
      // What is gone is nothing that anybody could open, nor evidence.
      const scanned = content ? await scanner.scan(content) : ({ verdict: 'INFECTED', name: 'MISSING' } as const);
      // The scanner is out for the others as well.
      if (scanned.verdict === 'NOT_SCANNED') return;
      if (scanned.verdict === 'INFECTED') {
        log.warn({ upload: id, malware: scanned.name }, 'a file is not clean and is deleted');
        await files.remove(id);
      }
      await rows.markScanned(id, scanned.verdict);
    }
  };
  return {
    async round() {
      await scanWaiting();
      const before = new Date(now() - unusedMs).toISOString();
      while ((await rows.removeUnused(before, atOnce, files.remove)) === atOnce);
      await usedLinks.forget(now());
      const at = new Date(now()).toISOString();
      while ((await pieceRows.removeEnded(at, atOnce, pieces.remove)) === atOnce);
      while ((await evidenceRequests.removeExpired(at, atOnce)) === atOnce);
    },
  };
}
