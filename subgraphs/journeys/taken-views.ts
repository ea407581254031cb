import { type Identity, requireService } from '../runtime/identity.ts';
import { ofAppeal } from './domain/links.ts';
import type { Download, Downloads } from './downloads.ts';
import type { KeptFiles } from './kept-files.ts';
import type { SubmissionStore } from './store/index.ts';
import type { TakenFile } from './store/taken.ts';

/** Files that are evidence of appeals, for the part that has these. */
export interface Taken {
  fit(ids: ReadonlyArray<string>, account: string): Promise<ReadonlyArray<TakenFile>>;
  take(ids: ReadonlyArray<string>, account: string): Promise<ReadonlyArray<TakenFile>>;
  letGo(ids: ReadonlyArray<string>): Promise<number>;
  /** For one download by this person, where that part has looked that they may. */
  link(upload: string, of: string, subject: string, department: string | null): Download;
}
interface Asking {
  readonly identity: Identity | null;
  readonly taken: Taken;
}
interface Asked {
  readonly account: string;
  readonly ids: ReadonlyArray<string>;
}

/** The part that may. */
const part = 'appeals';

export function createTaken(
  { taken, pseudonym }: Pick<SubmissionStore, 'taken' | 'pseudonym'>,
  files: KeptFiles,
  downloads: Downloads,
): Taken {
  return {
    fit: (ids, account) => taken.fit(ids, pseudonym(account)),
    take: (ids, account) => taken.take(ids, pseudonym(account)),
    letGo: (ids) => taken.letGo(ids, files.remove),
    link: (upload, of, subject, department) =>
      downloads.linkTo(upload, `${ofAppeal}${of}`, { department, person: pseudonym(subject) }),
  };
}

export const takenQueries = {
  uploadsFit: (_: unknown, { account, ids }: Asked, { identity, taken }: Asking) => {
    requireService(identity, part);
    return taken.fit(ids, account);
  },
  uploadLink: (
    _: unknown,
    asked: { readonly upload: string; readonly of: string; readonly subject: string; readonly department?: string },
    { identity, taken }: Asking,
  ) => {
    requireService(identity, part);
    return taken.link(asked.upload, asked.of, asked.subject, asked.department ?? null);
  },
};
export const takenMutations = {
  uploadsTake: (_: unknown, { account, ids }: Asked, { identity, taken }: Asking) => {
    requireService(identity, part);
    return taken.take(ids, account);
  },
  uploadsLetGo: (_: unknown, { ids }: Pick<Asked, 'ids'>, { identity, taken }: Asking) => {
    requireService(identity, part);
    return taken.letGo(ids);
  },
};
