import type postgres from 'postgres';
import { comparisonsOf, type Question, questionsOf } from '../../language/conditions.ts';
import type { FactTeller } from '../../language/policy.ts';
import type { CataloguePublication } from '../../publishing/published.ts';
import type { PolicyRules } from '../domain/rules.ts';

/** The part of a revision that policies and equivalences are, inside the publisher's transaction. */
export async function publishRules(
  transaction: postgres.Sql,
  schema: string,
  revision: number,
  { policies, equivalences, equivalenceTerms: terms, questions, sources }: CataloguePublication,
): Promise<void> {
  const compared = [...policies, ...equivalences].flatMap(({ condition }) => comparisonsOf(condition));
  const asked = [
    ...compared.flatMap(questionsOf),
    ...policies.flatMap(({ facts }) => facts.map(({ question }) => question)),
  ];
  const looked = policies.flatMap(({ facts }) => facts.flatMap(({ tellers }) => tellers.map(sourceOf)));
  const content: PolicyRules = {
    ...{ policies, equivalences, terms, questions: withWhatTheyRestOn(questions, asked) },
    sources: sources
      .filter(({ code }) => looked.includes(code))
      .map(({ code, provider = null }) => ({ code, provider })),
  };
  await transaction`
    insert into ${transaction(`${schema}.rules`)} (revision, content)
    values (${revision}, ${JSON.stringify(content)}::text::jsonb)`;
}

const sourceOf = (teller: FactTeller): string | null => (teller.place === 'SOURCE' ? teller.source : null);

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
