import type { Asked, Doing, Work } from './rows-by-hand.ts';

/** Section 3 as an integer program, given to an established solver: each cost in its turn, the earlier ones held. */
export interface Cost {
  readonly lines: number;
  readonly shown: number;
  readonly rare: number;
  readonly path: number;
  readonly copies: number;
  readonly sources: number;
}
export interface Highs {
  solve(
    model: string,
    options?: { readonly presolve: 'off' },
  ): { readonly Status: string; readonly ObjectiveValue: number };
}
/** Costs that are asked for, the first ones of six. */
export const allCosts = ['lines', 'shown', 'rare', 'path', 'copies', 'sources'] as const;

/**
 * Of several that make a document the first does, by code, unless that leads in a circle whatever else is chosen. Null where no choice has an
 * order in which everything that the event makes is made.
 */
export function leastCost(highs: Highs, work: Work, wanted: ReadonlyArray<keyof Cost>): Partial<Cost> | null {
  return solveFor(highs, programOf(work, 1), wanted) ?? solveFor(highs, programOf(work, work.matters.length), wanted);
}

function solveFor(
  highs: Highs,
  { objectives, constraints, binaries }: Program,
  wanted: ReadonlyArray<keyof Cost>,
): Partial<Cost> | null {
  const found: { -readonly [key in keyof Cost]?: number } = {};
  const held: string[] = [];
  for (const cost of wanted) {
    const terms = objectives[cost];
    if (terms.length === 0) {
      found[cost] = 0;
      continue;
    }
    const rows = [...constraints, ...held].map((each, index) => ` c${index}: ${each}`);
    // The format knows no long lines.
    const model = `Minimize\n obj: ${terms.join('\n + ')}\nSubject To\n${rows.join('\n')}\nBinary\n ${binaries.join('\n ')}\nEnd\n`;
    const { Status, ObjectiveValue } = solve(highs, model);
    if (Status === 'Infeasible') return null;
    if (Status !== 'Optimal') throw new Error(`The solver says: ${Status}`);
    found[cost] = Math.round(ObjectiveValue);
    held.push(`${terms.join('\n + ')} <= ${found[cost]}`);
  }
  return found;
}

/** Now and then it gives up on a model that it has made smaller, and solves it as it is. */
function solve(highs: Highs, model: string): ReturnType<Highs['solve']> {
  try {
    return highs.solve(model);
  } catch {
    return highs.solve(model, { presolve: 'off' });
  }
}

interface Program {
  readonly objectives: Readonly<Record<keyof Cost, ReadonlyArray<string>>>;
  readonly constraints: ReadonlyArray<string>;
  readonly binaries: ReadonlyArray<string>;
}
/** That a document is looked at, or taken, by a matter: where `when` is 1. */
interface Handling {
  readonly document: string;
  readonly doing: number;
  readonly when: string;
  readonly takes: boolean;
}

const identityOf = ({ documentType, parties, spec }: Asked): string =>
  JSON.stringify([documentType.code, parties, spec]);
const looksAt = ({ use: { use } }: Asked): boolean => use !== 'HAND_IN' && use !== 'ELECTRONIC';

