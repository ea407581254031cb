import { createHash } from 'node:crypto';
import type { Identity } from '../runtime/identity.ts';
import type { Sealer } from '../runtime/personal-data.ts';
import {
  fileRefusal,
  type Holder,
  type Link,
  linkLifetimeMs,
  linkRefusal,
  type NoDownload,
  ofAppeal,
} from './domain/links.ts';
import type { KeptFiles } from './kept-files.ts';
import { type Sent, sentWith } from './sent.ts';
import type { SubmissionStore } from './store/index.ts';
import type { UploadRow } from './tables.ts';

export interface Download {
  /** For one GET, relative to the gateway. */
  readonly url: string;
  readonly expiresAt: string;
}
/** A file as it is told of to those whom it concerns. */
export type ToldFile = Pick<UploadRow, 'fileName' | 'contentType' | 'bytes' | 'sha256'>;
export interface OpenFile extends ToldFile {
  /** Piece by piece; to be read once. Null: it was only asked whether it would be given. */
  readonly pieces: AsyncIterable<Buffer> | null;
}

/** Links by which those whom a filing concerns are given its files, and what they open. */
export interface Downloads {
  /** Who somebody is to links; null: nobody who is ever given one. */
  holderOf(identity: Identity | null): Holder | null;
  linkTo(upload: string, filing: string, holder: Holder): Download;
  /** Opens once. `only` asks whether it would, and uses nothing. */
  follow(link: string, identity: Identity | null, only: boolean): Promise<OpenFile | NoDownload>;
  /** What a department with a server of its own is sent, with a link to each file that can be given out. */
  linked(evidence: Sent['evidence'], filing: string, department: string): Promise<unknown>;
}
export interface DownloadsParts {
  readonly store: Pick<
    SubmissionStore,
    'find' | 'findFiling' | 'open' | 'openFiling' | 'uploads' | 'usedLinks' | 'pseudonym'
  >;
  readonly files: KeptFiles;
  readonly sealer: Sealer;
  readonly now: () => number;
}

/** What is sealed for this opens as nothing else, and nothing else as this. */
const purpose = 'link to a file';

/** The files of those evidence rows, each upload once for each material. */
export function suppliedFiles({
  evidence,
}: Pick<Sent, 'evidence'>): ReadonlyArray<{ material: string; upload: string }> {
  const files = evidence
    .flatMap(({ materials }) => materials)
    .flatMap(({ material, upload }) => (upload == null ? [] : [{ material, upload }]));
  return [...new Map(files.map((file) => [JSON.stringify([file.material, file.upload]), file])).values()];
}

export function createDownloads({ store, files, sealer, now }: DownloadsParts): Downloads {
  // Sealed rather than signed: it tells nobody whom or what it is about.
  const write = ({ upload, filing, holder: { department, person }, expiresAt }: Link): string =>
    sealer.seal([upload, filing, department, person, expiresAt], purpose).toString('base64url');
  const read = (bytes: Buffer): Link | null => {
    try {
      const [upload, filing, department, person, expiresAt] = sealer.open(bytes, purpose) as [
        string,
        string,
        string | null,
        string | null,
        number,
      ];
      return { upload, filing, holder: { department, person }, expiresAt };
    } catch {
      // Whatever somebody made up.
      return null;
    }
  };
  const linkTo: Downloads['linkTo'] = (upload, filing, holder) => {
    const expiresAt = now() + linkLifetimeMs;
    const link = write({ upload, filing, holder, expiresAt });
    return { url: `/downloads/${link}`, expiresAt: new Date(expiresAt).toISOString() };
  };
  /** The submission of which it is evidence, as long as its filing has it and it concerns the holder. */
  const submissionOf = async ({ upload, filing: id, holder }: Link): Promise<string | null> => {
    // The part that has it looked when it asked for the link, minutes ago.
    if (id.startsWith(ofAppeal)) return id;
    const filing = await store.findFiling(id);
    const row = filing && (await store.find(filing.submission));
    if (!row) return null;
    const concerned =
      holder.department === null ? row.subject === holder.person : filing.department === holder.department;
    const has = suppliedFiles(sentWith(store.open(row), filing.position, store.openFiling(filing).provisions)).some(
      (file) => file.upload === upload,
    );
    return concerned && has ? row.id : null;
  };

  const holderOf: Downloads['holderOf'] = (identity) => {
    if (!identity || identity.kind === 'SERVICE') return null;
    const department = identity.kind === 'STAFF' ? identity.department : null;
    if (identity.kind === 'STAFF' && department === null) return null;
    return { department, person: store.pseudonym(identity.subject) };
  };

  return {
    linkTo,
    holderOf,
    async follow(text, identity, only) {
      const bytes = Buffer.from(text, 'base64url');
      const link = read(bytes);
      const refused = linkRefusal(link, holderOf(identity), now());
      if (refused || !link) return refused ?? 'NO_SUCH_LINK';
      const submission = await submissionOf(link);
      const file = (await store.uploads.many([link.upload])).get(link.upload);
      if (submission === null || !file) return 'FILE_GONE';
      const withheld = fileRefusal(file);
      if (withheld) return withheld;
      if (!(await files.has(link.upload))) return 'FILE_GONE';
      if (only) return { ...file, pieces: null };
      const { department } = link.holder;
      const clerk = identity?.subject ?? `service of ${department}`;
      const access = { kind: 'DOWNLOADED' as const, submission, department, clerk, filing: link.filing };
      // By its bytes: the same may be written in several ways.
      const id = createHash('sha256').update(bytes).digest('hex');
      if (!(await store.usedLinks.use({ id, expiresAt: link.expiresAt }, access))) return 'LINK_USED';
      return { ...file, pieces: files.pieces(link.upload) };
    },
    async linked(evidence, filing, department) {
      const rows = await store.uploads.many(suppliedFiles({ evidence }).map(({ upload }) => upload));
      const withLink = <Item extends { readonly upload?: string | null }>(
        item: Item,
      ): Item | (Item & { download: unknown }) => {
        const file = item.upload == null ? undefined : rows.get(item.upload);
        if (!file || fileRefusal(file)) return item;
        const { fileName, contentType, bytes, sha256 } = file;
        const link = linkTo(file.id, filing, { department, person: null });
        return { ...item, download: { ...link, fileName, contentType, bytes, sha256 } };
      };
      return evidence.map((row) => ({ ...row, materials: row.materials.map(withLink) }));
    },
  };
}
