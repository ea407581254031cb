import { byCode } from '../../../subgraphs/language/canonical.ts';
import { type AnswerValue, evaluate, type Question } from '../../../subgraphs/language/conditions.ts';
import { valuesToTry } from '../../../subgraphs/planning/questions.ts';
import type { Answer, PlanInput } from '../../../subgraphs/planning/types.ts';

/** An event before and after a change; null where it is not there. */
export interface Pair {
  readonly before: PlanInput | null;
  readonly after: PlanInput | null;
}
/** One situation, as the questions of each side ask about it. */
export interface SituationPair {
  readonly before: ReadonlyArray<Answer> | null;
  readonly after: ReadonlyArray<Answer> | null;
}
export interface Sample {
  readonly situations: ReadonlyArray<SituationPair>;
  /** They are all that conditions tell apart. */
  readonly exhaustive: boolean;
}

/**
 * Situations of an event: every combination of answers that conditions tell apart, of a number or a date one in every interval; or, where they are
 * more than `most`, so many of them, evenly drawn and always the same. Answers to what is not asked there are left out.
 */
export function sampleSituations(pair: Pair, most: number): Sample {
  const values = valuesOf(pair);
  const combinations = values.reduce((product, [, each]) => product * each.length, 1);
  const exhaustive = combinations <= most;
  const draw = drawer();
  const found = new Map<string, SituationPair>();
  for (let index = 0; index < Math.min(combinations, most); index++) {
    let rest = index;
    const given = new Map<string, AnswerValue>();
    for (const [code, each] of values) {
      given.set(code, each[exhaustive ? rest % each.length : draw(each.length)] as AnswerValue);
      rest = Math.floor(rest / each.length);
    }
    const situation = { before: asked(pair.before, given), after: asked(pair.after, given) };
    found.set(JSON.stringify(situation), situation);
  }
  return { situations: [...found.values()], exhaustive };
}

/** Of each question, whichever side asks it, the answers that either side tells apart. */
function valuesOf({ before, after }: Pair): ReadonlyArray<readonly [string, ReadonlyArray<AnswerValue>]> {
  const values = new Map<string, Set<AnswerValue>>();
  for (const input of [before, after])
    for (const question of input?.basis.questions ?? [])
      for (const value of valuesToTry(question, input as PlanInput))
        values.set(question.code, (values.get(question.code) ?? new Set()).add(value));
  return [...values].sort(([a], [b]) => byCode(a, b)).map(([code, each]) => [code, [...each]]);
}

function asked(input: PlanInput | null, given: ReadonlyMap<string, AnswerValue>): ReadonlyArray<Answer> | null {
  if (!input) return null;
  const { questions } = input.basis;
  const named = new Map(questions.map((question) => [question.code, question]));
  const answers = new Map<string, AnswerValue>();
  const isAsked = ({ code, condition }: Question): boolean =>
    !answers.has(code) && evaluate(condition, { answers, questions: named, today: input.today }) === 'TRUE';
  for (let before = -1; before !== answers.size; ) {
    before = answers.size;
    for (const question of questions)
      if (isAsked(question)) answers.set(question.code, given.get(question.code) as AnswerValue);
  }
  return [...answers].map(([question, value]) => ({ question, value }));
}

/** A fixed sequence of numbers below what is asked: the same sample every time. */
function drawer(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
