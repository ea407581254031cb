import type { Resolvers } from '../../schema/generated/appeals.ts';
import { isOverdue } from '../language/case-clock.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity, requireService } from '../runtime/identity.ts';
import { makePage, readPage } from '../runtime/page.ts';
import type { Asked } from './asked.ts';
import { caseUntil } from './domain/events.ts';
import { type Lodged, lodgedIn } from './domain/lodged.ts';
import { handlerOf, handlersOf } from './domain/rules.ts';
import { openForRefusals } from './excluding.ts';
import type { Context } from './parents.ts';
import { isVisibleTo } from './steps.ts';
import type { KeptAppeal } from './store/index.ts';
import { daysAsked, heldOf, isAnswered, isOpener, trackingCodeOf, wordsOf } from './told.ts';

/** Whose work it is to tell people what is held of them, and to have it erased. */
const feeder = 'journeys';
/** Of one appeal, the newest. */
const mostAccesses = 200;

function citizenOf(anyone: Identity | null): string {
  const { kind, subject } = requireIdentity(anyone);
  if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_APPEALS');
  return subject;
}

/** What the caller may see: their own, or as staff, whose look is written down. */
async function visible(id: string, { identity, store, byId, look, receive }: Context): Promise<KeptAppeal | null> {
  if (!identity) return null;
  if (identity.kind === 'CITIZEN') {
    const own = (await store.isOf(id, identity.subject)) ? await byId.load(id) : null;
    if (own) await receive([own]);
    return own;
  }
  const appeal = await byId.load(id);
  if (!appeal || !isVisibleTo(appeal, identity)) return null;
  await look([appeal]);
  return appeal;
}

/** What a step answers: the appeal as it was when that was done. */
async function payload({ id, until, problems }: Asked, { store, byId }: Context) {
  if (id === null) return { appeal: null, problems };
  byId.clear(id);
  const appeal = (await store.many([id])).get(id) ?? null;
  if (!appeal || until === null) return { appeal, problems };
  return { appeal: { ...appeal, ...caseUntil(appeal.terms, appeal.events, until) }, problems };
}

const kindOf = ({ terms }: KeptAppeal) => ({ ...terms, ...terms.kind });
const todayOf = ({ now }: Context): string => civilDateOf(now());

