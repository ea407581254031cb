import { randomBytes, randomUUID } from 'node:crypto';
import type { ExcludingRefusalsInput } from '../../schema/generated/appeals.ts';
import { fingerprint } from '../language/canonical.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { exclude } from './domain/reasons.ts';
import { termsOf, trackingCode, unitHandler } from './domain/rules.ts';
import type { OpeningParts } from './opening.ts';

/** Opens the case of refusals that exclude each other, for whom they refused. It is about nobody in particular. Null: the catalogue has no kind of case for it. */
export async function openForRefusals(
  { store, rules: read, now }: Pick<OpeningParts, 'store' | 'rules' | 'now'>,
  input: ExcludingRefusalsInput,
): Promise<string | null> {
  const { account, submission, matter, key, topic, featureZh, featureEn, reasons } = input;
  const rules = await read();
  const kind = rules.kinds.find(({ forExcludingRefusals }) => forExcludingRefusals === true);
  if (!kind) return null;
  const at = now();
  // Nobody asked for it: it takes no place of those that the applicant may have.
  const origin = { kind: 'ACCOUNT' as const, account, mostOpen: Number.POSITIVE_INFINITY };
  const [opened] = await store.receive(origin, [
    {
      ...{ id: randomUUID(), request: `refused ${key}`, requestHash: fingerprint(key), kind: kind.code },
      ...{ likeness: fingerprint([kind.code, 'excluding refusals', topic]), isShared: false },
      ...{ about: null, matter, submission, place: null, point: null, at: new Date(at).toISOString() },
      record: { text: exclude({ zh: featureZh, en: featureEn }), location: null, trackingCode: null },
      trackingCode: trackingCode(randomBytes(16)),
      terms: {
        ...termsOf(rules, kind),
        reasons: reasons.map(({ zh, en, ...reason }) => ({ ...reason, text: { zh, en } })),
      },
      opened: { kind: 'OPENED', on: civilDateOf(at), owner: unitHandler(kind.owner), about: null },
      recurrence: null,
    },
  ]);
  if (typeof opened !== 'object') throw new Error(`A case for refusals was not opened: ${opened}.`);
  return opened.appeal;
}
