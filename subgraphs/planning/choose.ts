import { createWorkingDays } from '../language/calendar.ts';
import { byCode } from '../language/canonical.ts';
import { bothOf, type PhotoFacts } from '../language/photo-facts.ts';
import type { Cover, Demand } from './cover.ts';
import type { Expansion, MatterInstance, Need, Row } from './expansion.ts';
import { type Edge, type Order, orderByEdges } from './graph.ts';
import { type Identity, identityKey } from './identity.ts';
import { meetsNeed, type PossibleLine, type PossibleLines, possibleLines, sortOf } from './lines.ts';
import { byTheFirstAlone, type Makers, type MakersOf, makerIn, makingEdges, waysToMake } from './makers.ts';
import { solveCover } from './solve.ts';
import { createEndOf } from './timing.ts';
import type { PlanInput, Source } from './types.ts';

export const DEFAULT_NODE_BUDGET = 20_000;

/** A line of the one list. */
export interface Line extends PossibleLine {
  readonly index: number;
}
/** How one use of a chosen option is met. */
export type Outcome =
  | { readonly kind: 'LINE'; readonly line: number; readonly namesWhole: boolean }
  | { readonly kind: 'PRODUCED'; readonly by: MatterInstance }
  | { readonly kind: 'SHARED'; readonly source: Source | null }
  | { readonly kind: 'GENERATED' };
export interface MetNeed {
  readonly need: Need;
  readonly outcome: Outcome;
}
export interface Chosen {
  readonly lines: ReadonlyArray<Line>;
  /** Of each open row, by its index: the option taken and how its uses are met. */
  readonly met: ReadonlyMap<number, { readonly option: number; readonly needs: ReadonlyArray<MetNeed> }>;
  readonly order: Order;
  readonly optimal: boolean;
  readonly lowerBound: number;
  /** The instances of a cycle that no choice avoids, first repeated at the end. */
  readonly cycle: ReadonlyArray<MatterInstance> | null;
  /** Materials that two matters would take away. */
  readonly takenTwice: ReadonlyArray<{ readonly line: Identity; readonly by: ReadonlyArray<MatterInstance> }>;
}

/** Chooses the options that together need the least (PLANNING, rules 4–6, section 3). */
export function choose(input: PlanInput, expansion: Expansion): Chosen {
  const open = expansion.rows.filter((row) => row.state === 'OPEN');
  const first = attempt(input, expansion, open, byTheFirstAlone);
  if (first.order.cycle === null) return first;
  const size = expansion.instances.length;
  // Of several that make it another may do.
  const mayBeCycle = strongComponents(size, [...first.possibleEdges(), ...makingEdges(open)]);
  const byAnother = attempt(input, expansion, open, ({ producers }, taker) =>
    producers.some((producer) => mayBeCycle[producer] === mayBeCycle[taker]) ? producers : null,
  );
  if (byAnother.order.cycle === null) return byAnother;
  // Only where every order is a cycle may something that the event makes be asked for or shared instead.
  const inCycle = strongComponents(size, first.possibleEdges());
  const unmade = attempt(input, expansion, open, ({ producers: [producer] }, taker) =>
    producer !== undefined && inCycle[producer] === inCycle[taker] ? [producer, null] : null,
  );
  return unmade.order.cycle === null ? unmade : first;
}

