import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { examineProofs } from '../../../../scripts/audit/proofs.ts';
import { type Last, nextEntry } from '../../../../subgraphs/runtime/ledger.ts';
import { createLedgerKey, statementOf } from '../../../../subgraphs/runtime/ledger-key.ts';
import { createPseudonym } from '../../../../subgraphs/runtime/personal-data.ts';
import { suites } from '../../../../subgraphs/runtime/suites/index.ts';
import type { SuiteName } from '../../../../subgraphs/runtime/suites/suite.ts';

const secretsOf = () => ({
  international: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK,
  sm: randomBytes(32).toString('hex'),
});
const secrets = secretsOf();
const ledgerKey = createLedgerKey('journeys', secrets);
const { x, sm2 } = ledgerKey.published;
const known = { part: 'journeys', keys: [x, sm2 ?? ''] };

type Entry = Readonly<Record<string, unknown>> & {
  readonly number: number;
  readonly digest: string;
  readonly signature: string;
};
const kinds = ['SUBMITTED', 'RECEIPT', 'DECIDED'];
/** By these suites, one entry after the other. */
function chainOf(suites: ReadonlyArray<SuiteName>, key = ledgerKey): ReadonlyArray<Entry> {
  let last: Last = null;
  return suites.map((suite, index) => {
    const at = new Date(Date.UTC(2026, 8, 1 + index)).toISOString();
    const kind = kinds[index % 3] as string;
    const body = { filing: `f${index}`, state: '通过', payment: null };
    const pseudonym = createPseudonym(Buffer.alloc(32, 2), suite);
    const entry = nextEntry(last, { subject: 's1', at, kind, body }, ['林'], pseudonym);
    last = entry;
    const { number, contentDigest, digest } = entry;
    return { number, at, kind, body, contentDigest, digest, signature: key.sign(digest) };
  });
}
const answerOf = (entries: ReadonlyArray<unknown>): string =>
  JSON.stringify({ data: { submission: { id: 's1', proof: { entries } } } });
const faultOf = (text: string, keys = known): string | null | undefined => examineProofs(text, keys)[0]?.fault;

const I = 'INTERNATIONAL';
const histories: Readonly<Record<string, ReadonlyArray<SuiteName>>> = {
  'of the first suite': [I, I, I, I, I, I],
  'of the second': ['SM', 'SM', 'SM', 'SM', 'SM', 'SM'],
  'that goes over to the second, and back': [I, I, 'SM', 'SM', 'SM', I],
};

