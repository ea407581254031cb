import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationText } from '../../../scripts/assemble.ts';
import { faultsOf } from '../../attacks/answers.ts';
import { hostileNames } from '../../attacks/values.ts';
import { inputFor } from '../gateway-of.ts';
import { type Attacked, startAttacked } from './attacked.ts';

/** `PAYLOADS` as many, of `npm run test:long` 100,000. A failure prints what was sent; with `SEED` the same are drawn again. */
const payloads = Number(process.env.PAYLOADS ?? 600);
const seed = Number(process.env.SEED ?? 2026);
const atOnce = 4;

let attacked: Attacked;
beforeAll(async () => {
  attacked = await startAttacked();
});
afterAll(() => attacked.close());

type Form = Record<string, Record<string, unknown>>;
const { form: whole, ...rest } = inputFor({ id: '', materials: [], sources: [] } as never) as { form: Form };
const parties = Object.keys(whole);
const fields = [...new Set(parties.flatMap((party) => Object.keys(whole[party] ?? {})))];
const written = parties.flatMap((party) => Object.values(whole[party] ?? {}));

const name = fc.oneof(
  fc.constantFrom(...hostileNames.map(([, text]) => text)),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
/** What a form is filled in with: as wanted, in another's place, nearly so, of another type, or of no sense. */
const value = fc.oneof(
  fc.constantFrom(...written),
  fc.constantFrom(...hostileNames.map(([, text]) => text)),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 17, maxLength: 19 }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger()),
  fc.constantFrom(null, true, false, '', ' ', '　', '2026-02-30', '25:61', 1e308, -0, [], {}),
  fc.jsonValue({ maxDepth: 4 }),
);
interface Edit {
  readonly party: string;
  readonly field: string;
  readonly value: unknown;
}
const usually = <T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: often }, { weight: 1, arbitrary: seldom });
/** `undefined`: it is left out. */
const edit: fc.Arbitrary<Edit> = fc.record({
  party: usually(fc.constantFrom(...parties), name),
  field: usually(fc.constantFrom(...fields), name),
  value: usually(value, fc.constant(undefined)),
});
const edited = (edits: ReadonlyArray<Edit>): Form => {
  const form: Form = structuredClone(whole);
  for (const { party, field, value } of edits) {
    const own = Object.hasOwn(form, party) ? (form[party] as Record<string, unknown>) : {};
    Object.defineProperty(own, field, { value, enumerable: true, configurable: true, writable: true });
    Object.defineProperty(form, party, { value: own, enumerable: true, configurable: true, writable: true });
  }
  return form;
};

interface Answer {
  readonly data?: { readonly submitLifeEvent: Submitted | null } | null;
  readonly errors?: ReadonlyArray<unknown>;
}
interface Submitted {
  readonly submission: { readonly id: string } | null;
  readonly problems: ReadonlyArray<{ code: string; message: string; path: ReadonlyArray<string> }>;
}

it(
  `${payloads} generated forms are taken or refused by code and path, and break nothing`,
  async () => {
    const drawn = fc.sample(fc.array(edit, { minLength: 1, maxLength: 5 }), { seed, numRuns: payloads });
    const { samples, tokens } = attacked;
    const sample = samples['Mutation.submitLifeEvent(input:)'] as Record<string, unknown>;
    const query = operationText('submit');
    const faults: string[] = [];
    const codes = new Map<string, number>();
    const waiting = drawn.entries();
    const send = async (): Promise<void> => {
      for (const [number, edits] of waiting) {
        const input = { ...rest, ...sample, idempotencyKey: `payload-${seed}-${number}`, form: edited(edits) };
        const told = await attacked.post({ query, variables: { input } }, tokens.citizen);
        const said = [...faultsOf(told), ...(told.status === 200 ? unlike(JSON.parse(told.body), codes) : [])];
        faults.push(...said.map((fault) => `${fault}: ${JSON.stringify(edits).slice(0, 500)}`));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, send));
    expect(faults.slice(0, 10)).toEqual([]);
    // It was looked at as a form, in many ways.
    expect([...codes.keys()].length, JSON.stringify([...codes])).toBeGreaterThanOrEqual(8);
  },
  300_000 + payloads * 100,
);

/** What an answer lacks that a page needs to show where something is wrong. */
function unlike({ data, errors }: Answer, codes: Map<string, number>): ReadonlyArray<string> {
  if (errors) return [];
  const submitted = data?.submitLifeEvent;
  if (!submitted) return ['it is answered by nothing'];
  const { submission, problems } = submitted;
  const note = (code: string): void => void codes.set(code, (codes.get(code) ?? 0) + 1);
  if (submission) note('taken');
  for (const { code } of problems) note(code);
  if (submission === null && problems.length === 0) return ['it is neither taken nor refused'];
  if (submission !== null && problems.length > 0) return ['it is taken and refused'];
  return problems.flatMap(({ code, message, path }) => [
    ...(/^[A-Z][A-Z_]+$/.test(code) ? [] : [`code ${code}`]),
    ...(message === '' ? [`${code} has no words`] : []),
    ...(path.length > 0 ? [] : [`${code} has no path`]),
  ]);
}
