import type { CaseEvent } from '../language/case-clock.ts';
import { type Asked, refused } from './asked.ts';
import type { Photos } from './photos.ts';
import type { AppealStore } from './store/index.ts';

/** What photographs show, as an event, or what is wrong with them. They have yet to be taken. */
export async function shownBy(
  { photos, store }: { readonly photos: Photos; readonly store: Pick<AppealStore, 'digestOf'> },
  ids: ReadonlyArray<string>,
  stage: 'BEFORE' | 'AFTER',
  account: string,
  on: string,
): Promise<CaseEvent | Asked> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return refused('APPEAL_PHOTO_MISSING', 'photos');
  const found = new Map((await photos.fit(wanted, account)).map((file) => [file.id, file]));
  const shown = wanted.flatMap((id) => {
    const file = found.get(id);
    return file?.contentType.startsWith('image/') ? [{ upload: id, digest: store.digestOf(file.sha256) }] : [];
  });
  if (shown.length < wanted.length) return refused('APPEAL_PHOTO_UNFIT', 'photos');
  return { kind: 'PHOTOGRAPHED', stage, photos: shown, on };
}