describe.each(Object.entries(histories))('a chain %s', (_what, suites) => {
  const chain = chainOf(suites);
  const stranger = createLedgerKey('journeys', secretsOf());

  it('holds, whole and as far as it goes', () => {
    for (let length = 0; length <= chain.length; length += 1)
      expect(examineProofs(answerOf(chain.slice(0, length)), known)).toEqual([
        { submission: 's1', entries: length, fault: null },
      ]);
  });

  it('is not held by the keys of somebody else, nor for another part or submission', () => {
    const { x: theirs, sm2: theirSm2 } = stranger.published;
    expect(faultOf(answerOf(chain), { part: 'journeys', keys: [theirs, theirSm2 ?? ''] })).toMatch(/^entry 1 is not/);
    expect(faultOf(answerOf(chain), { ...known, part: 'appeals' })).toMatch(/^entry 1 is not/);
    expect(faultOf(answerOf(chain).replace('"s1"', '"s2"'))).toMatch(/^entry 1 was changed/);
    expect(faultOf(answerOf(chain), { part: 'journeys', keys: [] })).toMatch(/^entry 1 is not/);
    // With the keys of both, it is.
    expect(faultOf(answerOf(chain), { ...known, keys: [theirs, theirSm2 ?? '', ...known.keys] })).toBeNull();
  });

  it('wants the key of each suite that signed some of it', () => {
    for (const [key, of] of [
      [x, I],
      [sm2 ?? '', 'SM'],
    ] as const) {
      const other = suites.findIndex((suite) => suite !== of) + 1;
      const fault = faultOf(answerOf(chain), { part: 'journeys', keys: [key] });
      expect(fault).toBe(other === 0 ? null : `entry ${other} is not signed by a key that was given`);
    }
  });

  it('is found broken where one is removed, moved, written anew by a stranger, put in, or told twice', () => {
    const places = fc.integer({ min: 0, max: chain.length - 1 });
    fc.assert(
      fc.property(places, places, (one, two) => {
        const [at, later] = [Math.min(one, two), Math.max(one, two)];
        const removed = chain.filter((_, index) => index !== at);
        // Cut off at its end it holds, for as far as it goes.
        const cut = at === chain.length - 1;
        expect(faultOf(answerOf(removed))).toBe(cut ? null : `entry ${at + 1} was changed, moved, added or is missing`);
        const renumbered = removed.map((entry, index) => ({ ...entry, number: index + 1 }));
        if (!cut) expect(faultOf(answerOf(renumbered))).toMatch(`entry ${at + 1} was changed`);
        const inserted = [...chain.slice(0, at), chain[later], ...chain.slice(at)];
        if (at !== later) expect(faultOf(answerOf(inserted))).toMatch(`entry ${at + 1} was changed`);
        const twice = [...chain.slice(0, at + 1), ...chain.slice(at)];
        expect(faultOf(answerOf(twice))).toMatch(`entry ${at + 2} was changed`);
        if (at !== later) {
          const swapped = chain.map((entry, index) =>
            index === at ? chain[later] : index === later ? chain[at] : entry,
          );
          expect(faultOf(answerOf(swapped))).toMatch(`entry ${at + 1} was changed`);
          const numbers = (swapped as ReadonlyArray<Entry>).map((entry, index) => ({ ...entry, number: index + 1 }));
          expect(faultOf(answerOf(numbers))).toMatch(`entry ${at + 1} was changed`);
          const signatures = chain.map((entry, index) => ({ ...entry, signature: swapped[index]?.signature }));
          expect(faultOf(answerOf(signatures))).toMatch(`entry ${at + 1} is not signed`);
        }
        const forged = chainOf(suites, stranger);
        expect(faultOf(answerOf([...chain.slice(0, at), ...forged.slice(at)]))).toMatch(
          `entry ${at + 1} is not signed`,
        );
      }),
      { numRuns: 10 },
    );
  });

  it('is found broken, and where, by any byte of any entry', () => {
    const texts = chain.map((entry) => JSON.stringify(entry));
    const places = fc.record({ entry: fc.nat(chain.length - 1), at: fc.nat(10_000), bit: fc.nat(7) });
    fc.assert(
      fc.property(places, ({ entry, at, bit }) => {
        const bytes = Buffer.from(texts[entry] as string);
        bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ (1 << bit);
        const told = texts.map((text, index) => (index === entry ? bytes.toString() : text));
        const fault = faultOf(answerOf([]).replace('[]', () => `[${told.join()}]`));
        expect(fault).toMatch(new RegExp(`^entry ${entry + 1} |^it is no JSON at |^it is no answer`));
      }),
      { numRuns: 60 },
    );
  });
});

it('one that was chained to the one before under another number is told', () => {
  const [first] = chainOf([I]);
  const pseudonym = createPseudonym(Buffer.alloc(32, 2), I);
  const at = '2026-09-02T00:00:00.000Z';
  const last = { number: 2, digest: first?.digest ?? '' };
  const { number, ...rest } = nextEntry(last, { subject: 's1', at, kind: 'RECEIPT', body: null }, [], pseudonym);
  const { subject: _of, ...entry } = { ...rest, number, signature: ledgerKey.sign(rest.digest) };
  expect(number).toBe(3);
  expect(faultOf(answerOf([first, entry]))).toBe('entry 2 was changed, moved, added or is missing');
});

it('each bit of each value of an entry is told with its place', () => {
  const chain = chainOf([I, 'SM', I]);
  const flipped = (text: string, at: number, bit: number): string => {
    const bytes = Buffer.from(text);
    bytes[at] = (bytes[at] as number) ^ (1 << bit);
    return bytes.toString();
  };
  for (const [index, entry] of chain.entries()) {
    for (const [name, value] of Object.entries(entry)) {
      if (typeof value !== 'string') continue;
      for (let at = 0; at < Buffer.byteLength(value); at += 1) {
        const changed = chain.map((each) => (each === entry ? { ...each, [name]: flipped(value, at, at % 8) } : each));
        expect(faultOf(answerOf(changed)), `${name} ${at}`).toMatch(new RegExp(`^entry ${index + 1} `));
      }
    }
  }
});

