import { randomBytes, randomUUID } from 'node:crypto';
import type { OpenAppealAtInput, OpenAppealInput } from '../../schema/generated/appeals.ts';
import { fingerprint } from '../language/canonical.ts';
import type { CaseEvent } from '../language/case-clock.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { maxima } from '../language/maxima.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import type { Submissions } from '../runtime/submissions.ts';
import { type Asked, done, isKey, longestKey, refused } from './asked.ts';
import { isLocation, type Location } from './domain/intake.ts';
import {
  type AppealKind,
  type AppealRules,
  departmentHandler,
  termsOf,
  trackingCode,
  unitHandler,
} from './domain/rules.ts';
import { isSharedWith, likenessOf, type Subject } from './domain/sameness.ts';
import type { Photos } from './photos.ts';
import { shownBy } from './showing.ts';
import type { AppealStore, Newcomer, Received } from './store/index.ts';

export interface OpeningParts {
  readonly store: AppealStore;
  readonly submissions: Submissions;
  readonly photos: Photos;
  readonly departments: ReadonlySet<string>;
  readonly rules: () => Promise<AppealRules>;
  readonly now: () => number;
}
/** By which code, where it came in without an account. */
export interface AskedAt extends Asked {
  readonly source: string | null;
}
export interface Opening {
  readonly open: (input: OpenAppealInput, identity: Identity | null) => Promise<Asked>;
  /** `caller`: what tells those apart who said nothing of who they are. */
  readonly openAt: (input: OpenAppealAtInput, identity: Identity | null, caller: string) => Promise<AskedAt>;
}
/** Shortest key by which nobody is given another's tracking code. */
const shortestSecret = 16;

export function createOpening(parts: OpeningParts): Opening {
  const { store } = parts;
  return {
    async open(input, anyone) {
      const identity = requireIdentity(anyone);
      if (identity.kind !== 'CITIZEN') return refused('APPEAL_OF_CITIZENS', 'kind');
      const { idempotencyKey, ...content } = input;
      if (!isKey(idempotencyKey)) return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
      const { text, submission = null, matter = null } = content;
      if (text.trim() === '') return refused('APPEAL_TEXT_MISSING', 'text');
      const rules = await parts.rules();
      const kind = rules.kinds.find(({ code }) => code === content.kind);
      if (!kind)
        return refused('APPEAL_KIND_UNKNOWN', 'kind', { kinds: rules.kinds.map(({ code }) => code).join(', ') });
      const about = await aboutWhom(parts, content, identity.subject);
      if (typeof about === 'object' && about !== null) return about;
      const { location = null, photos } = content;
      if (location !== null && !isLocation(location)) return refused('APPEAL_LOCATION_INVALID', 'location');
      const shown = await showing(parts, kind, photos ?? [], identity.subject);
      if (shown && 'problems' in shown) return shown;
      const subject = { kind: kind.code, about, matter, submission, place: null };
      const newcomer = newcomerOf(parts, rules, kind, { subject, text, location, request: idempotencyKey, content });
      const asked = receivedOne(await store.receive(ofAccount(identity), [newcomer]));
      return show(parts, asked, shown, idempotencyKey, identity.subject);
    },
    async openAt(input, identity, caller) {
      const wrong = wrongAt(input, identity);
      if (wrong) return { ...wrong, source: null };
      const { idempotencyKey, ...content } = input;
      const { text, location = null } = content;
      const [point, rules] = await Promise.all([store.point(content.point), parts.rules()]);
      const kind = rules.kinds.find(({ code }) => code === point?.kind);
      if (!point || !kind) return { ...refused('APPEAL_POINT_UNKNOWN', 'point'), source: null };
      const shown = await showing(parts, kind, content.photos ?? [], identity?.subject ?? null);
      if (shown && 'problems' in shown) return { ...shown, source: null };
      const { matter, code } = point;
      const about = matter === null ? point.department : await store.departmentOf(matter);
      const subject = { kind: kind.code, about, matter, submission: null, place: point.place.code };
      const asked = { subject, text, location, request: idempotencyKey, content, point: code };
      const most = { ofPoint: maxima.appealsOfPoint, ofCaller: maxima.appealsOfPasser };
      const origin = identity ? ofAccount(identity) : { kind: 'POINT' as const, point: code, caller, most };
      const [received] = await store.receive(origin, [newcomerOf(parts, rules, kind, asked)]);
      if (received === 'TOO_MANY' && !identity) return { ...refused('APPEAL_POINT_BUSY', 'point'), source: null };
      const source = typeof received === 'object' ? received.source : null;
      const opened = receivedOne([received]);
      return { ...(await show(parts, opened, shown, idempotencyKey, identity?.subject ?? '')), source };
    },
  };
}

