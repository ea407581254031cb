import { type AnswerValue, type Condition, evaluate, type Facts, openIn } from '../language/conditions.ts';
import { choose } from './choose.ts';
import { isOrderInDoubt } from './doubt.ts';
import type { Expansion } from './expansion.ts';
import { fewestLines } from './fewest-lines.ts';
import { kindsMade } from './kinds.ts';
import { expandRows } from './rows.ts';
import { answeredBindings, answeredSame, factsWith, type Understood } from './situation.ts';
import type { PlanInput } from './types.ts';

/** What an answer would do is counted roughly where it is hard to count: it orders questions, and promises nothing. */
const nodeBudget = 500;

/** How many lines the list would have, were one open question answered so. */
export type CountLines = (question: string, value: AnswerValue) => number;

/**
 * Counts answer by answer, from the rows of the situation as it stands on the plan's day. Answers that rule out the same are counted once. Only one
 * that binds roles, or takes another answer back, expands rows anew; and of what lines join, only what an answer changed is solved again.
 */
export function createCountLines(input: PlanInput, understood: Understood, expansion: Expansion): CountLines {
  const undecided = undecidedIn(expansion, understood.facts);
  const rolesOf = createRolesOf(input, understood);
  const rolesNow = rolesOf(understood.facts);
  const inDoubt = isOrderInDoubt(expansion);
  const ofSources = questionsOfSources(input, understood.facts);
  const solved = new Map<string, number>();
  const counted = new Map<string, number>();

  const expandedBy = (facts: Facts): Expansion =>
    expandRows(
      input,
      { ...understood, facts, bindings: answeredBindings(facts), same: answeredSame(facts) },
      () => input.today,
    );
  const chosenOf = (rows: Expansion): number => choose({ ...input, nodeBudget }, rows).lines.length;
  const once = (key: string, count: () => number): number => {
    const before = counted.get(key);
    if (before !== undefined) return before;
    const now = count();
    counted.set(key, now);
    return now;
  };

  return (question, value) => {
    const facts = factsWith(understood, question, value);
    const keepsAll = [...understood.facts.answers].every(([code, given]) => facts.answers.get(code) === given);
    if (!keepsAll || rolesOf(facts) !== rolesNow || ofSources.has(question)) {
      const anew = expandedBy(facts);
      return isOrderInDoubt(anew) ? chosenOf(anew) : fewestLines(anew.rows, new Set(), solved, nodeBudget);
    }
    const touched = undecided.filter(({ questions }) => questions.has(question));
    const truths = touched.map(({ condition }) => evaluate(condition, facts));
    // Where order is in doubt, what is certain to be done counts too.
    if (inDoubt) return once(JSON.stringify([question, truths]), () => chosenOf(expandedBy(facts)));
    const ruledOut = touched.filter((_each, at) => truths[at] === 'FALSE');
    return once(JSON.stringify(ruledOut.map(({ index }) => index)), () =>
      fewestLines(expansion.rows, new Set(ruledOut.map(({ condition }) => condition)), solved, nodeBudget),
    );
  };
}

interface Undecided {
  readonly index: number;
  readonly condition: Condition;
  /** Those that may decide it. */
  readonly questions: ReadonlySet<string>;
}

/** Open questions that decide whether a source has anything. */
function questionsOfSources({ basis }: PlanInput, facts: Facts): ReadonlySet<string> {
  const sources = basis.documentTypes.flatMap((type) => type.sources);
  return new Set(sources.flatMap(({ condition }) => openIn(condition, facts)));
}

/** Every condition of the rows that is unknown so far, once, however many parties it is repeated for. */
function undecidedIn({ instances, rows }: Expansion, facts: Facts): ReadonlyArray<Undecided> {
  const conditions = new Set<Condition | null>(instances.map(({ condition }) => condition));
  for (const { state, requirement, options } of rows) {
    if (state !== 'OPEN') continue;
    conditions.add(requirement.condition);
    for (const { condition } of options) conditions.add(condition);
  }
  return [...conditions]
    .filter((condition) => condition !== null)
    .map((condition, index) => ({ index, condition, questions: new Set(openIn(condition, facts)) }))
    .filter(({ questions }) => questions.size > 0);
}

/** What answers bind roles to and make of them, as text; that of roles given to parties, or bound so anyway, makes no difference. */
function createRolesOf({ basis }: PlanInput, { parties }: Understood): (facts: Facts) => string {
  const given = new Set(parties.flatMap(({ roles }) => roles));
  return (facts) =>
    JSON.stringify([
      Object.entries({ ...basis.bindings, ...answeredBindings(facts) })
        .filter(([role]) => !given.has(role))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      answeredSame(facts),
      basis.kinds ? kindsMade(facts).certain : [],
    ]);
}
