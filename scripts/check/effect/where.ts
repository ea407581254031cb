import type { Question } from '../../../subgraphs/language/conditions.ts';
import type { Localized } from '../../../subgraphs/language/text.ts';
import type { Pair, SituationPair } from './situations.ts';

/** Which situations are meant, in words of the questions. */
export interface Where {
  /** Answers, all of them given. Empty: in every situation, or (not `exact`) in some that have nothing in common. */
  readonly answers: ReadonlyArray<Localized>;
  /** These answers tell those situations from all others that were planned; else the others may have them too. */
  readonly exact: boolean;
}

/** The fewest answers that tell some situations from the others; where none do, what they have in common. */
export function whereOf(situations: ReadonlyArray<SituationPair>, chosen: ReadonlySet<number>, pair: Pair): Where {
  const given = situations.map(
    ({ before, after }) =>
      new Map([...(before ?? []), ...(after ?? [])].map(({ question, value }) => [question, value])),
  );
  const [first, ...others] = given.filter((_each, index) => chosen.has(index));
  let common = [...(first ?? [])].filter(([question, value]) => others.every((each) => each.get(question) === value));
  const meets = (answers: typeof common): number =>
    given.filter((each) => answers.every(([question, value]) => each.get(question) === value)).length;
  const exact = meets(common) === chosen.size;
  // What goes without saying, because the rest says as much without it.
  const needed = meets(common);
  for (const answer of [...common].reverse()) {
    const without = common.filter((each) => each !== answer);
    if (meets(without) === needed) common = without;
  }
  return { answers: common.map(([question, value]) => inWords(question, value, pair)), exact };
}

function inWords(code: string, value: unknown, { before, after }: Pair): Localized {
  const asked = [...(after?.basis.questions ?? []), ...(before?.basis.questions ?? [])];
  const question: Question | undefined = asked.find((each) => each.code === code);
  const option = question?.options.find((each) => each.code === String(value));
  const answer = option?.text ?? { zh: String(value), en: String(value) };
  const text = question?.text ?? { zh: code, en: code };
  return { zh: `${text.zh}${answer.zh}`, en: `${text.en} ${answer.en}` };
}