export const resolvers: Resolvers = {
  Query: {
    appeal: (_, { id }, context) => visible(id, context),
    appeals: async (_, { first, after }, { store, identity, receive }) => {
      const account = citizenOf(identity);
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const [ids, total] = await Promise.all([store.ofAccount(account, limit, offset), store.countOfAccount(account)]);
      const found = await store.many(ids);
      const nodes = ids.flatMap((id) => found.get(id) ?? []);
      await receive(nodes);
      return makePage(nodes, offset, total);
    },
    trackAppeal: async (_, { code }, { store, now }) => {
      const tracked = await store.byCode(code);
      if (tracked?.source.kind === 'POINT' && isAnswered(tracked.appeal.state))
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
    appealFigures: async (_, { kind, from, to }, context) => {
      const { from: begin, until } = daysAsked(from, to);
      return context.store.figures(kind, begin, until, todayOf(context));
    },
    appealSatisfaction: async (_, { kind, department, platform, from, to }, { store }) => {
      const { from: begin, until } = daysAsked(from, to);
      const scope = { kind: kind ?? null, department: department ?? null, platform: platform ?? null };
      return store.satisfaction(scope, begin, until);
    },
    appealsData: async (_, { account, first, after }, { store, identity }) => {
      requireService(identity, feeder);
      const { limit, offset } = readPage({ first, after: after ?? null });
      const [ids, total] = await Promise.all([store.ofAccount(account, limit, offset), store.countOfAccount(account)]);
      const found = await store.many(ids);
      const [own, accesses] = await Promise.all([store.ownSources(ids, account), store.accessesOf(ids, mostAccesses)]);
      const nodes = ids
        .flatMap((id) => found.get(id) ?? [])
        .map((appeal) => heldOf(appeal, own.get(appeal.id) ?? [], accesses.get(appeal.id) ?? []));
      const { pageInfo, totalCount } = makePage(nodes, offset, total);
      return { nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null, totalCount };
    },
  },
  Mutation: {
    openAppeal: async (_, { input }, context) => payload(await context.opening.open(input, context.identity), context),
    openAppealAt: async (_, { input }, context) => {
      const { id, source, problems } = await context.opening.openAt(input, context.identity, context.caller);
      const tracked = id === null || source === null ? null : await trackedOf(id, source, context);
      return { trackingCode: tracked?.source.trackingCode ?? null, appeal: tracked, problems };
    },
    confirmTrackedAppeal: async (_, { input }, { steps, identity, store }) => {
      const { id, problems } = await steps.confirmTracked(input, identity);
      return { appeal: id === null ? null : await store.byCode(input.trackingCode), problems };
    },
    confirmAppeal: async (_, { input }, context) =>
      payload(await context.steps.confirm(input, context.identity), context),
    classifyAppeal: async (_, { input }, context) =>
      payload(await context.steps.classify(input, context.identity), context),
    assignAppeal: async (_, { input }, context) =>
      payload(await context.steps.assign(input, context.identity), context),
    pauseAppeal: async (_, { input }, context) => payload(await context.steps.pause(input, context.identity), context),
    resumeAppeal: async (_, { input }, context) =>
      payload(await context.steps.resume(input, context.identity), context),
    extendAppeal: async (_, { input }, context) =>
      payload(await context.steps.extend(input, context.identity), context),
    escalateAppeal: async (_, { input }, context) =>
      payload(await context.steps.escalate(input, context.identity), context),
    telephoneAppeal: async (_, { input }, context) =>
      payload(await context.steps.telephone(input, context.identity), context),
    answerAppeal: async (_, { input }, context) =>
      payload(await context.steps.answer(input, context.identity), context),
    checkAppeal: async (_, { input }, context) => payload(await context.steps.check(input, context.identity), context),
    lodgeCertificate: async (_, { input }, context) =>
      payload(await context.steps.lodge(input, context.identity), context),
    appealsOpenForRefusals: (_, { input }, { store, rules, identity, now }) => {
      requireService(identity, feeder);
      return openForRefusals({ store, rules, now }, input);
    },
    appealsErase: (_, { submission }, { store, identity, now }) => {
      requireService(identity, feeder);
      return store.eraseOf(submission, new Date(now()).toISOString());
    },
  },
  Submission: {
    __resolveReference: ({ id }) => ({ id }),
    appeals: ({ id }, _, { ofSubmission }) => ofSubmission(id) as Promise<KeptAppeal[] | null>,
    certificates: ({ id }, _, { lodgedFor }) => lodgedFor(id) as Promise<Lodged[] | null>,
  },
  Appeal: {
    __resolveReference: ({ id }, context) => visible(id, context),
    kind: kindOf,
    status: ({ state }) => state.status,
    text: ({ record }) => record.text,
    owner: ({ state }) => state.owner,
    about: ({ about }) => (about === null ? null : { code: about }),
    matter: ({ matter }) => (matter === null ? null : { code: matter }),
    submission: ({ submission }) => (submission === null ? null : { id: submission }),
    class: ({ state }) => classOf(state),
    dueOn: ({ state }) => state.dueOn,
    overdue: ({ state }, _, context) => isOverdue(state, todayOf(context)),
    yearsNotCovered: ({ state }) => state.yearsNotCovered,
    answer: ({ state }) => state.answer,
    reasons: ({ terms }) => [...(terms.reasons ?? [])],
    certificates: (appeal) => [...lodgedIn(appeal)],
    escalation: ({ state }) => state.escalation,
    disputes: ({ state }) => state.disputes,
    closedBy: ({ state }) => state.closedBy,
    place: ({ place }, _, { places }) => (place === null ? null : places.load(place)),
    location: async (appeal, _, { identity, ownSources }) => {
      if (identity?.kind === 'STAFF') return appeal.record.location;
      const own = await ownSources.load(appeal.id);
      return own.some((each) => isOpener(appeal, each)) ? appeal.record.location : null;
    },
    sourceCount: async ({ id, mergedInto }, _, { sources }) => (await sources.load(mergedInto ?? id)).length,
    sources: async ({ id, mergedInto }, { first, after }, { identity, sources, ownSources }) => {
      const all = await (identity?.kind === 'STAFF' ? sources : ownSources).load(mergedInto ?? id);
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      return makePage(all.slice(offset, offset + limit), offset, all.length);
    },
    mergedInto: ({ mergedInto }, _, context) => (mergedInto === null ? null : visible(mergedInto, context)),
    history: async ({ id, mergedInto, events }, _, { identity, sources }) => {
      if (identity?.kind === 'STAFF' || (await sources.load(mergedInto ?? id)).length < 2) return events;
      // Of several who said the same, what each wrote since is not for the others.
      return events.map((each) => (each.kind === 'WORD' ? { ...each, isErased: true } : each));
    },
    trackingCode: async (appeal, _, { identity, ownSources }) => {
      if (identity?.kind !== 'CITIZEN') return null;
      return trackingCodeOf(appeal, (await ownSources.load(appeal.id))[0]);
    },
    proof: ({ id, events }, _, { store }) => store.proofOf(id, events.length),
  },
  AppealKind: { name: ({ name }, { language }) => localized(name, language) },
  AppealClass: { name: ({ name }, { language }) => localized(name, language) },
  AppealUnit: { name: ({ name }, { language }) => localized(name, language) },
  AppealHandler: {
    department: (handler) => {
      const { kind, code } = handlerOf(handler);
      return kind === 'department' ? { code } : null;
    },
    unit: async (handler, _, { rules }) => {
      const { kind, code } = handlerOf(handler);
      if (kind === 'department') return null;
      const known = (await rules()).units.find((unit) => unit.code === code);
      return known ?? { code, name: { zh: code, en: code } };
    },
  },
  AppealPlatform: { name: ({ name }, { language }) => localized(name, language) },
  AppealSource: {
    platform: async ({ platform: code }, _, { rules }) => {
      if (code === null) return null;
      return (await rules()).platforms.find((each) => each.code === code) ?? { code, name: { zh: code, en: code } };
    },
    point: ({ point }, _, { points }) => (point === null ? null : points.load(point)),
  },
  IntakePoint: {
    name: ({ name }, { language }) => localized(name, language),
    kind: async ({ kind }, _, { rules }) => {
      const found = (await rules()).kinds.find(({ code }) => code === kind);
      if (!found) throw new Error(`An intake point has the kind ${kind}, which was not published with it.`);
      return found;
    },
    matter: ({ matter }) => (matter === null ? null : { code: matter }),
    department: ({ department }) => (department === null ? null : { code: department }),
  },
  IntakePlace: { name: ({ name }, { language }) => localized(name, language) },
  AppealReason: {
    matter: ({ matter }) => ({ code: matter }),
    department: ({ department }) => ({ code: department }),
    text: ({ text }, { language }) => localized(text, language),
  },
  AppealCertificate: { submission: ({ submission }) => ({ id: submission }) },
  AppealEvent: { by: ({ unit }) => unit, text: wordsOf },
  TrackedAppeal: {
    kind: ({ appeal }) => kindOf(appeal),
    status: ({ appeal }) => appeal.state.status,
    owner: ({ appeal }) => appeal.state.owner,
    place: ({ appeal: { place } }, _, { places }) => (place === null ? null : places.load(place)),
    dueOn: ({ appeal }) => appeal.state.dueOn,
    overdue: ({ appeal }, _, context) => isOverdue(appeal.state, todayOf(context)),
    // Whoever has an account is told it there; a code may be given to others.
    answer: ({ appeal, source }) => (source.kind === 'POINT' ? appeal.state.answer : null),
    events: ({ appeal }) => appeal.events,
  },
  Problem: { message: ({ message }, { language }) => localized(message, language) },
};

function classOf({ terms, class: code }: KeptAppeal['state']) {
  const found = terms.classes.find((each) => each.code === code);
  if (!found) throw new Error(`An appeal has the class ${code}, which its terms do not have.`);
  return found;
}

async function trackedOf(id: string, source: string, { store, sources }: Context) {
  sources.clear(id);
  const [found, all] = await Promise.all([store.many([id]), sources.load(id)]);
  const [appeal, own] = [found.get(id), all.find((each) => each.id === source)];
  return appeal && own ? { appeal, source: own } : null;
}
