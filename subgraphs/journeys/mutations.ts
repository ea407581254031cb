import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { addWorkingDays } from '../language/calendar.ts';
import { fingerprint } from '../language/canonical.ts';
import { todayInChina } from '../language/civil-date.ts';
import type { HeldDocument, Plan, PlanningBasis, Problem, Situation } from '../planning/types.ts';
import { CodedError } from '../runtime/errors.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import { type Pin, revisionHeader } from '../runtime/pin.ts';
import type { SubgraphResponse } from '../runtime/subgraph.ts';
import {
  type ConsentInput,
  consentProblems,
  type EvidenceInput,
  evidenceProblems,
  type FormValue,
  formProblems,
  planProblems,
} from './acceptance.ts';
import type { OpenDoor } from './doors.ts';
import { type GatheredEvent, planOf } from './planning.ts';
import { departmentOut, keyProblems, keyReused, problem } from './problems.ts';
import { applyReceipt, type Carried, type FilingRow, type SubmissionRow, type SubmissionStore } from './store.ts';
import { filings, requests, submissions } from './tables.ts';
import type { UploadStore } from './uploads.ts';

/** Asks the whole graph as a service of it, `@inaccessible` parts included. */
export type GraphClient = (
  request: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  headers: Readonly<Record<string, string>>,
) => Promise<SubgraphResponse>;

export interface SubmitLifeEventInput {
  readonly idempotencyKey: string;
  readonly lifeEvent: string;
  readonly region: string;
  readonly planId: string;
  readonly answers: Situation['answers'];
  readonly parties: Situation['parties'];
  readonly held: ReadonlyArray<HeldDocument>;
  readonly commitments: ReadonlyArray<string>;
  readonly form: FormValue;
  readonly evidence: ReadonlyArray<EvidenceInput>;
  readonly consents: ReadonlyArray<ConsentInput>;
}
export interface SupplementInput {
  readonly idempotencyKey: string;
  readonly submission: string;
  readonly form?: FormValue | null;
  readonly evidence: ReadonlyArray<EvidenceInput>;
}
export interface WithdrawInput {
  readonly idempotencyKey: string;
  readonly submission: string;
  readonly reason?: string | null;
}
export interface DecideInput {
  readonly idempotencyKey: string;
  readonly filing: string;
  readonly decision: string;
  readonly reason?: string | null;
  readonly corrections?: ReadonlyArray<{ field?: string | null; material?: string | null; message: string }> | null;
  readonly results?: ReadonlyArray<Record<string, unknown>> | null;
}
export interface Submitted {
  readonly submission: SubmissionRow | null;
  readonly problems: ReadonlyArray<Problem>;
}
export interface Decided {
  readonly filing: FilingRow | null;
  readonly problems: ReadonlyArray<Problem>;
}
export interface Mutations {
  submit(input: SubmitLifeEventInput, identity: Identity | null, pin: Pin): Promise<Submitted>;
  supplement(input: SupplementInput, identity: Identity | null): Promise<Submitted>;
  withdraw(input: WithdrawInput, identity: Identity | null): Promise<Submitted>;
  decide(input: DecideInput, identity: Identity | null): Promise<Decided>;
}

const planningInput = `query PlanningInput($code: ID!, $region: RegionCode!) {
  lifeEvent(code: $code, region: $region) { planningInput }
}`;
type PlanningInput = Pick<GatheredEvent, 'matterCodes' | 'matters'> & { readonly basis: PlanningBasis | null };