function attempt(
  input: PlanInput,
  expansion: Expansion,
  open: ReadonlyArray<Row>,
  makersOf: MakersOf,
): Chosen & { readonly possibleEdges: () => ReadonlyArray<Edge> } {
  const { lines, exact } = nameLines(open, makersOf);
  const byType = new Map<string, Line[]>();
  for (const line of lines) {
    const key = sortOf(line);
    const same = byType.get(key);
    if (same) same.push(line);
    else byType.set(key, [line]);
  }
  const products = new Map<string, number>();
  const productOf = (key: string): number => {
    const known = products.get(key) ?? products.size;
    products.set(key, known);
    return known;
  };
  const covering = new Map<string, ReadonlyArray<number>>();
  /** Lines that meet a need, the narrowest first. */
  const coveringOf = (need: Need): ReadonlyArray<number> => {
    let found = covering.get(need.key);
    if (!found) {
      found = (byType.get(sortOf(need)) ?? [])
        .filter((line) => meetsNeed(line, need))
        .sort((a, b) => a.parties.length - b.parties.length || a.index - b.index)
        .map((line) => line.index);
      covering.set(need.key, found);
    }
    return found;
  };
  const named = new Set<string>();
  for (const row of open)
    for (const option of row.options) for (const { source } of option.needs) if (source) named.add(source.code);
  const sources = new Map([...named].sort(byCode).map((code, index) => [code, index]));

  /** What a use may be met by; undefined: freely, by the one form. */
  const demandOf = (need: Need, makers: Makers): Demand | undefined => {
    if (need.generated) return undefined;
    const { use } = need;
    const producer = makerIn(makers, need);
    const demand: { -readonly [key in keyof Demand]: Demand[key] } = {
      lines: producer === undefined ? coveringOf(need) : [],
      product: productOf(documentKey(need)),
      showsOriginal: use.use === 'INSPECT' || use.use === 'INSPECT_AND_COPY' || use.use === 'HAND_IN',
      copies: use.use === 'COPY' || use.use === 'INSPECT_AND_COPY' ? use.copies * copiesOf(need) : 0,
      takes: use.use === 'HAND_IN',
      looks: use.use !== 'HAND_IN' && use.use !== 'ELECTRONIC',
    };
    if (producer !== undefined) demand.producer = producer;
    else if (need.held) demand.source = -1;
    else if (need.source) demand.source = sources.get(need.source.code) as number;
    return demand;
  };

  const variants = open.map((row) =>
    row.options.flatMap(({ needs }, option) =>
      waysToMake(needs, row.instance.index, makersOf).map((makers) => ({ option, makers })),
    ),
  );
  const choices = open.map((row, position) => ({
    instance: row.instance.index,
    options: (variants[position] ?? []).map(({ option, makers }) =>
      demandsOf(row.options[option]?.needs ?? [], makers),
    ),
  }));
  function demandsOf(needs: ReadonlyArray<Need>, makers: Makers): ReadonlyArray<Demand> {
    const demands: Demand[] = [];
    for (const need of needs) {
      const demand = demandOf(need, makers);
      if (demand) demands.push(demand);
    }
    return demands;
  }
  const days = createWorkingDays(input.basis.calendar, input.today);
  const cover = solveCover({
    matters: expansion.instances.map(({ member }) => member.matter),
    rows: choices,
    rarelyHeld: lines.map((line) => line.documentType.rarelyHeld ?? false),
    lineProducts: lines.map((line) => productOf(line.key)),
    endOf: createEndOf(expansion.instances, days),
    nodeBudget: input.nodeBudget ?? DEFAULT_NODE_BUDGET,
  });
  return { ...read(cover), possibleEdges: () => possibleEdges(choices) };

  function read(cover: Cover): Chosen {
    const met = new Map<number, { option: number; needs: ReadonlyArray<MetNeed> }>();
    for (const [position, row] of open.entries()) {
      const variant = variants[position]?.[cover.options[position] as number];
      if (!variant) continue;
      const needs = (row.options[variant.option]?.needs ?? []).map((need) => ({
        need,
        outcome: outcomeOf(need, variant.makers, cover.lines),
      }));
      met.set(row.index, { option: variant.option, needs });
    }
    const order = orderByEdges(expansion.instances.length, cover.edges);
    const asUsed = asRestedOn(lines, met);
    const taken = asUsed.filter((line) => cover.lines.has(line.index));
    const optimal = cover.optimal && exact;
    return {
      lines: taken,
      met,
      order,
      optimal,
      // With other ways to join photographs there might be as few as one.
      lowerBound: optimal ? taken.length : exact ? cover.lowerBound : Math.min(cover.lowerBound, 1),
      cycle: order.cycle?.map((index) => expansion.instances[index] as MatterInstance) ?? null,
      takenTwice: takenTwice(open, met, asUsed),
    };
  }

  function outcomeOf(need: Need, makers: Makers, chosen: ReadonlySet<number>): Outcome {
    if (need.generated) return { kind: 'GENERATED' };
    const producer = makerIn(makers, need);
    if (producer !== undefined) return { kind: 'PRODUCED', by: expansion.instances[producer] as MatterInstance };
    const line = coveringOf(need).find((each) => chosen.has(each));
    if (line === undefined) return { kind: 'SHARED', source: need.held ? vaultOf(need) : need.source };
    return { kind: 'LINE', line, namesWhole: lines[line]?.parties.length === need.parties.length };
  }
}

/** Copies kept of a line of a type that each member of a group has are kept per person. */
export function copiesOf({ documentType, parties }: Identity): number {
  return documentType.holding === 'EACH' ? parties.length : 1;
}

const keyOf = ({ documentType, parties, spec, photo }: Identity): string =>
  identityKey(documentType, parties, spec, photo);
