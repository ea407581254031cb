import type { Asked } from './asked.ts';
import { caseUntil } from './domain/events.ts';
import type { Context } from './parents.ts';
import type { KeptAppeal } from './store/index.ts';
import { toldTo } from './told.ts';
import { isVisibleTo } from './who-sees.ts';

/** What the caller may see: their own, or as staff, whose look is written down. */
export async function visible(id: string, context: Context): Promise<KeptAppeal | null> {
  const { identity, byId, look } = context;
  if (!identity) return null;
  const appeal = await byId.load(id);
  if (!appeal) return null;
  if (identity.kind === 'CITIZEN') return (await toldOwn([appeal], context))[0] ?? null;
  if (!isVisibleTo(appeal, identity)) return null;
  await look([appeal]);
  return appeal;
}

/** Those of these that the citizen who asks has said, as they are told them; that they received the answers is written down. */
export async function toldOwn(
  appeals: ReadonlyArray<KeptAppeal>,
  {
    identity,
    ownSources,
    sourceCounts,
    receive,
  }: Pick<Context, 'identity' | 'ownSources' | 'sourceCounts' | 'receive'>,
): Promise<KeptAppeal[]> {
  const told = await Promise.all(
    appeals.map(async (appeal) => {
      const own = await ownSources.load(appeal.id);
      return own.length === 0 ? [] : [toldTo(appeal, own, await sourceCounts.load(appeal.id), identity?.subject ?? '')];
    }),
  );
  await receive(told.flat());
  return told.flat();
}

/** What a step answers: the appeal as it was when that was done. */
export async function payload({ id, until, problems }: Asked, context: Context) {
  if (id === null) return { appeal: null, problems };
  const { store, byId, identity, ownSources, sourceCounts } = context;
  for (const loader of [byId, ownSources, sourceCounts]) loader.clear(id);
  const appeal = (await store.many([id])).get(id) ?? null;
  if (appeal && identity?.kind === 'CITIZEN')
    return { appeal: (await toldOwn([appeal], context))[0] ?? null, problems };
  if (!appeal || until === null) return { appeal, problems };
  return { appeal: { ...appeal, ...caseUntil(appeal.terms, appeal.events, until) }, problems };
}
