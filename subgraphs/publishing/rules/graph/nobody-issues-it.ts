import type { Catalogue } from '../../catalogue.ts';
import { mendWith } from '../../did-you-mean.ts';
import { documentKey, usesOf } from '../../documents.ts';
import type { Rule } from '../../rule.ts';
import type { LifeEventFile, RequirementInFile, UseInFile } from '../../shapes.ts';

/**
 * 一件事的事项出具某种材料，另一个事项却要它的另一份（spec）或另一个人的，而那一份没有人出具。
 * A matter of an event issues a document, and another asks for another part of it (its spec), or for somebody else's, that nobody issues.
 *
 * @why 计划看上去完整，却让申请人去找一份没有任何部门出具的材料。
 * The plan looks whole, and sends the citizen after a paper that no department issues.
 * @mend 改正 spec 或 subject；确实由申请人自备的，declaredSource 写 APPLICANT。
 * Correct its spec or its party; where the citizen has it already, let declaredSource say APPLICANT.
 * @source subgraphs/planning/PLANNING.md: Produced in the event
 */
export const rule: Rule = {
  code: 'NOBODY_ISSUES_IT',
  severity: 'error',
  *find(catalogue) {
    const told = new Set<string>();
    for (const { value: event } of catalogue.lifeEvents) {
      const made = madeBy(
        event.members.map(({ matter }) => matter),
        catalogue,
      );
      const asked = askedIn(event, catalogue);
      const once = new Set((event.onceFor ?? []).map(({ role }) => role));
      for (const { matter, restsOn = [] } of event.members) {
        const before = new Set(madeBy(restsOn, catalogue).filter((each) => !asked.has(documentKey(each))));
        const entry = catalogue.matterOf.get(matter);
        for (const [index, row] of (entry?.value.requirements ?? []).entries()) {
          const place = `${matter} ${index}`;
          if (!entry || told.has(place) || !isForOthersToGive(row)) continue;
          // Who issues a document anew may ask for the old one.
          const anew = new Set(entry.value.results.map(({ type }) => type));
          const missing = onlyWays(row).find(
            (use) => !anew.has(use.type) && issuedOtherwise(use, made, { once, before }, catalogue),
          );
          if (!missing) continue;
          told.add(place);
          const other = issuedOtherwise(missing, made, { once, before }, catalogue) as Made;
          yield {
            file: entry.file,
            at: ['requirements', index],
            message: {
              zh: `没有人出具“${called(missing)}”，只出具“${called(other)}”。`,
              en: `Nobody issues "${called(missing)}"; what is issued is "${called(other)}".`,
            },
            mend: mendWith(called(other), { zh: '请改正 spec 或 subject。', en: 'Correct its spec or its party.' }),
          };
        }
      }
    }
  },
};

type Made = Pick<UseInFile, 'type' | 'subject' | 'spec'>;

const called = ({ type, subject, spec }: Made): string =>
  [type, subject, ...(spec === undefined ? [] : [spec])].join(' ');

/** What the applicant has, or somebody outside, is not for the event to issue. */
function isForOthersToGive({ declaredSource }: RequirementInFile): boolean {
  return declaredSource === 'GOVERNMENT';
}

/** Documents without which the row is not met in some situation: of options that stand for each other one is enough. */
function onlyWays({ uses, options = [] }: RequirementInFile): ReadonlyArray<UseInFile> {
  if (uses) return uses;
  const free = options.filter(({ condition }) => condition === undefined);
  return options.length === 1 || free.length === 0 ? options.flatMap((option) => option.uses) : [];
}

function madeBy(matters: ReadonlyArray<string>, { matterOf }: Catalogue): ReadonlyArray<Made> {
  return matters.flatMap((matter) => matterOf.get(matter)?.value.results ?? []);
}

/** What is issued in its place: of the same party another part, or the same part of another party; undefined where it is issued, or none of it is. */
function issuedOtherwise(
  use: UseInFile,
  made: ReadonlyArray<Made>,
  { once, before }: Suspects,
  { roles }: Catalogue,
): Made | undefined {
  const ofType = made.filter(({ type }) => type === use.type);
  const parties = new Set([use.subject, ...(membersOf(use.subject, roles) ?? [])]);
  const groups = roles.flatMap(({ value }) => value.roles).filter(({ members }) => members?.includes(use.subject));
  for (const { code } of groups) parties.add(code);
  const ofParty = ofType.filter(({ subject }) => parties.has(subject));
  if (ofParty.some(({ spec }) => spec === use.spec)) return undefined;
  if (ofParty[0]) return ofParty[0];
  // What people have anyway, such as a card, is none of the event's; whom it happens to once had nothing before, and what is made first though nobody asks for it was meant for who asks.
  return ofType.find(
    (other) => other.spec === use.spec && (use.spec !== undefined || once.has(use.subject) || before.has(other)),
  );
}

/** What makes it likely that another party was meant. */
interface Suspects {
  /** Roles to whom the event happens once. */
  readonly once: ReadonlySet<string>;
  /** Results, that nothing of the event asks for, of matters on which who asks rests. */
  readonly before: ReadonlySet<Made>;
}

function askedIn(event: LifeEventFile, { matterOf }: Catalogue): ReadonlySet<string> {
  const rows = event.members.flatMap(({ matter }) => matterOf.get(matter)?.value.requirements ?? []);
  return new Set(rows.flatMap(usesOf).map(documentKey));
}

function membersOf(role: string, roles: Catalogue['roles']): ReadonlyArray<string> | undefined {
  return roles.flatMap(({ value }) => value.roles).find(({ code }) => code === role)?.members;
}
