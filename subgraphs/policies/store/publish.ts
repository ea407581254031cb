import type postgres from 'postgres';
import { comparisonsOf, type Question, questionsOf } from '../../language/conditions.ts';
import type { CataloguePublication } from '../../publishing/published.ts';
import type { PolicyRules } from '../domain/rules.ts';

/** The part of a revision that policies and equivalences are, inside the publisher's transaction. */
export async function publishRules(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  { policies, equivalences, equivalenceTerms: terms, questions }: CataloguePublication,
): Promise<void> {
  const compared = [...policies, ...equivalences].flatMap(({ condition }) => comparisonsOf(condition));
  const asked = [
    ...compared.flatMap(questionsOf),
    ...policies.flatMap(({ facts }) => facts.map(({ question }) => question)),
  ];
  const content: PolicyRules = { policies, equivalences, terms, questions: withWhatTheyRestOn(questions, asked) };
  await transaction`
    insert into ${transaction(`${schema}.rules`)} (revision, content)
    values (${revision}, ${JSON.stringify(content)}::text::jsonb)`;
}

/** Questions, with those on which it rests whether they are asked. */
function withWhatTheyRestOn(questions: ReadonlyArray<Question>, codes: ReadonlyArray<string>): ReadonlyArray<Question> {
  const wanted = new Set<string>();
  const open = [...codes];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (wanted.has(code)) continue;
    wanted.add(code);
    const condition = questions.find((each) => each.code === code)?.condition;
    open.push(...comparisonsOf(condition).flatMap(questionsOf));
  }
  return questions.filter(({ code }) => wanted.has(code));
}
