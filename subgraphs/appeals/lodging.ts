import { type Lodged, lodgedIn } from './domain/lodged.ts';
import { handlersOf, isParty } from './domain/rules.ts';
import type { Context } from './parents.ts';

/** Certificates for a submission: for the applicant and the departments of the case, whose look is written down; null for others. */
export async function lodgedForCaller(
  { store, identity, look }: Pick<Context, 'store' | 'identity' | 'look'>,
  submission: string,
): Promise<ReadonlyArray<Lodged> | null> {
  if (identity === null || identity.kind === 'SERVICE') return null;
  const found = await store.lodgedFor(submission);
  const own = handlersOf(identity);
  const mine = await Promise.all(
    found.map(async (appeal) =>
      identity.kind === 'CITIZEN'
        ? ((await store.ownSources([appeal.id], identity.subject)).get(appeal.id) ?? []).length > 0
        : own.some((each) => isParty(appeal.terms, each)),
    ),
  );
  const visible = found.filter((_, index) => mine[index]);
  if (visible.length === 0) return null;
  await look(visible);
  return visible.flatMap(lodgedIn).filter((each) => each.submission === submission);
}