function programOf({ matters, rows }: Work, mostMakers: number): Program {
  const constraints: string[] = [];
  const binaries: string[] = [];
  const binary = (name: string): string => {
    binaries.push(name);
    return name;
  };
  const lines = new Map<string, { readonly asked: Asked; readonly name: string; readonly shown: string }>();
  for (const { ways } of rows)
    for (const asked of ways.flat())
      if (asked.makers.length === 0 && asked.by !== 'FORM' && !lines.has(identityOf(asked))) {
        const [name, shown] = [binary(`x${lines.size}`), binary(`s${lines.size}`)];
        lines.set(identityOf(asked), { asked, name, shown });
      }
  /** Lines that meet it: of the same document, of all of them at least. */
  const covering = (asked: Asked) =>
    [...lines.values()].filter(
      ({ asked: { documentType, parties, spec } }) =>
        documentType === asked.documentType &&
        spec === asked.spec &&
        asked.parties.every((party) => parties.includes(party)),
    );
  const longest = longestOf(matters);
  const after = (first: number, then: number, whens: ReadonlyArray<string>): void => {
    const terms = whens.map((when) => ` - ${longest} ${when}`).join('');
    constraints.push(`free_${then} - done_${first}${terms} >= ${-longest * whens.length}`);
  };
  const handlings: Handling[] = [];
  const copies: string[] = [];
  const drawn = new Map<string, string>();
  let count = 0;

  for (const { doing, ways } of rows) {
    if (ways.length === 0) continue;
    const chosen = ways.map(() => binary(`o${count++}`));
    constraints.push(`${chosen.join(' + ')} = 1`);
    for (const [at, way] of ways.entries()) for (const asked of way) meet(doing, asked, chosen[at] as string);
  }
  narrow();
  order();
  timeIt();
  return {
    objectives: {
      lines: [...lines.values()].map(({ name }) => name),
      shown: [...lines.values()].map(({ shown }) => shown),
      rare: [...lines.values()].filter(({ asked }) => asked.documentType.rarelyHeld).map(({ name }) => name),
      path: matters.length > 0 ? ['last'] : [],
      copies,
      sources: [...drawn.values()],
    },
    constraints,
    binaries,
  };

  /** Whatever is asked for is made, or on a line of the list, or brought, where its way is taken. */
  function meet(doing: number, asked: Asked, way: string): void {
    if (asked.makers.length > 0) {
      const made = asked.makers.slice(0, mostMakers).map((maker) => {
        const when = binary(`k${count++}`);
        after(maker, doing, [when]);
        return when;
      });
      constraints.push(`${made.join(' + ')} - ${way} = 0`);
      handle(doing, asked, identityOf(asked), way);
      return;
    }
    if (asked.by === 'FORM') return;
    const met = covering(asked).map(({ asked: line, name, shown }) => {
      const when = binary(`m${count++}`);
      constraints.push(`${when} - ${name} <= 0`);
      if (looksAt(asked) && asked.use.use !== 'COPY') constraints.push(`${shown} - ${when} >= 0`);
      if (asked.use.use === 'HAND_IN') constraints.push(`${shown} - ${when} >= 0`);
      const kept = asked.use.use === 'COPY' || asked.use.use === 'INSPECT_AND_COPY' ? asked.use.copies : 0;
      const each = asked.documentType.holding === 'EACH' ? asked.parties.length : 1;
      if (kept > 0) copies.push(`${kept * each} ${when}`);
      handle(doing, asked, identityOf(line), when);
      return when;
    });
    if (asked.by !== null) {
      const brought = binary(`b${count++}`);
      // Nothing is fetched that a line meets anyway.
      for (const { name } of covering(asked)) constraints.push(`${brought} + ${name} <= 1`);
      if (asked.by !== 'HELD') {
        const source = drawn.get(asked.by.source) ?? binary(`z${drawn.size}`);
        drawn.set(asked.by.source, source);
        constraints.push(`${source} - ${brought} >= 0`);
      }
      met.push(brought);
    }
    constraints.push(`${met.join(' + ')} - ${way} = 0`);
  }

  function handle(doing: number, asked: Asked, document: string, when: string): void {
    const takes = asked.use.use === 'HAND_IN';
    if (takes || looksAt(asked)) handlings.push({ document, doing, when, takes });
  }

  /** Rule 3: beside a group's line none is asked for of a part of it. */
  function narrow(): void {
    for (const { asked, name } of lines.values())
      for (const wider of covering(asked)) if (wider.name !== name) constraints.push(`${name} + ${wider.name} <= 1`);
  }

  /** Rule 9: whoever looks at a document does so before it is taken, and two matters never take the same. */
  function order(): void {
    for (const taker of handlings.filter(({ takes }) => takes))
      for (const other of handlings) {
        if (other.document !== taker.document || other.doing === taker.doing) continue;
        const isSameMatter = matters[other.doing]?.member === matters[taker.doing]?.member;
        // What is done for each of two twins takes one for each.
        if (isSameMatter) continue;
        if (!other.takes) after(other.doing, taker.doing, [other.when, taker.when]);
        else constraints.push(`${other.when} + ${taker.when} <= 1`);
      }
  }

  /** Rules 12 and 20, in working days: free once all before it have ended, begun once its waits are over. */
  function timeIt(): void {
    for (const [at, { answer, waits }] of matters.entries()) {
      constraints.push(`free_${at} >= 0`, `begun_${at} - free_${at} >= 0`);
      for (const { since, limit } of waits)
        constraints.push(
          since === 'BEGINNING' ? `begun_${at} >= ${limit.amount}` : `begun_${at} - free_${at} >= ${limit.amount}`,
        );
      constraints.push(`done_${at} - begun_${at} = ${daysOf(answer)}`, `last - done_${at} >= 0`);
    }
  }
}

function daysOf({ promisedLimit, statutoryLimit }: Doing['answer']): number {
  return (promisedLimit ?? statutoryLimit)?.amount ?? 0;
}

/** No path is longer than all matters with all their waits one after another. */
function longestOf(matters: ReadonlyArray<Doing>): number {
  return matters.reduce(
    (sum, { answer, waits }) => sum + daysOf(answer) + waits.reduce((days, { limit }) => days + limit.amount, 0),
    1,
  );
}
