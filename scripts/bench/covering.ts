import { createRequire } from 'node:module';
import type {
  EventMember,
  MatterAnswer,
  MatterGroup,
  PlanInput,
  Requirement,
  RowOverride,
} from '../../subgraphs/planning/types.ts';

/** HiGHS, an established solver of integer programs. */
export interface Solver {
  solve(model: string): { readonly ObjectiveValue: number };
}
// The package is CommonJS without a default export that types know.
export const loadSolver = createRequire(import.meta.url)('highs') as () => Promise<Solver>;

/** A catalogue drawn by a fixed sequence, so that every run measures the same. */
export function generated(
  matters: number,
  rows: number,
  types: number,
  optionsPerRow: number,
  usesPerOption = 1,
  seed = 42,
): PlanInput {
  let state = seed;
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
          names: { zh: 'row', en: 'row' },
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

/** The same, with benefits in threes of which the highest is granted, and every fifth matter refused. */
export function withEntitlement(input: PlanInput): PlanInput {
  const text = { zh: '理由', en: 'reason' };
  const law = { title: 'law', article: null, documentNumber: null };
  const size = input.basis.members.length;
  const members = input.basis.members.map((member, index): EventMember => {
    const refusal = { subject: null, reasons: text, legalBasis: law, alternatives: null, alternativeMatter: null };
    return {
      ...member,
      exclusiveGroup: `g${Math.floor(index / 3)}`,
      // In no order, and no two alike.
      benefits: [{ condition: null, amountFen: 1 + ((index * 7919) % 10_007), per: 'ONCE' }],
      acceptance: index % 5 === 0 ? [{ code: 'never', condition: { any: [] }, ...refusal }] : [],
    };
  });
  const groups = Array.from({ length: Math.ceil(size / 3) }, (_each, at): MatterGroup => {
    return { code: `g${at}`, choose: 'HIGHEST_BENEFIT', reasons: text, legalBasis: law };
  });
  return { ...input, basis: { ...input.basis, members, groups } };
}

/** The same, where rows say more: sources that serve some rows and not the next, rows waived or taken otherwise by the event, and waits. */
export function withRowsThatSayMore(input: PlanInput): PlanInput {
  const legalBasis = { title: 'law', article: null, documentNumber: null };
  const titles = { zh: '等待', en: 'wait' };
  const sourceOf = (code: string) => `s-${code}`;
  const documentTypes = input.basis.documentTypes.map((type, index) =>
    index % 4 === 0
      ? {
          ...type,
          sources: [
            { code: sourceOf(type.code), name: type.name, method: 'DATA_VERIFICATION' as const, requiresConsent: true },
          ],
        }
      : type,
  );
  let count = 0;
  const overrides = new Map<string, RowOverride>();
  const matters = (input.matters ?? []).map((matter, position) => {
    if (!matter) return null;
    const requirements = (matter.requirements ?? []).map((row): Requirement => {
      const at = count++;
      if (at % 7 === 1) overrides.set(row.code, departure(row, { condition: { any: [] } }));
      if (at % 7 === 2) overrides.set(row.code, departure(row, { options: row.options.slice(-1) }));
      if (at % 11 === 3) return { ...row, exemptions: [{ sources: null, legalBasis }] };
      return at % 3 === 0 ? { ...row, exemptions: [] } : row;
    });
    const limit = { amount: position % 5, unit: 'NATURAL_DAY' as const };
    const since = position % 2 === 0 ? ('BEGINNING' as const) : ('PREVIOUS' as const);
    return { ...matter, requirements, waits: [{ code: 'w', titles, limit, since, condition: null, legalBasis }] };
  });
  const members = input.basis.members.map((member, position): EventMember => {
    const own = (input.matters?.[position]?.requirements ?? []).flatMap(({ code }) => overrides.get(code) ?? []);
    return { ...member, overrides: own };
  });
  return { ...input, basis: { ...input.basis, documentTypes, members }, matters };

  function departure({ code }: Requirement, more: Partial<RowOverride>): RowOverride {
    return { requirement: code, condition: null, options: null, deferral: null, legalBasis, ...more };
  }
}

/** Of each group one entitled matter is done, and none that pays less than another: said to the solver, which finds out which. */
function entitlementConstraints({ members, groups = [] }: PlanInput['basis']): ReadonlyArray<string> {
  return groups.flatMap(({ code }) => {
    const entitled = members.filter(
      ({ exclusiveGroup, acceptance = [] }) => exclusiveGroup === code && acceptance.length === 0,
    );
    const amounts = entitled.map(({ benefits = [] }) => benefits[0]?.amountFen ?? 0);
    if (entitled.length === 0) return [];
    return [
      `${entitled.map(({ matter }) => `y${matter}`).join(' + ')} = 1`,
      `${entitled.map(({ matter }, at) => `${amounts[at]} y${matter}`).join(' + ')} >= ${Math.max(...amounts)}`,
    ];
  });
}

/** What a row comes to: by what the event has otherwise, the ways to meet it with the types that no source brings; none of a row that is waived. */
function demandedBy(
  { members, documentTypes }: PlanInput['basis'],
  matter: string,
  { code, options, exemptions }: Requirement,
): ReadonlyArray<ReadonlyArray<string>> {
  const override = members
    .find((member) => member.matter === matter)
    ?.overrides?.find(({ requirement }) => requirement === code);
  if (override?.condition || exemptions?.some(({ sources }) => sources === null)) return [];
  const shared = new Set(
    exemptions == null ? documentTypes.flatMap((type) => (type.sources.length > 0 ? [type.code] : [])) : [],
  );
  return (override?.options ?? options).map(({ uses }) =>
    uses.map(({ documentType }) => documentType.code).filter((type) => !shared.has(type)),
  );
}

/** Fewest types so that of each row one option is whole: an integer program in CPLEX's text form. Null where questions play a part. */
export function coveringModel({ basis, matters }: PlanInput): string | null {
  if (basis.questions.length > 0) return null;
  const constraints: string[] = [...entitlementConstraints(basis)];
  const grouped = new Set(basis.members.flatMap(({ matter, exclusiveGroup }) => (exclusiveGroup ? [matter] : [])));
  const binaries = new Set([...grouped].map((matter) => `y${matter}`));
  const rows = (matters ?? []).flatMap((matter) =>
    (matter?.requirements ?? [])
      .map((row) => ({ options: demandedBy(basis, matter?.code ?? '', row), matter: matter?.code ?? '' }))
      .filter(({ options }) => options.length > 0),
  );
  for (const [row, { options, matter }] of rows.entries()) {
    const chosen = options.map((_option, at) => `o${row}_${at}`);
    constraints.push(grouped.has(matter) ? `${chosen.join(' + ')} - y${matter} >= 0` : `${chosen.join(' + ')} >= 1`);
    for (const [at, types] of options.entries()) {
      binaries.add(`o${row}_${at}`);
      for (const type of types) {
        binaries.add(type);
        constraints.push(`${type} - o${row}_${at} >= 0`);
      }
    }
  }
  const types = [...binaries].filter((name) => name.startsWith('t'));
  return `Minimize\n obj: ${types.join(' + ')}\nSubject To\n${constraints.map((each, index) => ` c${index}: ${each}`).join('\n')}\nBinary\n ${[...binaries].join('\n ')}\nEnd\n`;
}