/** Equal for photographs too that may turn out to be one. */
const documentKey = ({ documentType, parties, spec }: Identity): string =>
  identityKey(documentType, parties, spec, null);

/** Lines as what rests on them asks: a photograph is held to no fact of a row that is met otherwise. */
function asRestedOn(lines: ReadonlyArray<Line>, met: Chosen['met']): ReadonlyArray<Line> {
  if (lines.every(({ photo }) => photo === null)) return lines;
  const asked = new Map<number, PhotoFacts | null>();
  for (const { needs } of met.values())
    for (const { need, outcome } of needs)
      if (outcome.kind === 'LINE') asked.set(outcome.line, bothOf(asked.get(outcome.line) ?? null, need.photo));
  return lines.map((line) => {
    const photo = asked.get(line.index) ?? null;
    return { ...line, photo, key: identityKey(line.documentType, line.parties, line.spec, photo) };
  });
}

function vaultOf(need: Need): Source | null {
  return need.documentType.sources.find((source) => source.method === 'PERSONAL_VAULT') ?? null;
}

/** Every line that a row names, in order of type, parties and variant. */
function nameLines(
  open: ReadonlyArray<Row>,
  makersOf: MakersOf,
): { readonly lines: ReadonlyArray<Line>; readonly exact: PossibleLines['exact'] } {
  const asked: Need[] = [];
  for (const row of open) {
    for (const option of row.options) {
      for (const need of option.needs) {
        const isMade = need.producers.length > 0 && makersOf(need, row.instance.index)?.includes(null) !== true;
        if (!need.generated && !isMade) asked.push(need);
      }
    }
  }
  const { lines, exact } = possibleLines(asked);
  const sorted = [...lines].sort((a, b) => byCode(a.key, b.key));
  const named = sorted.map(
    ({ key, documentType, parties, spec, photo }, index): Line => ({ index, key, documentType, parties, spec, photo }),
  );
  return { lines: named, exact };
}

function possibleEdges(
  choices: ReadonlyArray<{ instance: number; options: ReadonlyArray<ReadonlyArray<Demand>> }>,
): ReadonlyArray<Edge> {
  const uses = choices.flatMap((choice) =>
    choice.options.flatMap((option) => option.map((demand) => ({ demand, instance: choice.instance }))),
  );
  const made = uses.flatMap(({ demand, instance }): Edge[] =>
    demand.producer === undefined ? [] : [[demand.producer, instance]],
  );
  const takers = uses.filter(({ demand }) => demand.takes);
  const given = uses.flatMap(({ demand, instance }) =>
    demand.looks
      ? takers
          .filter((taker) => taker.demand.product === demand.product)
          .map((taker): Edge => [instance, taker.instance])
      : [],
  );
  return [...made, ...given];
}

/** Component of each node: two nodes share one when each leads to the other. */
function strongComponents(size: number, edges: ReadonlyArray<Edge>): ReadonlyArray<number> {
  const reach = Array.from({ length: size }, (_, node) => {
    const seen = new Set([node]);
    for (const each of seen) for (const [from, to] of edges) if (from === each) seen.add(to);
    return seen;
  });
  return reach.map((seen, node) => {
    const least = [...seen].filter((other) => reach[other]?.has(node)).sort((a, b) => a - b)[0];
    return least ?? node;
  });
}

function takenTwice(
  open: ReadonlyArray<Row>,
  met: ReadonlyMap<number, { readonly needs: ReadonlyArray<MetNeed> }>,
  lines: ReadonlyArray<Line>,
): Chosen['takenTwice'] {
  const takers = new Map<string, { line: Identity; by: MatterInstance[] }>();
  for (const row of open) {
    for (const { need, outcome } of met.get(row.index)?.needs ?? []) {
      // Of matters that may not be done at all, perhaps only one will be.
      if (row.instance.truth !== 'TRUE') continue;
      // What the one form fills, or a source supplies, is made anew for each taker.
      if (need.use.use !== 'HAND_IN' || outcome.kind === 'GENERATED' || outcome.kind === 'SHARED') continue;
      const identity = outcome.kind === 'LINE' ? (lines[outcome.line] as Line) : need;
      const taker = takers.get(keyOf(identity)) ?? { line: identity, by: [] };
      // A matter done for each of two twins takes one for each; that is no conflict between matters.
      if (!taker.by.some(({ member }) => member.matter === row.instance.member.matter)) taker.by.push(row.instance);
      takers.set(keyOf(identity), taker);
    }
  }
  return [...takers.values()].filter((taker) => taker.by.length > 1);
}
