import type {
  AcknowledgeNoticesInput,
  DeliverAppealsInput,
  DeliveredAppealInput,
} from '../../schema/generated/appeals.ts';
import { fingerprint } from '../language/canonical.ts';
import { type Identity, requireNamedScope } from '../runtime/identity.ts';
import { type Asked, isGrade, isKey, longestKey, refused, told } from './asked.ts';
import type { AppealRules } from './domain/rules.ts';
import { newcomerOf, type OpeningParts } from './opening.ts';
import type { AskedWord, Newcomer, Notice, Received } from './store/index.ts';

type Problems = Asked['problems'];
export interface Delivered {
  readonly number: string;
  readonly outcome: 'OPENED' | 'JOINED' | 'KNOWN' | null;
  readonly trackingCode: string | null;
  readonly problems: Problems;
}
export interface Delivering {
  readonly deliver: (input: DeliverAppealsInput, identity: Identity | null) => Promise<ReadonlyArray<Delivered>>;
  /** How many were acknowledged, and what is wrong with others: the place of each is in its path. */
  readonly acknowledge: (
    input: AcknowledgeNoticesInput,
    identity: Identity | null,
  ) => Promise<{ readonly acknowledged: number; readonly problems: Problems }>;
}

export function createDelivering(parts: OpeningParts): Delivering {
  const { store, now } = parts;
  return {
    async deliver({ platform, appeals }, identity) {
      requireNamedScope(identity, 'platform', platform);
      const rules = await parts.rules();
      if (!rules.platforms.some(({ code }) => code === platform))
        return appeals.map(({ number }) => refusedOne(number, refused('APPEAL_PLATFORM_UNKNOWN', 'platform').problems));
      const looked = await lookUp(parts, rules, appeals);
      const newcomers = looked.filter((each): each is Newcomer => !('problems' in each));
      const received = await store.receive({ kind: 'PLATFORM', platform }, newcomers);
      const codes = await store.sourcesByIds(received.flatMap((each) => (typeof each === 'object' ? each.source : [])));
      const outcomes = new Map(newcomers.map((each, index) => [each, received[index] as Received]));
      return looked.map((each, index): Delivered => {
        const { number } = appeals[index] as DeliveredAppealInput;
        if ('problems' in each) return refusedOne(number, each.problems);
        const outcome = outcomes.get(each);
        if (typeof outcome !== 'object') return refusedOne(number, refused('APPEAL_NUMBER_REUSED', 'number').problems);
        const trackingCode = codes.get(outcome.source)?.trackingCode ?? null;
        return { number, outcome: outcome.how, trackingCode, problems: [] };
      });
    },
    async acknowledge({ platform, receipts }, identity) {
      const { subject } = requireNamedScope(identity, 'platform', platform);
      const at = new Date(now()).toISOString();
      const found = await store.noticesByIds(
        platform,
        receipts.flatMap(({ notice }) => (/^\d{1,15}$/.test(notice) ? Number(notice) : [])),
      );
      const problems: Problems[number][] = [];
      const say = (index: number, asked: Asked): void => {
        problems.push(...asked.problems.map((each) => ({ ...each, path: ['receipts', String(index), ...each.path] })));
      };
      const words: Array<{ readonly index: number; readonly word: AskedWord }> = [];
      const taken = new Set<number>();
      for (const [index, { notice, accepted = null, grade = null, text = null }] of receipts.entries()) {
        const known = found.get(Number(notice));
        if (!known) say(index, refused('APPEAL_NOTICE_UNKNOWN', 'notice'));
        else if (!isGrade(grade) || (grade !== null && accepted === null))
          say(index, refused('APPEAL_GRADE_INVALID', 'grade'));
        else {
          taken.add(known.id);
          if (accepted === null) continue;
          words.push({ index, word: wordOn(known, { accepted, grade, text }, subject, at) });
        }
      }
      await store.receiveNotices([...taken], at);
      const outcomes = await store.words(words.map(({ word }) => word));
      for (const [place, { index }] of words.entries()) {
        const outcome = outcomes[place];
        if (outcome !== undefined && outcome !== 'DONE') say(index, told(outcome));
      }
      return { acknowledged: taken.size, problems };
    },
  };
}

const refusedOne = (number: string, problems: Problems): Delivered => ({
  ...{ number, outcome: null, trackingCode: null, problems },
});

/** What somebody says of the answer that a notice told: once for each notice, whoever of the platform sends it. */
function wordOn(
  { id, appeal, event, source }: Notice,
  said: Pick<AskedWord, 'accepted' | 'grade' | 'text'>,
  by: string,
  at: string,
): AskedWord {
  const content = { appeal, ...said };
  return {
    ...{ ...content, source: source.id, answer: event, by, at },
    ...{ request: JSON.stringify(['notice', id]), requestHash: fingerprint(content) },
  };
}

/** What is delivered, as it comes in, or what is wrong with it. */
async function lookUp(
  parts: OpeningParts,
  rules: AppealRules,
  given: ReadonlyArray<DeliveredAppealInput>,
): Promise<ReadonlyArray<Newcomer | Asked>> {
  const { store, departments } = parts;
  const [owners, places] = await Promise.all([
    store.departmentsOf([...new Set(given.flatMap(({ matter }) => matter ?? []))]),
    store.places([...new Set(given.flatMap(({ place }) => place ?? []))]),
  ]);
  return given.map(({ number, ...content }) => {
    const { text, matter = null, department = null, place = null } = content;
    const kind = rules.kinds.find(({ code }) => code === content.kind);
    const about = matter === null ? department : (owners.get(matter) ?? null);
    if (!isKey(number)) return refused('IDEMPOTENCY_KEY_REQUIRED', 'number', { most: longestKey });
    if (text.trim() === '') return refused('APPEAL_TEXT_MISSING', 'text');
    if (!kind) return refused('APPEAL_KIND_UNKNOWN', 'kind', { kinds: rules.kinds.map(({ code }) => code).join(', ') });
    if (matter !== null && about === null) return refused('MATTER_NOT_FOUND', 'matter', { matter });
    if ((about !== null && !departments.has(about)) || (department !== null && department !== about))
      return refused('APPEAL_HANDLER_UNKNOWN', 'department');
    if (place !== null && !places.has(place)) return refused('APPEAL_PLACE_UNKNOWN', 'place');
    const subject = { kind: kind.code, about, matter, submission: null, place };
    return newcomerOf(parts, rules, kind, { subject, text, request: number, content });
  });
}
