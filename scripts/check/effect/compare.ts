import { createHash } from 'node:crypto';
import type { Localized } from '../../../subgraphs/language/text.ts';
import { buildPlan } from '../../../subgraphs/planning/index.ts';
import type { Plan, PlanInput } from '../../../subgraphs/planning/types.ts';
import type { LinkedCatalogue } from '../../../subgraphs/publishing/link/catalogue.ts';
import type { PublishedLifeEvent } from '../../../subgraphs/publishing/published.ts';
import { type Pair, type SituationPair, sampleSituations } from './situations.ts';
import { type Where, whereOf } from './where.ts';

/** What a citizen has to do for an event in one situation. */
export interface Figures {
  readonly materials: number;
  readonly forms: number;
  readonly visits: number;
  readonly workingDays: number;
}
export const figureNames = ['materials', 'forms', 'visits', 'workingDays'] as const;

/** From the least to the most over the situations of a change. */
export type Ranges = Readonly<Record<keyof Figures, readonly [least: number, most: number]>>;

/** Situations in which the same becomes different. */
export interface ChangeInSituations {
  readonly where: Where;
  readonly situations: number;
  /** Null: the event is not there. */
  readonly before: Ranges | null;
  readonly after: Ranges | null;
  /** Titles on the list of materials that come and go. */
  readonly added: ReadonlyArray<Localized>;
  readonly removed: ReadonlyArray<Localized>;
  /** What the plan says of the catalogue that it did not say before. */
  readonly problems: ReadonlyArray<Localized>;
}
export interface EffectOnEvent {
  readonly event: string;
  readonly title: Localized;
  readonly state: 'CHANGED' | 'ADDED' | 'REMOVED';
  /** Regions in which it is the same change. */
  readonly regions: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  /** How many situations were planned, and whether these are all that conditions tell apart. */
  readonly planned: number;
  readonly exhaustive: boolean;
  readonly changes: ReadonlyArray<ChangeInSituations>;
}

/** What a change of the catalogue is to citizens: every event that differs, planned before and after in its situations. */
export interface Effect {
  /** Events in regions whose content differs at all; many a difference changes nothing for anybody. */
  readonly compared: number;
  readonly events: ReadonlyArray<EffectOnEvent>;
}

/** Plans of one run: a change of what everybody uses differs everywhere, and is sampled more thinly then. */
const mostPlans = 12_000;
const [fewestSituations, mostSituations] = [24, 512];

export function compareCatalogues(before: LinkedCatalogue, after: LinkedCatalogue, today: string): Effect {
  const [old, fresh] = [createSide(before), createSide(after)];
  const groups = new Map<string, { readonly pair: Pair; readonly regions: string[] }>();
  let compared = 0;
  for (const place of new Set([...old.events.keys(), ...fresh.events.keys()])) {
    const [one, other] = [old.events.get(place), fresh.events.get(place)];
    const keys = [one && old.keyOf(one), other && fresh.keyOf(other)];
    if (keys[0] === keys[1]) continue;
    compared++;
    const { code, region } = (other ?? one) as PublishedLifeEvent;
    const key = JSON.stringify([code, ...keys]);
    const known = groups.get(key);
    if (known) known.regions.push(region);
    else
      groups.set(key, {
        regions: [region],
        pair: { before: one ? old.inputOf(one, today) : null, after: other ? fresh.inputOf(other, today) : null },
      });
  }
  const share = Math.floor(mostPlans / 2 / Math.max(1, groups.size));
  const most = Math.min(mostSituations, Math.max(fewestSituations, share));
  const names = new Map(
    [...before.publication.regions, ...after.publication.regions].map((each) => [each.code, each.name]),
  );
  const events = [...groups.values()].map(({ pair, regions }) =>
    effectOn(
      pair,
      regions.map((code) => ({ code, name: names.get(code) ?? { zh: code, en: code } })),
      most,
    ),
  );
  return { compared, events: events.filter(({ changes }) => changes.length > 0) };
}

interface Side {
  /** By code and region. */
  readonly events: ReadonlyMap<string, PublishedLifeEvent>;
  /** What an event comes to, apart from the codes that each region mints. */
  readonly keyOf: (event: PublishedLifeEvent) => string;
  readonly inputOf: (event: PublishedLifeEvent, today: string) => PlanInput;
}

function createSide({ publication, departments }: LinkedCatalogue): Side {
  const matters = new Map([...departments.values()].flat().map(({ code, content }) => [code, content]));
  const printOf = createPrints();
  const contentOf = (matter: string): string => printOf(matters.get(matter) ?? null);
  return {
    events: new Map(publication.lifeEvents.map((event) => [`${event.code} ${event.region}`, event])),
    keyOf: ({ content: { basis, promisedDays } }) => {
      const { members, alternatives: _minted, ...rest } = basis;
      const withContent = members.map(({ matter, restsOn, acceptance: _said, ...member }) =>
        JSON.stringify([member, contentOf(matter), restsOn?.map(contentOf) ?? null]),
      );
      const parts = Object.entries(rest).map(([name, part]) => [name, printOf(part)]);
      return printOf([parts, promisedDays, withContent.sort()]);
    },
    inputOf: inputOf({ publication, departments }),
  };
}

