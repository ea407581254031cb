import type { Carried, Outbox } from '../store/outgoing.ts';
import type { EvidenceRow } from './codes.ts';
import { type Keys, sealBytes, sealWord } from './sealed-files.ts';

export interface ExportParts {
  readonly outbox: Outbox;
  readonly department: string;
  /** What this installation calls itself to the department. */
  readonly us: string;
  readonly ours: Keys;
  readonly theirs: Keys;
  readonly now: () => number;
  /** Writes one file of the package, so that it stands as a whole or not at all. */
  readonly write: (name: string, text: string) => Promise<void>;
}
export interface Exported {
  readonly number: number;
  readonly filing: string;
  readonly kind: Carried['kind'];
  readonly files: number;
}

/** Entries of one package; what is left goes with the next. */
const most = 500;

/**
 * Writes what waits for a department: for each entry its files, then the entry itself, and only then says that it is on its way. Broken off, it is written
 * again. `from`: everything from that number on, of a medium that was lost.
 */
export async function exportWaiting(parts: ExportParts, from: number | null): Promise<ReadonlyArray<Exported>> {
  const { outbox, department, us, ours, theirs, now, write } = parts;
  const waiting = await outbox.waiting(most, from);
  for (const { id, number, kind, filing, madeAt, body, files } of waiting) {
    const name = String(number).padStart(8, '0');
    for (let place = 0; place < files; place++)
      await write(`${name}-${place + 1}.jwe`, await sealBytes(await outbox.file(id, place), theirs));
    const word = { number, kind, filing, madeAt, body: withNames(body, name) };
    await write(`${name}.jwe`, await sealWord(word, { from: us, to: department, ours, theirs, now: now() }));
    await outbox.carried([id]);
  }
  return waiting.map(({ number, filing, kind, files }) => ({ number, filing, kind, files }));
}

/** Names the file of the package in which each file of the evidence lies. */
function withNames(body: unknown, name: string): unknown {
  const { evidence } = body as { readonly evidence?: ReadonlyArray<EvidenceRow> };
  if (!evidence) return body;
  const named = evidence.map((row) => ({
    ...row,
    materials: row.materials.map((item) => {
      const { download } = item;
      return download ? { ...item, download: { ...download, entry: `${name}-${download.entry}.jwe` } } : item;
    }),
  }));
  return { ...(body as object), evidence: named };
}
