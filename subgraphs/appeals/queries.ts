import type { Resolvers } from '../../schema/generated/appeals.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity, requireNamedScope, requireService } from '../runtime/identity.ts';
import { makePage, readPage } from '../runtime/page.ts';
import { handlersOf, unitHandler } from './domain/rules.ts';
import { toldOwn, visible } from './seeing.ts';
import { daysAsked, heldOf, isAnswered, toldTo } from './told.ts';

/** Whose work it is to tell people what is held of them, and to have it erased. */
export const feeder = 'journeys';
/** Of one appeal, the newest. */
const mostAccesses = 200;

function citizenOf(anyone: Identity | null): string {
  const { kind, subject } = requireIdentity(anyone);
  if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_APPEALS');
  return subject;
}

export const queries: NonNullable<Resolvers['Query']> = {
  appeal: (_, { id }, context) => visible(id, context),
  appeals: async (_, { first, after }, context) => {
    const { store, identity } = context;
    const account = citizenOf(identity);
    const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
    const [ids, total] = await Promise.all([store.ofAccount(account, limit, offset), store.countOfAccount(account)]);
    const found = await store.many(ids);
    const nodes = await toldOwn(
      ids.flatMap((id) => found.get(id) ?? []),
      context,
    );
    return makePage(nodes, offset, total);
  },
  trackAppeal: async (_, { code }, { store, now }) => {
    const tracked = await store.byCode(code);
    if (tracked && tracked.source.kind !== 'ACCOUNT' && isAnswered(tracked.appeal.state))
      await store.markReceived([tracked.source.id], new Date(now()).toISOString());
    return tracked;
  },
  intakePoint: (_, { code }, { store }) => store.point(code),
  appealLedgerKey: (_, _args, { ledgerKey }) => ledgerKey.published,
  appealsToHandle: async (_, { first, after }, { store, identity, look }) => {
    const staff = requireIdentity(identity);
    if (staff.kind !== 'STAFF') throw refusal('FORBIDDEN.HANDLE_APPEALS');
    const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
    const handlers = handlersOf(staff);
    const [ids, total] = await Promise.all([store.toHandle(handlers, limit, offset), store.countToHandle(handlers)]);
    const found = await store.many(ids);
    const nodes = ids.flatMap((id) => found.get(id) ?? []);
    await look(nodes);
    return makePage(nodes, offset, total);
  },
  appealsConcerningDepartment: async (_, { first, after }, { store, identity, look }) => {
    const { kind, department } = requireIdentity(identity);
    if (kind !== 'STAFF' || department === null) throw refusal('FORBIDDEN.HANDLE_APPEALS');
    const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
    const { ids, total } = await store.concerning(department, limit, offset);
    const found = await store.many(ids);
    const nodes = ids.flatMap((id) => found.get(id) ?? []);
    await look(nodes);
    return makePage(nodes, offset, total);
  },
  appealKinds: async (_, _args, { rules }) => (await rules()).kinds,
  appealFigures: async (_, { kind, from, to }, { store, now }) => {
    const { from: begin, until } = daysAsked(from, to);
    return store.figures(kind, begin, until, civilDateOf(now()));
  },
  appealSatisfaction: async (_, { kind, department, platform, from, to }, { store }) => {
    const { from: begin, until } = daysAsked(from, to);
    const scope = { kind: kind ?? null, department: department ?? null, platform: platform ?? null };
    return store.satisfaction(scope, begin, until);
  },
  platformNotices: async (_, { platform, first, after }, { store, identity }) => {
    requireNamedScope(identity, 'platform', platform);
    const { limit, offset } = readPage({ first: first ?? 100, after: after ?? null });
    // The cursor is the last notice itself: what is acknowledged meanwhile moves nothing.
    const [found, totalCount] = await Promise.all([
      store.noticesOf(platform, offset, limit + 1),
      store.countNotices(platform),
    ]);
    const notices = found.slice(0, limit);
    const appeals = await store.many([...new Set(notices.map(({ appeal }) => appeal))]);
    const nodes = notices.flatMap(({ id, at, appeal, event, source }) => {
      const given = appeals.get(appeal)?.events.find(({ number }) => number === event);
      if (given?.event.kind !== 'ANSWERED' || given.unit === null) return [];
      return [{ id: String(id), number: source.reference, at, answer: { ...given.event, by: given.unit } }];
    });
    const { id: last } = notices.at(-1) ?? { id: null };
    const endCursor = last === null ? null : Buffer.from(String(last)).toString('base64url');
    return { nodes, pageInfo: { hasNextPage: found.length > limit, endCursor }, totalCount };
  },
  appealClassesSuggested: async (_, { kind, first }, { classing, store, identity, look }) => {
    const { limit } = readPage({ first: first ?? 20 });
    const classes = (await classing.suggested(kind, identity)).slice(0, limit);
    const found = await store.many(classes.flat().map(({ id }) => id));
    await look([...found.values()]);
    return classes.map((members) => ({
      ...{ matter: members[0]?.matter ?? null, about: members[0]?.about ?? null },
      appeals: members.flatMap(({ id }) => found.get(id) ?? []),
    }));
  },
  likeClass: (_, { id }, { classing, identity }) => classing.visible(id, identity),
  likeClasses: async (_, { first }, { store, rules, identity }) => {
    const staff = requireIdentity(identity);
    if (staff.kind !== 'STAFF') throw refusal('FORBIDDEN.HANDLE_APPEALS');
    const { limit } = readPage({ first: first ?? 20 });
    const own = handlersOf(staff);
    const kinds = (await rules()).kinds.filter(({ owner, escalatesTo }) =>
      [owner, escalatesTo].some((unit) => own.includes(unitHandler(unit))),
    );
    const ids = await store.classIds(
      kinds.map(({ code }) => code),
      limit,
    );
    const found = await store.classes(ids);
    return ids.flatMap((id) => found.get(id) ?? []);
  },
  appealsData: async (_, { account, first, after }, { store, identity }) => {
    requireService(identity, feeder);
    const { limit, offset } = readPage({ first, after: after ?? null });
    const [ids, total] = await Promise.all([
      store.heldOfAccount(account, limit, offset),
      store.countHeldOfAccount(account),
    ]);
    const [found, own, counts, accesses] = await Promise.all([
      store.many(ids),
      store.ownSources(ids, account),
      store.countSources(ids),
      store.accessesOf(ids, mostAccesses),
    ]);
    const nodes = ids
      .flatMap((id) => found.get(id) ?? [])
      .map((appeal) => {
        const sources = own.get(appeal.id) ?? [];
        const told = toldTo(appeal, sources, counts.get(appeal.id) ?? 0, account);
        return heldOf(told, sources, accesses.get(appeal.id) ?? []);
      });
    const { pageInfo, totalCount } = makePage(nodes, offset, total);
    return { nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null, totalCount };
  },
};