/** Prints of values that nobody changes: each gone through once, however many share it. Both sides are made by the same code, so that members come in one order. */
function createPrints(): (value: unknown) => string {
  const known = new WeakMap<object, string>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
    const print = known.get(value) ?? createHash('sha256').update(JSON.stringify(value)).digest('base64');
    known.set(value, print);
    return print;
  };
}

function effectOn(pair: Pair, regions: EffectOnEvent['regions'], most: number): EffectOnEvent {
  const { situations, exhaustive } = sampleSituations(pair, most);
  const groups = new Map<string, { change: Change; readonly indexes: number[] }>();
  for (const [index, { before, after }] of situations.entries()) {
    const change = changeOf(planned(pair.before, before), planned(pair.after, after));
    if (!change) continue;
    const key = sameness(change);
    const known = groups.get(key);
    if (known) {
      known.indexes.push(index);
      known.change = {
        ...change,
        before: widened(known.change.before, change.before),
        after: widened(known.change.after, change.after),
      };
    } else groups.set(key, { change, indexes: [index] });
  }
  const { basis } = (pair.after ?? pair.before) as PlanInput;
  return {
    event: basis.event,
    title: basis.title,
    state: pair.before ? (pair.after ? 'CHANGED' : 'REMOVED') : 'ADDED',
    regions,
    planned: situations.length,
    exhaustive,
    changes: [...groups.values()]
      .map(({ change, indexes }) => ({
        where: whereOf(situations, new Set(indexes), pair),
        situations: indexes.length,
        ...change,
      }))
      .sort((a, b) => b.situations - a.situations),
  };
}

type Change = Omit<ChangeInSituations, 'where' | 'situations'>;
/** What the core is given for an event when every department answers and nothing is said yet. */
export function inputOf({ departments }: LinkedCatalogue): (event: PublishedLifeEvent, today: string) => PlanInput {
  const matters = new Map([...departments.values()].flat().map(({ code, content }) => [code, content]));
  return ({ region, content: { basis, matterCodes } }, today) => ({
    basis: { ...basis, revision: '', region },
    matterCodes,
    matters: matterCodes.map((code) => {
      const content = matters.get(code);
      return content ? { code, ...content } : null;
    }),
    situation: { answers: [], parties: [], refusedSources: [], held: [], commitments: [] },
    today,
  });
}

interface Planned {
  readonly ranges: Ranges;
  readonly titles: ReadonlyMap<string, Localized>;
  readonly problems: ReadonlyMap<string, Localized>;
}

/** Null where the event is not there. */
function planned(input: PlanInput | null, answers: SituationPair['before']): Planned | null {
  if (!input) return null;
  const plan = buildPlan({ ...input, situation: { ...input.situation, answers: answers ?? [] } });
  const { forms, visits, workingDays } = plan.reduction.after;
  const figures: Figures = { materials: plan.materials.length, forms, visits, workingDays };
  const byText = (texts: ReadonlyArray<Localized>) => new Map(texts.map((text) => [text.zh, text]));
  return {
    ranges: rangesOf(figures),
    titles: byText(plan.materials.map(({ title }) => title)),
    problems: byText(catalogueProblems(plan)),
  };
}

/** Who declines everything is told so: that is no fault of the catalogue. */
function catalogueProblems({ problems, steps }: Plan): ReadonlyArray<Localized> {
  return problems.filter(({ code }) => steps.length > 0 || code !== 'NO_MATTER').map(({ message }) => message);
}

const rangesOf = ({ materials, forms, visits, workingDays }: Figures): Ranges => ({
  materials: [materials, materials],
  forms: [forms, forms],
  visits: [visits, visits],
  workingDays: [workingDays, workingDays],
});

/** Undefined where a citizen sees no difference. */
function changeOf(before: Planned | null, after: Planned | null): Change | undefined {
  const only = (these: Planned | null, those: Planned | null, of: 'titles' | 'problems'): ReadonlyArray<Localized> =>
    [...(these?.[of] ?? [])].flatMap(([key, text]) => (those?.[of].has(key) ? [] : [text]));
  const change: Change = {
    before: before?.ranges ?? null,
    after: after?.ranges ?? null,
    added: only(after, before, 'titles'),
    removed: only(before, after, 'titles'),
    problems: only(after, before, 'problems'),
  };
  const alike = figureNames.every((name) => change.before?.[name][0] === change.after?.[name][0]);
  const quiet = [change.added, change.removed, change.problems].every((list) => list.length === 0);
  return alike && quiet ? undefined : change;
}

/** Changes are the same where as much more or less is asked for, and the same comes and goes. */
function sameness({ before, after, ...lists }: Change): string {
  const differences = figureNames.map((name) => (before && after ? after[name][0] - before[name][0] : null));
  return JSON.stringify([differences, lists]);
}

function widened(ranges: Ranges | null, more: Ranges | null): Ranges | null {
  if (!ranges || !more) return ranges ?? more;
  const both = (name: keyof Figures): Ranges[keyof Figures] => [
    Math.min(ranges[name][0], more[name][0]),
    Math.max(ranges[name][1], more[name][1]),
  ];
  return {
    materials: both('materials'),
    forms: both('forms'),
    visits: both('visits'),
    workingDays: both('workingDays'),
  };
}
