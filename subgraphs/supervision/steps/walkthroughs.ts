import type { RecordWalkthroughInput } from '../../../schema/generated/supervision.ts';
import { fingerprint } from '../../language/canonical.ts';
import { addPeriod, civilDateOf, isCivilDate } from '../../language/civil-date.ts';
import { type Identity, requireScope } from '../../runtime/identity.ts';
import { driftOf, type KnownType, knownPaper, type Paper, termsOf } from '../domain/issues.ts';
import type { Published, SupervisionStore } from '../store/index.ts';
import { type Asked, keyRefusal, refused } from './told.ts';

interface Parts {
  readonly store: SupervisionStore;
  readonly published: () => Promise<Published>;
  readonly now: () => number;
}
export type RecordWalkthrough = (input: RecordWalkthroughInput, identity: Identity | null) => Promise<Asked>;

/** Writes down what somebody appointed met when they walked a matter as a user, and opens an issue for each paper that no row names. */
export function createRecordWalkthrough({ store, published, now }: Parts): RecordWalkthrough {
  return async ({ idempotencyKey, ...content }, anyone) => {
    const { subject: by } = requireScope(anyone, 'walk');
    const wrong = keyRefusal(idempotencyKey);
    if (wrong) return wrong;
    const { matter, walkedOn, steps, minutes, metres, note } = content;
    const at = now();
    const on = civilDateOf(at);
    const place = impossibleIn(content, on);
    if (place !== null) return refused('WALKTHROUGH_INVALID', place);
    const { revision, content: catalogue } = await published();
    const { rules, calendar, documentTypes } = catalogue;
    const kind = rules?.issueKinds.find(({ origin }) => origin === 'WALKTHROUGH');
    if (!rules || !kind) throw new Error('The catalogue does not say how issues of walks are seen to the end.');
    const known = await store.issues.papersOf(matter);
    if (!known) return refused('MATTER_NOT_FOUND', 'matter', { matter });
    const papers = papersIn(content.papers, documentTypes);
    if (papers === null) return refused('PAPER_UNKNOWN', 'papers');
    const instant = new Date(at).toISOString();
    const terms = termsOf(rules, kind, calendar);
    const recorded = await store.walkthroughs.record({
      ...{ matter, walkedOn, steps, minutes, metres, papers, note: note ?? null, revision, by, at: instant },
      ...{ request: idempotencyKey, requestHash: fingerprint(content) },
      drift: driftOf(papers, known.papers).map((paper) => ({
        ...{ terms, matter, about: known.department, paper, revision, on, at: instant, by },
        ...{ section: kind.section, measure: kind.measure },
      })),
    });
    return recorded === 'KEY_REUSED'
      ? refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey')
      : { id: recorded.id, problems: [] };
  };
}

/** Where it says what cannot have been; null: nowhere. */
function impossibleIn(
  { walkedOn, steps, minutes, metres }: Omit<RecordWalkthroughInput, 'idempotencyKey'>,
  today: string,
): 'walkedOn' | 'steps' | 'minutes' | 'metres' | null {
  // Somebody mistypes a year: what was met longer ago says nothing of what is asked for now.
  if (!isCivilDate(walkedOn) || walkedOn > today || walkedOn < addPeriod(today, { years: -1 })) return 'walkedOn';
  if (steps < 1) return 'steps';
  if (minutes < 0) return 'minutes';
  return metres < 0 ? 'metres' : null;
}

/** Null: one of them is neither a known type nor a name alone. */
function papersIn(
  given: RecordWalkthroughInput['papers'],
  types: ReadonlyArray<KnownType>,
): ReadonlyArray<Paper> | null {
  const papers: Paper[] = [];
  for (const { documentType = null, name = null } of given) {
    if ((documentType === null) === (name === null || name.trim() === '')) return null;
    if (documentType !== null && !types.some(({ code }) => code === documentType)) return null;
    papers.push(knownPaper({ documentType, name }, types));
  }
  return papers;
}
