import type { Resolvers } from '../../schema/generated/appeals.ts';
import { isOverdue } from '../language/case-clock.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { maxima } from '../language/maxima.ts';
import { localized } from '../language/text.ts';
import { readPage } from '../runtime/page.ts';
import { type Lodged, lodgedIn } from './domain/lodged.ts';
import { handlerOf } from './domain/rules.ts';
import { mostAlike } from './domain/sameness.ts';
import type { Context } from './parents.ts';
import { toldOwn, visible } from './seeing.ts';
import type { KeptAppeal } from './store/index.ts';
import { wordsOf } from './told.ts';
import { isVisibleTo } from './who-sees.ts';

/** How long ago one may have come in that nearly says the same, and with how many one is compared: each is opened. */
const alikeWithinMs = 90 * 86_400_000;
const mostCompared = 200;

const kindOf = ({ terms }: KeptAppeal) => ({ ...terms, ...terms.kind });
const todayOf = ({ now }: Context): string => civilDateOf(now());

export const fields: Omit<Resolvers, 'Query' | 'Mutation'> = {
  Submission: {
    __resolveReference: ({ id }) => ({ id }),
    certificates: ({ id }, _, { lodgedFor }) => lodgedFor(id) as Promise<Lodged[] | null>,
    appeals: async ({ id }, _, context) => {
      const found = await context.ofSubmission(id);
      return found && toldOwn(found, context);
    },
  },
  AppealReason: {
    matter: ({ matter }) => ({ code: matter }),
    department: ({ department }) => ({ code: department }),
    text: ({ text }, { language }) => localized(text, language),
  },
  AppealCertificate: { submission: ({ submission }) => ({ id: submission }) },
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
    location: ({ record }) => record.location,
    sourceCount: ({ id }, _, { sourceCounts }) => sourceCounts.load(id),
    sources: async ({ id }, { first }, { identity, store, ownSources }) => {
      const { limit } = readPage({ first: first ?? 20 });
      if (identity?.kind === 'STAFF') return store.sourcesOf(id, limit, 0);
      return (await ownSources.load(id)).slice(0, limit);
    },
    mergedInto: ({ mergedInto }, _, context) => (mergedInto === null ? null : visible(mergedInto, context)),
    history: ({ events }) => events,
    // As `toldTo` tells it; staff are not told of any.
    trackingCode: ({ record }, _, { identity }) => (identity?.kind === 'CITIZEN' ? record.trackingCode : null),
    alike: async ({ id, record }, { first }, context) => {
      const { identity, store, now, byId } = context;
      if (identity?.kind !== 'STAFF' || record.text === null) return [];
      const since = new Date(now() - alikeWithinMs).toISOString();
      const others = await store.candidates(id, since, mostCompared);
      const found = mostAlike(record.text, others, Math.min(Math.max(first ?? 5, 0), maxima.pageItems));
      const seen = await Promise.all(
        found.map(async ({ id: other, alikeness }) => ({ appeal: await byId.load(other), alikeness })),
      );
      const told = seen.flatMap(({ appeal, alikeness }) =>
        appeal && isVisibleTo(appeal, identity) ? [{ appeal, alikeness }] : [],
      );
      await context.look(told.map(({ appeal }) => appeal));
      return told;
    },
    photos: ({ id, events }) =>
      events.flatMap(({ event, at }) =>
        event.kind === 'PHOTOGRAPHED'
          ? event.photos.map(({ upload }) => ({ appeal: id, stage: event.stage, at, upload }))
          : [],
      ),
    likeClass: async ({ id }, _, { identity, store, classing }) => {
      const of = identity?.kind === 'STAFF' ? await store.classOf(id) : null;
      return of === null ? null : classing.visible(of, identity);
    },
    proof: ({ id, events }, _, { store }) => store.proofOf(id, events.length),
  },
  AppealKind: { photos: ({ photos }) => photos ?? false, name: ({ name }, { language }) => localized(name, language) },
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
  AppealPhoto: {
    // Of who sees the photograph: `Appeal` was shown to them.
    download: async ({ appeal, upload }, _, { identity, photos }) =>
      identity ? photos.link(upload, appeal, identity) : null,
  },
  SuggestedLikeClass: {
    matter: ({ matter }) => (matter === null ? null : { code: matter }),
    about: ({ about }) => (about === null ? null : { code: about }),
  },
  LikeClass: {
    kind: async ({ kind }, _, { rules }) => {
      const found = (await rules()).kinds.find(({ code }) => code === kind);
      if (!found) throw new Error(`A class is of the kind ${kind}, which is no longer published.`);
      return found;
    },
    appeals: async ({ id }, { first }, { store, look }) => {
      const ids = await store.ofClass(id, readPage({ first: first ?? 20 }).limit);
      const found = await store.many(ids);
      const appeals = ids.flatMap((each) => found.get(each) ?? []);
      await look(appeals);
      return appeals;
    },
    proposedAtRevision: ({ proposedAt }) => proposedAt,
    closedByRevision: ({ closedBy }) => closedBy,
    history: ({ events }) => events,
  },
  LikeClassEvent: { by: ({ unit }) => unit },
  CatalogueChange: { matter: ({ matter }) => ({ code: matter }) },
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
  AppealEvent: { by: ({ unit }) => unit, text: wordsOf },
  TrackedAppeal: {
    kind: ({ appeal }) => kindOf(appeal),
    status: ({ appeal }) => appeal.state.status,
    owner: ({ appeal }) => appeal.state.owner,
    place: ({ appeal: { place } }, _, { places }) => (place === null ? null : places.load(place)),
    dueOn: ({ appeal }) => appeal.state.dueOn,
    overdue: ({ appeal }, _, context) => isOverdue(appeal.state, todayOf(context)),
    // Whoever has an account is told it there; a code may be given to others.
    answer: ({ appeal, source }) => (source.kind === 'ACCOUNT' ? null : appeal.state.answer),
    events: ({ appeal }) => appeal.events,
  },
  Problem: { message: ({ message }, { language }) => localized(message, language) },
};

function classOf({ terms, class: code }: KeptAppeal['state']) {
  const found = terms.classes.find((each) => each.code === code);
  if (!found) throw new Error(`An appeal has the class ${code}, which its terms do not have.`);
  return found;
}
