import { LRUCache } from 'lru-cache';
import { digest } from '../../../language/canonical.ts';
import type { Localized } from '../../../language/text.ts';
import { orderByEdges } from '../../../planning/graph.ts';
import type { Plan, PlanInput } from '../../../planning/types.ts';
import type { Catalogue } from '../../catalogue.ts';
import { documentKey, usesOf } from '../../documents.ts';
import { createPlanInputs } from '../../link/events.ts';
import { plannedSituations } from '../../planned.ts';
import type { Rule } from '../../rule.ts';
import type { LifeEventFile } from '../../shapes.ts';
import { someDay } from '../../situations.ts';

/**
 * 一件事在某种情形下无法办理：事项互相等待对方的结果，或两个事项都要收走同一份材料。
 * 由为申请人制订计划的同一内核按情形试排得出。
 * In some situation an event cannot be done: its matters wait for each other's results, or two of them take the same document away. Found by the core
 * that plans for citizens, in the event's situations.
 *
 * @why 计划会告诉申请人这件事办不成，而申请人对此无能为力。
 * The plan tells citizens that it cannot be done, and there is nothing that they could do about it.
 * @mend 改正其中一个事项的材料：写明自备、改为复印或查验，或改用另一份材料。
 * Correct a row of one of the matters: let the applicant have it already, copy or inspect it, or ask for another document.
 * @source subgraphs/planning/PLANNING.md: Rules 5 and 9
 */
export const rule: Rule = {
  code: 'PLAN_IMPOSSIBLE',
  severity: 'error',
  *find(catalogue) {
    let inputOf: ReturnType<typeof createPlanInputs> | undefined;
    for (const { file, value: event } of catalogue.lifeEvents) {
      const index = doubtful(event, catalogue);
      if (index === undefined) continue;
      inputOf ??= createPlanInputs(catalogue, someDay);
      const fault = impossible(inputOf(event));
      if (!fault) continue;
      yield {
        file,
        at: ['members', index, 'matter'],
        message: { zh: `${fault.message.zh}（${fault.situation}）`, en: `${fault.message.en} (${fault.situation})` },
        mend: { zh: '请改正其中一个事项的材料。', en: 'Correct a row of one of the matters.' },
      };
    }
  },
};

type Impossible = { readonly message: Localized; readonly situation: string };

/** By what is planned: most changes of a catalogue are none of it, and planning takes longest of all that is judged. */
const judged = new LRUCache<string, { readonly fault: Impossible | undefined }>({ max: 1_000 });

function impossible(input: PlanInput): Impossible | undefined {
  const key = digest(JSON.stringify(input));
  const known = judged.get(key) ?? { fault: impossibleIn(input) };
  judged.set(key, known);
  return known.fault;
}

const ofTheCatalogue: ReadonlySet<string> = new Set(['PRODUCTION_CYCLE', 'TAKEN_TWICE']);

function impossibleIn(input: PlanInput): Impossible | undefined {
  for (const { plan, situation } of plannedSituations(input)) {
    const problem = plan.problems.find(({ code }) => ofTheCatalogue.has(code));
    if (problem) return { message: problem.message, situation };
    const early = askedThoughMade(plan, input);
    if (early)
      return {
        message: {
          zh: `“${early.zh}”由本件事自己出具，却在出具之前就要提交`,
          en: `"${early.en}" is made by the event itself, and asked for before it is made`,
        },
        situation,
      };
    const former = fetchedThoughMade(plan, input);
    if (former)
      return {
        message: {
          zh: `“${former.zh}”由本件事自己出具，却在出具之前就要调取`,
          en: `"${former.en}" is made by the event itself, and fetched from a source before it is made`,
        },
        situation,
      };
  }
  return undefined;
}

/** What the core asks the citizen for because nothing else breaks the circle: a document that a step of this very plan makes. */
function askedThoughMade({ materials, steps }: Plan, { matters }: PlanInput): Localized | undefined {
  const done = new Set(steps.map(({ matter }) => matter));
  const made = (matters ?? []).flatMap((matter) => (matter && done.has(matter.code) ? (matter.results ?? []) : []));
  return materials.find(({ documentType, subjects, spec }) =>
    made.some(
      (result) =>
        result.documentType.code === documentType && result.spec === spec && subjects.includes(result.subject),
    ),
  )?.title;
}

/** What a source is asked for because nothing else breaks the circle: it has the document of before, which is to become another. */
function fetchedThoughMade({ filings, steps }: Plan, { matters }: PlanInput): Localized | undefined {
  const done = new Set(steps.map(({ matter }) => matter));
  const of = new Map((matters ?? []).flatMap((matter) => (matter ? [[matter.code, matter] as const] : [])));
  const makers = [...of.values()].filter(({ code }) => done.has(code));
  for (const { matter, rows } of filings)
    for (const { requirement, fate } of rows) {
      const row = of.get(matter)?.requirements?.find((each) => each.code === requirement);
      if (fate !== 'SHARED' || !row) continue;
      const asked = new Set(row.options.flatMap(({ uses }) => uses).map(keyOf));
      if (makers.some(({ results }) => results?.some((result) => asked.has(keyOf(result))))) return row.names;
    }
  return undefined;
}

const keyOf = (each: {
  readonly documentType: { readonly code: string };
  readonly subject: string;
  readonly spec: string | null;
}): string => JSON.stringify([each.documentType.code, each.subject, each.spec]);

/** A member that may wait for itself by way of others, or take what another takes, in some situation; nearly no event has one. */
function doubtful({ members }: LifeEventFile, { matterOf }: Catalogue): number | undefined {
  const matters = members.map(({ matter }) => matterOf.get(matter)?.value);
  const makers = new Map<string, number[]>();
  for (const [index, matter] of matters.entries())
    for (const result of matter?.results ?? [])
      makers.set(documentKey(result), [...(makers.get(documentKey(result)) ?? []), index]);
  const edges: Array<readonly [number, number]> = [];
  const takers = new Map<string, number>();
  for (const [index, matter] of matters.entries())
    for (const use of (matter?.requirements ?? []).flatMap(usesOf)) {
      const key = documentKey(use);
      for (const maker of makers.get(key) ?? []) edges.push([maker, index]);
      if (use.use !== 'HAND_IN') continue;
      const other = takers.get(key);
      if (other !== undefined && other !== index) return index;
      takers.set(key, index);
    }
  return orderByEdges(members.length, edges).cycle?.[0];
}