/** What is wrong with what came in by a code before anything is looked up; null: nothing. */
function wrongAt(
  { idempotencyKey, text, location = null }: OpenAppealAtInput,
  identity: Identity | null,
): Asked | null {
  if (identity && identity.kind !== 'CITIZEN') return refused('APPEAL_OF_CITIZENS', 'point');
  if (!isKey(idempotencyKey)) return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
  if (!identity && idempotencyKey.length < shortestSecret)
    return refused('APPEAL_KEY_TOO_SHORT', 'idempotencyKey', { least: shortestSecret });
  if (text.trim() === '') return refused('APPEAL_TEXT_MISSING', 'text');
  if (location !== null && !isLocation(location)) return refused('APPEAL_LOCATION_INVALID', 'location');
  return null;
}

/** What whoever opens it shows; null: nothing, where nothing is asked for. Without an account nothing is uploaded. */
async function showing(
  parts: OpeningParts,
  { photos: asksForPhotos = false }: AppealKind,
  photos: ReadonlyArray<string>,
  account: string | null,
): Promise<CaseEvent | Asked | null> {
  if (photos.length === 0 && !asksForPhotos) return null;
  if (account === null) return refused('APPEAL_PHOTO_MISSING', 'photos');
  return shownBy(parts, photos, 'BEFORE', account, civilDateOf(parts.now()));
}

/** Once for each key: whoever was interrupted before sends it again. */
async function show(
  { store, photos, now }: OpeningParts,
  asked: Asked,
  event: CaseEvent | null,
  key: string,
  by: string,
): Promise<Asked> {
  if (asked.id === null || event?.kind !== 'PHOTOGRAPHED') return asked;
  const uploads = event.photos.map(({ upload }) => upload);
  const request = { request: JSON.stringify([by, 'opened with', key]), requestHash: fingerprint(uploads) };
  await store.step(asked.id, { ...request, event, actor: { unit: null }, by, at: new Date(now()).toISOString() });
  await photos.take(uploads, by);
  return asked;
}

const ofAccount = ({ subject }: Identity) => ({
  ...{ kind: 'ACCOUNT' as const, account: subject, mostOpen: maxima.openAppeals },
});

function receivedOne([received]: ReadonlyArray<Received | undefined>): Asked {
  if (received === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
  if (received === 'TOO_MANY' || received === undefined)
    return refused('APPEALS_OPEN', 'kind', { most: maxima.openAppeals });
  return done(received.appeal);
}

/** One that comes in. `content`: what a key stands for. */
export function newcomerOf(
  { now }: Pick<OpeningParts, 'now'>,
  rules: AppealRules,
  kind: AppealKind,
  {
    subject,
    text,
    location = null,
    request,
    content,
    point = null,
  }: {
    readonly subject: Subject;
    readonly text: string;
    readonly location?: Location | null;
    readonly request: string;
    readonly content: unknown;
    readonly point?: string | null;
  },
): Newcomer {
  const at = now();
  const { about, matter, submission, place } = subject;
  return {
    ...{ id: randomUUID(), request, requestHash: fingerprint(content), likeness: likenessOf(subject, text) },
    ...{ isShared: isSharedWith(subject), kind: kind.code, about, matter, submission, place, point },
    record: { text: text.trim(), location, trackingCode: null },
    trackingCode: trackingCode(randomBytes(16)),
    terms: termsOf(rules, kind),
    opened: {
      ...{ kind: 'OPENED', on: civilDateOf(at), owner: unitHandler(kind.owner) },
      about: about === null ? null : departmentHandler(about),
    },
    at: new Date(at).toISOString(),
    recurrence: kind.recurrence && {
      count: kind.recurrence.count,
      since: new Date(at - kind.recurrence.withinDays * 86_400_000).toISOString(),
    },
  };
}

/** The department that an appeal is about; null: none in particular. */
async function aboutWhom(
  { store, submissions, departments }: Pick<OpeningParts, 'store' | 'submissions' | 'departments'>,
  { submission = null, matter = null, department = null }: Omit<OpenAppealInput, 'idempotencyKey'>,
  account: string,
): Promise<string | null | Asked> {
  const about = matter === null ? department : await store.departmentOf(matter);
  if (matter !== null && about === null) return refused('MATTER_NOT_FOUND', 'matter', { matter });
  const isStrange = about !== null && !departments.has(about);
  if (isStrange || (department !== null && department !== about))
    return refused('APPEAL_HANDLER_UNKNOWN', 'department');
  if (submission === null) return about;
  const known = await submissions.ofAccount(submission, account);
  if (!known) return refused('SUBMISSION_NOT_FOUND', 'submission');
  const filing = known.filings.find((each) => each.matter === matter);
  if (matter !== null && !filing) return refused('MATTER_NOT_FOUND', 'matter', { matter });
  return filing?.department ?? about;
}
