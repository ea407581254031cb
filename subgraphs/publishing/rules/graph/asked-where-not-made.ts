import { evaluate } from '../../../language/conditions.ts';
import type { Catalogue, MatterEntry } from '../../catalogue.ts';
import { documentKey } from '../../documents.ts';
import type { Rule } from '../../rule.ts';
import type { LifeEventFile, OptionInFile, RequirementInFile, UseInFile } from '../../shapes.ts';
import { describeSituation, situationsOf, someDay } from '../../situations.ts';

/**
 * 一件事在某些情形下为一生只办一次的当事人出具某份材料，在另一些情形下不出具，却仍然要它。
 * In some situations an event makes a document for whom it happens to once in a life, and in others it does not and asks for it all the same.
 *
 * @why 当事人（如新生儿）此前不可能有这份材料：在这些情形下申请人要去找一份没有人出具的材料。
 * Such a party, as a newborn, cannot have had it before: in these situations citizens look for a paper that nobody issues.
 * @mend 给这一行或选项写上同样的 condition 和代替的材料，或改正出具它的事项的 condition。
 * Give the row or option the same condition, with what is taken instead, or correct the condition of the matter that makes it.
 * @source subgraphs/planning/PLANNING.md: Produced in the event
 */
export const rule: Rule = {
  code: 'ASKED_WHERE_NOT_MADE',
  severity: 'warning',
  *find(catalogue) {
    const told = new Set<string>();
    for (const { value: event } of catalogue.lifeEvents)
      for (const { matter, index, use, situation } of asked(event, catalogue)) {
        const place = `${matter.value.code} ${index}`;
        if (told.has(place)) continue;
        told.add(place);
        yield {
          file: matter.file,
          at: ['requirements', index],
          message: {
            zh: `“${use.type}”在此情形下无人出具，却仍要提交：${situation}。`,
            en: `"${use.type}" is asked for where no matter of the event makes it: ${situation}.`,
          },
          mend: { zh: '请写明该情形下以什么代替。', en: 'Say what is taken instead there.' },
        };
      }
  },
};

interface Asked {
  readonly matter: MatterEntry;
  readonly index: number;
  readonly use: UseInFile;
  readonly situation: string;
}
type Condition = LifeEventFile['members'][number]['condition'];

function* asked(event: LifeEventFile, catalogue: Catalogue): Iterable<Asked> {
  const makers = makersIn(event, catalogue.matterOf);
  for (const member of event.members) {
    const matter = catalogue.matterOf.get(member.matter);
    const overridden = new Set(member.overrides?.map(({ requirement }) => requirement));
    for (const [index, row] of (matter?.value.requirements ?? []).entries()) {
      if (!matter || row.declaredSource !== 'GOVERNMENT' || overridden.has(row.code)) continue;
      for (const { way, use, made } of waysMade(row, makers)) {
        const situation = situationOf([member.condition, row.condition, way.condition], made, waysOf(row), catalogue);
        if (situation) yield { matter, index, use, situation };
      }
    }
  }
}

/** Documents of a row that members make, none of them always. */
function waysMade(row: RequirementInFile, makers: ReadonlyMap<string, ReadonlyArray<Condition>>) {
  return waysOf(row).flatMap((way) =>
    way.uses.flatMap((use) => {
      const made = makers.get(documentKey(use));
      return made && !made.includes(undefined) ? [{ way, use, made }] : [];
    }),
  );
}

const waysOf = ({ options, uses }: RequirementInFile): ReadonlyArray<OptionInFile> => options ?? [{ uses: uses ?? [] }];

/** One in which this way is the only one to meet the row, and nobody makes the document. */
function situationOf(
  needed: ReadonlyArray<Condition>,
  made: ReadonlyArray<Condition>,
  ways: ReadonlyArray<OptionInFile>,
  { questionOf }: Catalogue,
): string | undefined {
  const found = situationsOf([...needed, ...made, ...ways.map((way) => way.condition)], questionOf)?.find((answers) => {
    const says = (condition: Condition) => evaluate(condition, { answers, questions: questionOf, today: someDay });
    return (
      ways.filter((way) => says(way.condition) === 'TRUE').length === 1 &&
      needed.every((each) => says(each) === 'TRUE') &&
      made.every((each) => says(each) === 'FALSE')
    );
  });
  return found && describeSituation(found);
}

/** Document of whom the event happens to once → conditions under which members make it; undefined among them: always. */
function makersIn({ members, onceFor = [] }: LifeEventFile, matterOf: Catalogue['matterOf']) {
  const once = new Set(onceFor.map(({ role }) => role));
  const makers = new Map<string, Condition[]>();
  for (const { matter, condition } of members)
    for (const result of matterOf.get(matter)?.value.results ?? []) {
      if (!once.has(result.subject)) continue;
      const key = documentKey(result);
      makers.set(key, [...(makers.get(key) ?? []), condition]);
    }
  return makers;
}
