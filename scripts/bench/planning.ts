import { createRequire } from 'node:module';
import { readRegistry } from '../../schema/registry.ts';
import { readCatalogue } from '../../subgraphs/catalogue/files/read.ts';
import { buildPlan } from '../../subgraphs/journeys/domain/index.ts';
import type { MatterAnswer, PlanInput, Requirement } from '../../subgraphs/journeys/domain/types.ts';
import { newbornAnswers, newbornParties } from '../newborn-example.ts';

interface Solver {
  solve(model: string): { readonly ObjectiveValue: number };
}
// The package is CommonJS without a default export that types know.
const loadSolver = createRequire(import.meta.url)('highs') as () => Promise<Solver>;

/** The planning core beside an established solver (HiGHS) that is given only the covering problem inside, not the rest of the plan. */
export async function benchPlanning(): Promise<void> {
  const highs = await loadSolver();
  const cases: ReadonlyArray<readonly [string, PlanInput]> = [
    ['newborn: 7 matters, 24 rows', newbornInput()],
    ['60 matters × 400 rows', generated(60, 400, 120, 3)],
    ['adversarial: 12 matters, every row a choice of three pairs', generated(12, 96, 40, 3, 2)],
  ];
  console.log('case | plan ms (median) | lines | optimal | HiGHS ms | its optimum | ratio');
  for (const [name, input] of cases) {
    const plan = buildPlan(input);
    // A questionnaire plans on every keystroke: what counts is the plan of a process that has planned before.
    const until = performance.now() + 1500;
    while (performance.now() < until) buildPlan(input);
    const ours = median(51, () => buildPlan(input));
    const model = coveringModel(input);
    if (!model) {
      console.log(`${name} | ${ours.toFixed(2)} | ${plan.materials.length} | ${plan.optimal} | – | – | –`);
      continue;
    }
    const solution = highs.solve(model);
    const theirs = median(11, () => highs.solve(model));
    const optimum = Math.round(solution.ObjectiveValue);
    console.log(
      `${name} | ${ours.toFixed(2)} | ${plan.materials.length} | ${plan.optimal} | ${theirs.toFixed(2)} | ${optimum} | ${(theirs / ours).toFixed(1)}×`,
    );
  }
}

function median(times: number, work: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] as number;
}

function newbornInput(): PlanInput {
  const read = readCatalogue(readRegistry().departments);
  if (!read.ok) throw new Error('The catalogue does not hold: run "npm run check".');
  const { publication, departments } = read.catalogue;
  const event = publication.lifeEvents.find(({ code, region }) => code === 'newborn' && region === '330381000000');
  if (!event) throw new Error('There is no newborn event in 330381000000.');
  const answers = new Map(
    [...departments.values()].flat().map(({ code, content }) => [code, { code, ...content }] as const),
  );
  return {
    basis: { ...event.content.basis, revision: '1', region: event.region },
    matterCodes: event.content.matterCodes,
    matters: event.content.matterCodes.map((code) => answers.get(code) ?? null),
    situation: {
      answers: newbornAnswers as PlanInput['situation']['answers'],
      parties: newbornParties,
      refusedSources: [],
      held: [],
      commitments: [],
    },
    today: '2026-11-24',
  };
}

/** A catalogue drawn by a fixed sequence, so that every run measures the same. */
function generated(matters: number, rows: number, types: number, optionsPerRow: number, usesPerOption = 1): PlanInput {
  let state = 42;
  const draw = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const text = (code: string) => ({ zh: code, en: code });
  const use = () => ({
    documentType: { code: `t${draw(types)}` },
    subject: 'ONE',
    spec: null,
    use: 'INSPECT' as const,
    copies: 0,
    minimumTrust: 'D' as const,
    maximumAgeDays: null,
  });
  const answers = Array.from(
    { length: matters },
    (_each, index): MatterAnswer => ({
      code: `m${index}`,
      visits: 1,
      promisedLimit: { amount: 1, unit: 'WORKING_DAY' },
      statutoryLimit: null,
      specialProcedures: [],
      requirements: Array.from(
        { length: Math.ceil(rows / matters) },
        (_row, at): Requirement => ({
          code: `m${index}-${at}`,
          name: 'row',
          necessity: 'REQUIRED',
          condition: null,
          declaredSource: null,
          deferral: null,
          commitment: null,
          // Most rows of real catalogues offer no choice.
          options: Array.from({ length: usesPerOption > 1 || draw(4) === 0 ? optionsPerRow : 1 }, () => ({
            condition: null,
            uses: Array.from({ length: usesPerOption }, use),
          })),
          legalBasis: null,
        }),
      ),
      results: [],
      formFields: [],
    }),
  );
  return {
    basis: {
      revision: '1',
      event: 'generated',
      region: '330381000000',
      title: text('generated'),
      promisedDays: null,
      members: answers.map(({ code }) => ({
        matter: code,
        department: code,
        title: text(code),
        condition: null,
        exclusiveGroup: null,
        repeatedFor: null,
        produces: [],
      })),
      questions: [],
      bindings: {},
      roles: [{ code: 'ONE', name: text('ONE') }],
      departments: answers.map(({ code }) => ({ code, name: text(code) })),
      documentTypes: Array.from({ length: types }, (_each, index) => ({
        code: `t${index}`,
        name: text(`t${index}`),
        holding: 'EACH' as const,
        sources: [],
      })),
      calendar: { holidays: [], workdays: [], years: [2026] },
    },
    matterCodes: answers.map(({ code }) => code),
    matters: answers,
    situation: { answers: [], parties: [], refusedSources: [], held: [], commitments: [] },
    today: '2026-11-24',
  };
}

/** Fewest types so that of each row one option is whole: an integer program in CPLEX's text form. Null where outputs or sources play a part. */
function coveringModel({ basis, matters }: PlanInput): string | null {
  if (basis.questions.length > 0) return null;
  const constraints: string[] = [];
  const binaries = new Set<string>();
  for (const [row, { options }] of (matters ?? []).flatMap((matter) => matter?.requirements ?? []).entries()) {
    const chosen = options.map((_option, at) => `o${row}_${at}`);
    constraints.push(`${chosen.join(' + ')} >= 1`);
    for (const [at, { uses }] of options.entries()) {
      binaries.add(`o${row}_${at}`);
      for (const { documentType } of uses) {
        binaries.add(documentType.code);
        constraints.push(`${documentType.code} - o${row}_${at} >= 0`);
      }
    }
  }
  const types = [...binaries].filter((name) => name.startsWith('t'));
  return `Minimize\n obj: ${types.join(' + ')}\nSubject To\n${constraints.map((each, index) => ` c${index}: ${each}`).join('\n')}\nBinary\n ${[...binaries].join('\n ')}\nEnd\n`;
}
