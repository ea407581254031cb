import { fingerprint } from '../language/canonical.ts';
import type { Appeals } from './appeals.ts';
import { excluding, type Ruling } from './domain/excluding.ts';
import type { KnownReason, ReasonsOfMatters } from './refusal-reasons.ts';
import type { SubmissionStore } from './store/index.ts';

export interface HardCaseParts {
  readonly store: SubmissionStore;
  readonly appeals: Appeals;
  readonly reasonsOf: ReasonsOfMatters;
}
/** Of one applicant, the latest. */
const mostRefusals = 50;

/**
 * Looks whether a refusal and what another department refuses by exclude each other: then the applicant can satisfy neither by doing what the other says, and a
 * case is opened for them, once for each refusal.
 */
export async function openHardCase(
  { store, appeals, reasonsOf }: HardCaseParts,
  submission: string,
  target: string,
): Promise<'DONE' | 'OUT'> {
  const row = await store.find(submission);
  if (!row) return 'DONE';
  // Of one that was erased meanwhile nobody's account is known.
  const { account } = store.open(row);
  const own = await store.filingsOf([submission]);
  const filing = own.find(({ id }) => id === target);
  if (account === null || !filing || filing.refusalReason === null) return 'DONE';
  const before = await store.refusalsOf(row, mostRefusals);
  const reasons = await reasonsOf([...own, ...before].map(({ matter }) => matter));
  if (reasons === 'OUT') return 'OUT';
  const rulingOf = (refused: (typeof before)[number]): ReadonlyArray<Ruling<KnownReason>> =>
    (reasons.get(refused.matter) ?? [])
      .filter(({ code }) => code === refused.refusalReason)
      .map((reason) => ({ matter: refused.matter, department: refused.department, reason, filing: refused.id }));
  const rules = own.flatMap(({ matter, department }) =>
    (reasons.get(matter) ?? []).map((reason) => ({ matter, department, reason, filing: null })),
  );
  const [refused] = rulingOf(filing);
  const other = refused && excluding(refused, [...before.flatMap(rulingOf), ...rules]);
  const feature = refused?.reason.demands?.feature;
  if (!refused || !other || !feature) return 'DONE';
  const opened = await appeals.openForRefusals({
    ...{ account, submission, matter: filing.matter, key: fingerprint(['refused', target]) },
    // As long as one about the same is open, there is no second.
    topic: fingerprint([row.lifeEvent, row.region, feature.code]),
    ...{ featureZh: feature.name.zh, featureEn: feature.name.en },
    reasons: [refused, other].map(
      ({ matter, department, reason: { code, name, legalBasis }, filing: refusedFiling }) => ({
        ...{ matter, department, code, zh: name.zh, en: name.en, refused: refusedFiling !== null },
        legalBasis: [legalBasis.title, legalBasis.documentNumber, legalBasis.article].filter(Boolean).join(' '),
      }),
    ),
  });
  if (opened === 'OUT') return 'OUT';
  if (opened !== null)
    await store.change(submission, {
      events: [{ kind: 'HARD_CASE_OPENED', filing: target }],
      request: {
        ...{ subject: row.subject, mutation: 'hardCase', idempotencyKey: store.pseudonym(`hard case ${target}`) },
        ...{ requestHash: store.pseudonym(target), target: submission },
      },
    });
  return 'DONE';
}