export function createMutations(
  store: SubmissionStore,
  uploads: UploadStore,
  graph: GraphClient,
  openDoor: OpenDoor,
): Mutations {
  /** The same key again: the same submission as it stands now, or a refusal where the content differs. */
  const replayed = async (subject: string, key: string, requestHash: string): Promise<Submitted | null> => {
    const known = await store.findByKey(subject, key);
    if (!known) return null;
    return known.requestHash === requestHash
      ? { submission: known, problems: [] }
      : { submission: null, problems: [keyReused] };
  };

  /** What every mutation but submitting begins with: who asks, whether the key holds, and what it did before. */
  const begin = async (anyone: Identity | null, mutation: string, input: { readonly idempotencyKey: string }) => {
    const identity = requireIdentity(anyone);
    const { idempotencyKey: key, ...content } = input;
    const requestHash = fingerprint(content);
    const refused = keyProblems(key);
    const known = refused.length > 0 ? null : await store.requestOf(identity.subject, mutation, key);
    const reused = known !== null && known.requestHash !== requestHash;
    return {
      identity,
      key,
      refused: reused ? [keyReused] : refused,
      repeated: known !== null,
      request: (target: string) => ({ subject: identity.subject, mutation, idempotencyKey: key, requestHash, target }),
    };
  };

  const own = async (id: string, identity: Identity): Promise<SubmissionRow | null> => {
    const row = await store.find(id);
    return row && row.subject === identity.subject && identity.kind === 'CITIZEN' ? row : null;
  };
  const notFound = problem(
    'SUBMISSION_NOT_FOUND',
    '没有此联办件，或它不属于您。',
    'There is no such submission, or it is not yours.',
    ['submission'],
  );

  return {
    async submit(input, anyone, pin) {
      const identity = requireIdentity(anyone);
      if (identity.kind !== 'CITIZEN') {
        throw new CodedError('FORBIDDEN', { zh: '请以申请人身份提交。', en: 'Submit as the applicant.' });
      }
      const { idempotencyKey: key, ...content } = input;
      const keyRefused = keyProblems(key);
      if (keyRefused.length > 0) return { submission: null, problems: keyRefused };
      const requestHash = fingerprint(content);
      const before = await replayed(identity.subject, key, requestHash);
      if (before) return before;

      const event = await gather(graph, input, pin);
      if (event === null) {
        const refusal = problem(
          'LIFE_EVENT_NOT_OFFERED',
          '该地区没有开办此“一件事”，请核对编码与行政区划。',
          'This event is not offered in this region: check its code and the region.',
          ['lifeEvent'],
        );
        return { submission: null, problems: [refusal] };
      }
      if (event === undefined) {
        return { submission: null, problems: [departmentOut([{ zh: '事项目录', en: 'The catalogue' }])] };
      }
      const { basis } = event;
      const refusedSources = input.consents.filter(({ granted }) => !granted).map(({ source }) => source);
      const plan = planOf({ ...event, planningBasis: basis }, { ...input, refusedSources }, pin.date);
      const unfit = planProblems(plan, basis, input.planId);
      if (unfit.length > 0) return { submission: null, problems: unfit };
      const uploadIds = input.evidence.flatMap(({ upload }) => (upload == null ? [] : [upload]));
      const problems = [
        ...formProblems(plan.form.schema, input.form),
        ...evidenceProblems(plan, input.evidence, await uploads.stored(uploadIds, identity.subject)),
        ...consentProblems(plan, input.consents),
      ];
      if (problems.length > 0) return { submission: null, problems };

      const carried = carriedBy(input, plan, basis);
      const receivedAt = new Date().toISOString();
      const today = todayInChina();
      const dueOn = dueDates(plan, basis, today);
      const row = {
        id: randomUUID(),
        subject: identity.subject,
        idempotencyKey: key,
        requestHash,
        lifeEvent: input.lifeEvent,
        region: input.region,
        planId: plan.id,
        state: 'RECEIVED' as const,
        receivedAt,
        dueOn: addWorkingDays(basis.calendar, today, plan.criticalPath.workingDays),
        correctionDueOn: null,
        dueAt: receivedAt,
        heldBy: null,
        heldUntil: null,
      };
      const created = await store.create(row, carried, plan.filings, dueOn);
      if (created) return { submission: created, problems: [] };
      return (await replayed(identity.subject, key, requestHash)) ?? { submission: null, problems: [keyReused] };
    },

    async supplement(input, anyone) {
      const { identity, key, refused, repeated, request } = await begin(anyone, 'supplementSubmission', input);
      if (refused.length > 0) return { submission: null, problems: refused };
      const row = await own(input.submission, identity);
      if (!row) return { submission: null, problems: [notFound] };
      if (repeated) return { submission: row, problems: [] };
      if (row.state !== 'NEEDS_CORRECTION') {
        const refusal = problem(
          'NOTHING_TO_CORRECT',
          '目前没有需要补正的内容。',
          'There is nothing to correct at present.',
          ['submission'],
        );
        return { submission: null, problems: [refusal] };
      }
      const carried = store.open(row);
      const form = withChanges(carried.form, input.form ?? {});
      const known = new Set(carried.planned.flatMap((filing) => filing.rows.flatMap(({ materials }) => materials)));
      const arrived = await uploads.stored(
        input.evidence.flatMap(({ upload }) => (upload == null ? [] : [upload])),
        identity.subject,
      );
      const problems: Problem[] = [
        ...formProblems(carried.formSchema, form),
        ...input.evidence.flatMap((item, index) => [
          ...(known.has(item.material)
            ? []
            : [
                problem(
                  'UNKNOWN_MATERIAL',
                  '没有这份材料。',
                  'There is no such material.',
                  ['evidence', String(index)],
                  item.material,
                ),
              ]),
          ...(item.upload != null && !arrived.has(item.upload)
            ? [
                problem(
                  'UPLOAD_NOT_FOUND',
                  '上传文件不存在或尚未上传完成。',
                  'The upload does not exist or has not arrived.',
                  ['evidence', String(index)],
                  item.material,
                ),
              ]
            : []),
        ]),
      ];
      if (problems.length > 0) return { submission: null, problems };
      const replaced = new Set(input.evidence.map(({ material }) => material));
      const evidence = [...carried.evidence.filter(({ material }) => !replaced.has(material)), ...input.evidence];
      await store.change(row.id, async (transaction, current, all) => {
        const taken = await transaction.insert(requests).values(request(row.id)).onConflictDoNothing().returning();
        if (taken.length === 0) return [];
        const sealed = store.seal(current.id, { ...store.open(current), form, evidence });
        await transaction.update(submissions).set({ sealed }).where(eq(submissions.id, current.id));
        for (const filing of all.filter(({ state }) => state === 'NEEDS_CORRECTION')) {
          const supplement = fingerprint([identity.subject, key, filing.id]);
          await transaction
            .update(filings)
            .set({
              state: 'SUBMITTED',
              retryAt: null,
              attempts: 0,
              sealed: store.sealFiling(filing.id, { ...store.openFiling(filing), supplement }),
            })
            .where(eq(filings.id, filing.id));
        }
        return [{ event: 'SUPPLEMENTED', message: { zh: '已提交补正内容。', en: 'The corrections were sent.' } }];
      });
      return { submission: await store.find(row.id), problems: [] };
    },

    async withdraw(input, anyone) {
      const { identity, refused, repeated, request } = await begin(anyone, 'withdrawSubmission', input);
      if (refused.length > 0) return { submission: null, problems: refused };
      const row = await own(input.submission, identity);
      if (!row) return { submission: null, problems: [notFound] };
      if (repeated) return { submission: row, problems: [] };
      if (['COMPLETED', 'PARTLY_COMPLETED', 'REFUSED', 'WITHDRAWN'].includes(row.state)) {
        const refusal = problem(
          'ALREADY_ENDED',
          '此联办件已办结，不能撤回。',
          'This submission has ended and cannot be taken back.',
          ['submission'],
        );
        return { submission: null, problems: [refusal] };
      }
      // First nothing more is handed over; then each department that has something is told.
      await store.change(row.id, async (transaction, _current, all) => {
        for (const filing of all.filter(({ state, attempts }) => state === 'WAITING' && attempts === 0)) {
          await transaction.update(filings).set({ state: 'WITHDRAWN' }).where(eq(filings.id, filing.id));
        }
        return [];
      });
      const open = (await store.filingsOf([row.id])).filter(
        ({ state }) => !['APPROVED', 'REFUSED', 'WITHDRAWN'].includes(state),
      );
      const answers = await Promise.all(
        open.map(async (filing) => ({
          filing,
          answer: await openDoor(filing.department)?.withdraw(filing.id, input.reason ?? null),
        })),
      );
      const { departments } = store.open(row);
      const out = answers.filter(
        ({ filing, answer }) =>
          answer?.kind !== 'RECEIPT' && !(answer?.kind === 'REJECTED' && filing.state === 'WAITING'),
      );
      await store.change(row.id, async (transaction, _current, all) => {
        const entries = [];
        for (const { filing: told, answer } of answers) {
          const filing = all.find(({ id }) => id === told.id) as FilingRow;
          if (answer?.kind === 'RECEIPT')
            entries.push(...(await applyReceipt(store, transaction, filing, answer.receipt)));
          else if (answer?.kind === 'REJECTED' && filing.state === 'WAITING') {
            await transaction.update(filings).set({ state: 'WITHDRAWN' }).where(eq(filings.id, filing.id));
          }
        }
        if (out.length === 0) {
          await transaction.insert(requests).values(request(row.id)).onConflictDoNothing();
        }
        return entries;
      });
      if (out.length > 0) {
        const names = out.map(
          ({ filing }) => departments[filing.department] ?? { zh: filing.department, en: filing.department },
        );
        return { submission: null, problems: [departmentOut(names)] };
      }
      return { submission: await store.find(row.id), problems: [] };
    },

    async decide(input, anyone) {
      const { identity, key, refused, repeated, request } = await begin(anyone, 'decideFiling', input);
      if (refused.length > 0) return { filing: null, problems: refused };
      const filing = await store.findFiling(input.filing);
      if (identity.kind !== 'STAFF' || !filing || filing.department !== identity.department) {
        const refusal = problem('FILING_NOT_FOUND', '本部门没有此办件。', 'Your department has no such filing.', [
          'filing',
        ]);
        return { filing: null, problems: [refusal] };
      }
      if (repeated) return { filing, problems: [] };
      const answer = await openDoor(filing.department)?.decide(
        {
          id: fingerprint([identity.subject, key]),
          filing: filing.id,
          decision: input.decision,
          reason: input.reason ?? null,
          corrections: input.corrections ?? [],
          results: input.results ?? [],
        },
        identity,
      );
      if (answer?.kind !== 'RECEIPT') {
        const refusal =
          answer?.kind === 'REJECTED'
            ? problem(answer.code, answer.message, answer.message, ['filing'])
            : departmentOut([{ zh: '本部门系统', en: "Your department's system" }]);
        return { filing: null, problems: [refusal] };
      }
      await store.change(filing.submission, async (transaction, _row, all) => {
        await transaction.insert(requests).values(request(filing.id)).onConflictDoNothing();
        const current = all.find(({ id }) => id === filing.id) as FilingRow;
        return applyReceipt(store, transaction, current, answer.receipt);
      });
      return { filing: await store.findFiling(filing.id), problems: [] };
    },
  };

  async function gather(
    client: GraphClient,
    input: SubmitLifeEventInput,
    pin: Pin,
  ): Promise<(Omit<PlanningInput, 'basis'> & { basis: PlanningBasis }) | null | undefined> {
    const headers: Record<string, string> = pin.revision === null ? {} : { [revisionHeader]: String(pin.revision) };
    const { data, errors } = await client(
      { query: planningInput, variables: { code: input.lifeEvent, region: input.region } },
      { ...headers, 'catalogue-date': pin.date },
    );
    const event = data?.lifeEvent as { planningInput: PlanningInput | null } | null | undefined;
    if (event === null && !errors?.length) return null;
    const gathered = event?.planningInput;
    return gathered?.basis ? { ...gathered, basis: gathered.basis } : undefined;
  }
}

function carriedBy(input: SubmitLifeEventInput, plan: Plan, basis: PlanningBasis): Carried {
  return {
    form: input.form,
    formSchema: plan.form.schema,
    answers: input.answers,
    parties: input.parties,
    evidence: input.evidence,
    consents: input.consents,
    planned: plan.filings,
    personalNumbers: basis.documentTypes
      .filter(({ personalNumber }) => personalNumber === true)
      .map(({ code }) => code),
    titles: Object.fromEntries(basis.members.map(({ matter, title }) => [matter, title])),
    departments: Object.fromEntries(basis.departments.map(({ code, name }) => [code, name])),
    calendar: basis.calendar,
  };
}

/** Last day of each filing: everything before it in its order of work, and itself, rounded up to whole days. */
function dueDates(plan: Plan, basis: PlanningBasis, today: string): ReadonlyArray<string> {
  const end = addWorkingDays(basis.calendar, today, plan.criticalPath.workingDays);
  return plan.filings.map(() => end);
}

/** Member by member, party by party: what is not sent stays. */
function withChanges(form: FormValue, changes: FormValue): FormValue {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const party of new Set([...Object.keys(form), ...Object.keys(changes)])) {
    merged[party] = { ...form[party], ...changes[party] };
  }
  return merged;
}
