import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { type Last, nextEntry } from '../../subgraphs/runtime/ledger.ts';
import { createLedgerKey } from '../../subgraphs/runtime/ledger-key.ts';
import { createPseudonym } from '../../subgraphs/runtime/personal-data.ts';
import { suiteNames } from '../../subgraphs/runtime/suites/index.ts';
import { examineProofs } from '../audit/proofs.ts';

/** As many as are to be checked within a minute. */
const many = 100_000;

/** Writes one chain of 100,000 entries by each suite and checks its answer offline, as `npm run audit:verify` does, beside its signatures alone. */
export function benchAudit(): void {
  const ledgerKey = createLedgerKey('journeys', {
    international: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK,
    sm: randomBytes(32).toString('hex'),
  });
  const { part, x, sm2 } = ledgerKey.published;
  console.log(`${'suite'.padEnd(14)} entries   written   checked   signatures alone   checked : signatures`);
  for (const suite of suiteNames) {
    const pseudonym = createPseudonym(randomBytes(32), suite);
    let last: Last = null;
    const [entries, written] = timed(() =>
      Array.from({ length: many }, (_, index) => {
        const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
        const body = { filing: `f${index}`, call: 'HAND_OVER', state: 'APPROVED' };
        const entry = nextEntry(last, { subject: 's', at, kind: 'RECEIPT', body }, [index], pseudonym);
        last = entry;
        return { ...entry, signature: ledgerKey.sign(entry.digest) };
      }),
    );
    const text = JSON.stringify({ data: { submission: { id: 's', proof: { entries } } } });
    const [found, checked] = timed(() => examineProofs(text, { part, keys: [x, sm2 ?? ''] }));
    if (found[0]?.fault !== null || found[0].entries !== many) throw new Error(`It does not hold: ${found[0]?.fault}`);
    const [, signatures] = timed(() => entries.filter(({ digest, signature }) => ledgerKey.holds(digest, signature)));
    const cells = [written, checked, signatures].map((ms) => `${(ms / 1000).toFixed(1)} s`.padStart(9));
    console.log(`${suite.padEnd(14)} ${many} ${cells.join(' ')}   ${(checked / signatures).toFixed(2)}`);
  }
}

function timed<T>(work: () => T): readonly [T, number] {
  const began = performance.now();
  const done = work();
  return [done, performance.now() - began];
}
