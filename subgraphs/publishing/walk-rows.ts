import { type Condition, evaluate, type Facts, type Question, type QuestionsByCode } from '../language/conditions.ts';
import type { Catalogue, MatterEntry } from './catalogue.ts';
import { areSame, createKept } from './kept.ts';
import type { OverrideInFile, RequirementInFile } from './shapes.ts';
import { situationsOf, someDay } from './situations.ts';
import type { SourceFile } from './source-file.ts';

type Situation = Facts<QuestionsByCode>;
interface WalkedRow {
  /** Where it is stated: a matter's row, or what an event has instead of one. */
  readonly file: SourceFile;
  readonly at: ReadonlyArray<string | number>;
  readonly row: RequirementInFile;
  /** The situations in which the row is needed: where its matter is done at all, for who is entitled, and its own condition holds. */
  readonly reached: ReadonlyArray<Situation>;
  /** Those of them in which its own options are what it is met by: no event has others instead. */
  readonly met: ReadonlyArray<Situation>;
}
interface Doing {
  readonly file: SourceFile;
  readonly at: ReadonlyArray<string | number>;
  readonly condition: Condition | undefined;
  readonly overrides: ReadonlyArray<OverrideInFile>;
}

/** Several rules look at the same rows of the same catalogue. */
const walked = createKept<Catalogue['matters'], ReadonlyArray<WalkedRow>>();
/** Rows of a matter, and what they were walked by: where its matter is done, and the questions that were looked up. */
const walkedOf = new WeakMap<
  MatterEntry,
  {
    readonly on: ReadonlyArray<unknown>;
    readonly asked: ReadonlyMap<string, Question | undefined>;
    readonly rows: ReadonlyArray<WalkedRow>;
  }
>();

/** Every row whose situations can be listed, as its matter states it and as events have it. */
export function walkRows({ matters, lifeEvents, questionOf }: Catalogue): ReadonlyArray<WalkedRow> {
  return walked(matters, [lifeEvents, questionOf], () => {
    const done = doingsIn(lifeEvents);
    return matters.flatMap((entry) => {
      // A matter of no event is done by itself, always.
      const doings = done.get(entry.value.code) ?? [{ file: entry.file, at: [], condition: undefined, overrides: [] }];
      const on = doings.flatMap(({ file, at }) => [file, at.join()]);
      const known = walkedOf.get(entry);
      if (known && areSame(known.on, on) && [...known.asked].every(([code, each]) => questionOf.get(code) === each))
        return known.rows;
      const asked = new Map<string, Question | undefined>();
      const get = (code: string): Question | undefined => {
        asked.set(code, questionOf.get(code));
        return asked.get(code);
      };
      const rows = [...walkMatter(entry, doings, { get })];
      walkedOf.set(entry, { on, asked, rows });
      return rows;
    });
  });
}

function* walkMatter(
  { file, value: matter }: MatterEntry,
  doings: ReadonlyArray<Doing>,
  questionOf: QuestionsByCode,
): Iterable<WalkedRow> {
  const accepted = (matter.acceptance ?? []).map(({ condition }) => condition);
  // Nobody needs it, or nobody is entitled to it: that is said once, and not of each row.
  if (isEmpty(situationsOfDoing(undefined, accepted, doings, questionOf))) return;
  for (const [index, row] of matter.requirements.entries()) {
    const reached = situationsOfDoing(row, accepted, doings, questionOf);
    const alone = doings.filter((doing) => overrideOf(row, doing) === undefined);
    const met = alone.length === doings.length ? reached : situationsOfDoing(row, accepted, alone, questionOf);
    if (reached) yield { file, at: ['requirements', index], row, reached, met: met ?? [] };
    // What is needed nowhere is told once.
    if (reached?.length !== 0) yield* rowsInstead(row, accepted, doings, questionOf);
  }
}

export function doingsIn(lifeEvents: Catalogue['lifeEvents']): ReadonlyMap<string, ReadonlyArray<Doing>> {
  const done = new Map<string, Doing[]>();
  for (const { file, value } of lifeEvents)
    for (const [index, { matter, condition, overrides = [] }] of value.members.entries())
      done.set(matter, [...(done.get(matter) ?? []), { file, at: ['members', index], condition, overrides }]);
  return done;
}

const overrideOf = (row: RequirementInFile, { overrides }: Doing): OverrideInFile | undefined =>
  overrides.find(({ requirement }) => requirement === row.code);

function* rowsInstead(
  row: RequirementInFile,
  accepted: ReadonlyArray<Condition>,
  doings: ReadonlyArray<Doing>,
  questions: QuestionsByCode,
): Iterable<WalkedRow> {
  for (const doing of doings) {
    const override = overrideOf(row, doing);
    if (!override || override.waived) continue;
    const instead = rowInstead(row, override);
    const reached = situationsOfDoing(instead, accepted, [doing], questions);
    const at = [...doing.at, 'overrides', doing.overrides.indexOf(override)];
    if (reached) yield { file: doing.file, at, row: instead, reached, met: reached };
  }
}

const isEmpty = (situations: ReadonlyArray<Situation> | null): boolean => situations?.length === 0;

/** Situations of a row, or of what has a condition as a row has: where its matter is done, for who is entitled. Null where they cannot be listed. */
export function situationsOfDoing(
  row: Pick<RequirementInFile, 'condition' | 'options'> | undefined,
  accepted: ReadonlyArray<Condition>,
  doings: ReadonlyArray<Pick<Doing, 'condition'>>,
  questions: QuestionsByCode,
): ReadonlyArray<Situation> | null {
  const whiles = doings.map(({ condition }) => condition);
  const options = (row?.options ?? []).map(({ condition }) => condition);
  const situations = situationsOf([...whiles, row?.condition, ...options, ...accepted], questions);
  if (situations === null) return null;
  const holds = (condition: Condition | undefined, facts: Situation): boolean => evaluate(condition, facts) === 'TRUE';
  return situations
    .map((answers): Situation => ({ answers, questions, today: someDay }))
    .filter(
      (facts) =>
        [row?.condition, ...accepted].every((condition) => holds(condition, facts)) &&
        whiles.some((condition) => holds(condition, facts)),
    );
}

/** A row as an event has it, which asks for none that the department does not ask for. */
function rowInstead({ uses, options, ...row }: RequirementInFile, override: OverrideInFile): RequirementInFile {
  const conditions = [row.condition, override.condition].filter((each) => each !== undefined);
  const [only] = conditions;
  const condition = conditions.length === 2 ? { all: conditions } : only;
  const met = override.uses || override.options ? override : { uses, options };
  return {
    ...row,
    ...(condition ? { condition } : {}),
    ...(met.uses ? { uses: met.uses } : {}),
    ...(met.options ? { options: met.options } : {}),
  };
}
