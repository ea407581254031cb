import type { Resolvers } from '../../schema/generated/appeals.ts';
import { isOverdue } from '../language/case-clock.ts';
import { addDays, civilDateOf, daysBetween, isCivilDate } from '../language/civil-date.ts';
import { localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity, requireService } from '../runtime/identity.ts';
import { makePage, readPage } from '../runtime/page.ts';
import { handlerOf, handlersOf } from './domain/rules.ts';
import type { Context } from './parents.ts';
import { type Asked, isVisibleTo } from './steps.ts';
import type { KeptAppeal, KeptEvent } from './store/index.ts';

/** Whose work it is to tell people what is held of them, and to have it erased. */
const feeder = 'journeys';
const mostDays = 366;

function citizenOf(anyone: Identity | null): string {
  const { kind, subject } = requireIdentity(anyone);
  if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_APPEALS');
  return subject;
}

/** What the caller may see: their own, or as staff. */
async function visible(id: string, { identity, store, byId }: Context): Promise<KeptAppeal | null> {
  if (!identity) return null;
  if (identity.kind === 'CITIZEN') return (await store.isOf(id, identity.subject)) ? byId.load(id) : null;
  const appeal = await byId.load(id);
  return appeal && isVisibleTo(appeal, identity) ? appeal : null;
}

/** What a step answers. */
async function payload({ id, problems }: Asked, { store, byId }: Context) {
  if (id === null) return { appeal: null, problems };
  byId.clear(id);
  return { appeal: (await store.many([id])).get(id) ?? null, problems };
}

const kindOf = ({ terms }: KeptAppeal) => ({ ...terms, ...terms.kind });
const todayOf = ({ now }: Context): string => civilDateOf(now());

/** The words of an event; null where none were said, or they were erased. */
function wordsOf({ event, isErased }: KeptEvent): string | null {
  if (isErased) return null;
  if ('reason' in event) return event.reason === '' ? null : event.reason;
  return 'text' in event ? event.text : null;
}

export const resolvers: Resolvers = {
  Query: {
    appeal: (_, { id }, context) => visible(id, context),
    appeals: async (_, { first, after }, { store, identity }) => {
      const account = citizenOf(identity);
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const [ids, total] = await Promise.all([store.ofAccount(account, limit, offset), store.countOfAccount(account)]);
      const found = await store.many(ids);
      return makePage(
        ids.flatMap((id) => found.get(id) ?? []),
        offset,
        total,
      );
    },
    trackAppeal: (_, { code }, { store }) => store.byCode(code),
    appealsToHandle: async (_, { first, after }, { store, identity }) => {
      const staff = requireIdentity(identity);
      if (staff.kind !== 'STAFF') throw refusal('FORBIDDEN.HANDLE_APPEALS');
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const handlers = handlersOf(staff);
      const [ids, total] = await Promise.all([store.toHandle(handlers, limit, offset), store.countToHandle(handlers)]);
      const found = await store.many(ids);
      return makePage(
        ids.flatMap((id) => found.get(id) ?? []),
        offset,
        total,
      );
    },
    appealKinds: async (_, _args, { rules }) => (await rules()).kinds,
    appealFigures: async (_, { kind, from, to }, context) => {
      for (const date of [from, to]) if (!isCivilDate(date)) throw refusal('INVALID_DATE', { date });
      const days = daysBetween(from, to);
      if (days < 0 || days > mostDays) throw refusal('APPEAL_FIGURES_TOO_LONG', { most: mostDays });
      const instantOf = (date: string): string => new Date(`${date}T00:00:00+08:00`).toISOString();
      return context.store.figures(kind, instantOf(from), instantOf(addDays(to, 1)), todayOf(context));
    },
    appealsData: async (_, { account, first, after }, { store, identity }) => {
      requireService(identity, feeder);
      const { limit, offset } = readPage({ first, after: after ?? null });
      const [ids, total] = await Promise.all([store.ofAccount(account, limit, offset), store.countOfAccount(account)]);
      const found = await store.many(ids);
      const nodes = ids.flatMap((id) => found.get(id) ?? []).map(heldOf);
      const { pageInfo, totalCount } = makePage(nodes, offset, total);
      return { nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null, totalCount };
    },
  },
  Mutation: {
    openAppeal: async (_, { input }, context) => payload(await context.steps.open(input, context.identity), context),
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
    appealsErase: (_, { submission }, { store, identity, now }) => {
      requireService(identity, feeder);
      return store.eraseOf(submission, new Date(now()).toISOString());
    },
  },
  Submission: {
    __resolveReference: ({ id }) => ({ id }),
    appeals: ({ id }, _, { ofSubmission }) => ofSubmission(id) as Promise<KeptAppeal[] | null>,
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
    escalation: ({ state }) => state.escalation,
    disputes: ({ state }) => state.disputes,
    closedBy: ({ state }) => state.closedBy,
    history: ({ events }) => events,
    trackingCode: ({ record }, _, { identity }) => (identity?.kind === 'CITIZEN' ? record.trackingCode : null),
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
  AppealEvent: { by: ({ unit }) => unit, text: wordsOf },
  TrackedAppeal: {
    kind: kindOf,
    status: ({ state }) => state.status,
    owner: ({ state }) => state.owner,
    dueOn: ({ state }) => state.dueOn,
    overdue: ({ state }, _, context) => isOverdue(state, todayOf(context)),
  },
  Problem: { message: ({ message }, { language }) => localized(message, language) },
};

function classOf({ terms, class: code }: KeptAppeal['state']) {
  const found = terms.classes.find((each) => each.code === code);
  if (!found) throw new Error(`An appeal has the class ${code}, which its terms do not have.`);
  return found;
}

/** Everything that is held of an appeal, for whoever opened it. Who of the staff did something is theirs. */
function heldOf({ events, state, record, terms: _settled, ...appeal }: KeptAppeal) {
  const { terms: _terms, ...standing } = state;
  const history = events.map(({ event, by: _by, ...each }) => ({ ...each, ...event }));
  return { ...appeal, ...record, ...standing, history };
}