it.each([
  ['no JSON', '{"data":', 'it is no JSON at its end'],
  ['JSON with something after it', `${answerOf([])}x`, 'it is no JSON at position'],
  ['no answer', '{}', 'it is no answer of proof.graphql'],
  ['a list', '[]', 'it is no answer of proof.graphql'],
  ['an answer about nothing', '{"data":{"submission":null}}', 'it is no answer of proof.graphql'],
  [
    'no list of entries',
    '{"data":{"submission":{"id":"s1","proof":{"entries":{}}}}}',
    'it is no answer of proof.graphql',
  ],
  ['two entries that are none', answerOf([...chainOf([I]), {}, {}]), 'entry 2 cannot be read'],
  ['an entry that is none', answerOf([...chainOf([I]), {}]), 'entry 2 cannot be read'],
  ['an instant in another form', answerOf([{ ...chainOf([I])[0], at: '2026-09-01T08:00:00+08:00' }]), 'entry 1 cannot'],
  ['no instant', answerOf([{ ...chainOf([I])[0], at: 'never' }]), 'entry 1 cannot be read'],
])('%s is told for what it is', (_what, text, fault) => {
  expect(faultOf(text)).toMatch(fault);
});

it.each(['number', 'at', 'kind', 'contentDigest', 'digest', 'signature'])(
  'an entry whose %s is another value, or is not there, cannot be read',
  (name) => {
    const [first, second] = chainOf([I, I]);
    const { [name]: _left, ...without } = second as Readonly<Record<string, unknown>>;
    for (const entry of [without, { ...second, [name]: {} }, { ...second, [name]: null }])
      expect(faultOf(answerOf([first, entry]))).toBe('entry 2 cannot be read');
  },
);

describe('of several faults the first is told, and of one entry that it was changed', () => {
  const chain = chainOf([I, I, I]);
  const changed = 'was changed, moved, added or is missing';
  const unsigned = 'is not signed by a key that was given';
  const body = { filing: 'another' };
  const signature = 'AAAA';
  it.each<[string, number, object, number, object, string]>([
    ['changed, and a later one not signed', 1, { body }, 2, { signature }, `entry 2 ${changed}`],
    ['not signed, and a later one changed', 1, { signature }, 2, { body }, `entry 2 ${unsigned}`],
    ['changed and not signed', 1, { body, signature }, 2, {}, `entry 2 ${changed}`],
    ['not signed, and a later one neither', 0, { signature }, 2, { signature }, `entry 1 ${unsigned}`],
    ['the last, not signed', 2, { signature }, 0, {}, `entry 3 ${unsigned}`],
  ])('%s', (_what, one, faulty, other, alsoFaulty, fault) => {
    const told = chain.map((entry, index) => ({
      ...entry,
      ...(index === one ? faulty : {}),
      ...(index === other ? alsoFaulty : {}),
    }));
    expect(faultOf(answerOf(told))).toBe(fault);
  });
});

it.each(['', 'sm2:', 'sm2:AAAA', 'x', `${x}A`])('%j is no key to check with', (key) => {
  expect(() => examineProofs(answerOf([]), { part: 'journeys', keys: [key] })).toThrow();
});

describe('a part', () => {
  it('that has no key of a suite signs nothing by it, and holds nothing for signed', () => {
    const without = createLedgerKey('journeys', { ...secrets, sm: null });
    expect(() => without.sign('sm3:ab')).toThrow('no key of the suite SM');
    expect(without.holds('sm3:ab', ledgerKey.sign('sm3:ab'))).toBe(false);
    expect(ledgerKey.holds('sm3:ab', ledgerKey.sign('sm3:ab'))).toBe(true);
    expect(without.published).toEqual({ part: 'journeys', x, sm2: null });
  });

  it('signs by the suite of the digest, and takes no other’s for it', () => {
    const [international, sm] = ['ab', 'sm3:ab'].map((digest) => ledgerKey.sign(digest)) as [string, string];
    expect(international).not.toMatch(/^sm2:/);
    expect(sm).toMatch(/^sm2:/);
    expect(ledgerKey.holds('ab', sm)).toBe(false);
    expect(ledgerKey.holds('sm3:ab', international)).toBe(false);
    // Not even where the same key signed the same by the other.
    const signers = {
      sm: suites.SM.signer(secrets.sm),
      international: suites.INTERNATIONAL.signer(JSON.stringify(secrets.international)),
    };
    const signed = (by: keyof typeof signers, digest: string) => signers[by].sign(statementOf('journeys', digest));
    expect([
      ledgerKey.holds('ab', signed('international', 'ab')),
      ledgerKey.holds('sm3:ab', signed('sm', 'sm3:ab')),
    ]).toEqual([true, true]);
    expect([
      ledgerKey.holds('ab', signed('sm', 'ab')),
      ledgerKey.holds('sm3:ab', signed('international', 'sm3:ab')),
    ]).toEqual([false, false]);
  });
});
