/** Minutes are enough to follow a link, and not to pass it on. */
export const linkLifetimeMs = 5 * 60_000;

/** Begins what a link names in place of a filing: the file is evidence of an appeal. */
export const ofAppeal = 'appeal ';

/** What a link opens, and to whom. */
export interface Link {
  readonly upload: string;
  /** With which the file is: as long as it is one of its files the link opens it. */
  readonly filing: string;
  readonly holder: Holder;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}
/** Who may follow it: one person, by a pseudonym, in the name of a department where they are its staff; or the department's own server. */
export interface Holder {
  readonly department: string | null;
  /** Null: the department's server, which shows nothing but the link. */
  readonly person: string | null;
}

/** Why a link opens nothing. */
export type NoDownload = 'NO_SUCH_LINK' | 'LINK_ENDED' | 'LINK_USED' | 'OTHERS_LINK' | NoFile;
/** Why nobody is given a file. */
export type NoFile = 'FILE_GONE' | 'FILE_WAITS';

/** Null: it is for who asks, now. `who`: null where nobody says who they are. */
export function linkRefusal(link: Link | null, who: Holder | null, now: number): NoDownload | null {
  if (!link) return 'NO_SUCH_LINK';
  const { department, person } = link.holder;
  const isTheirs = person === null ? who === null : who?.person === person && who.department === department;
  if (!isTheirs) return 'OTHERS_LINK';
  return link.expiresAt < now ? 'LINK_ENDED' : null;
}

/** A file is given out once it has arrived and was found clean. */
export function fileRefusal(
  file: { readonly storedAt: string | null; readonly scan: 'CLEAN' | 'INFECTED' | null } | undefined,
): NoFile | null {
  if (!file || file.storedAt === null || file.scan === 'INFECTED') return 'FILE_GONE';
  return file.scan === 'CLEAN' ? null : 'FILE_WAITS';
}
