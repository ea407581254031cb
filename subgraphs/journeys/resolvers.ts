import DataLoader from 'dataloader';
import type { DecideFilingInput } from '../../schema/generated/journeys.ts';
import { problemCode } from '../language/problems.ts';
import { type Language, localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import { makePage, type PageArguments, readPage } from '../runtime/page.ts';
import { masked } from '../runtime/personal-data.ts';
import type { Pin } from '../runtime/pin.ts';
import type { Resolvers } from '../runtime/subgraph.ts';
import type { Decide } from './decide.ts';
import type { UnverifiedFact } from './domain/binding.ts';
import { unverified } from './domain/reasons.ts';
import type { IssuedResult } from './domain/receipts.ts';
import type { FilingState } from './domain/states.ts';
import { matterReference, type PlanningContext, planResolvers } from './planning.ts';
import type { SubmissionRecord } from './records/submission.ts';
import type { SubmissionStore } from './store/index.ts';
import type { Submit, SubmitLifeEventInput } from './submit.ts';
import type { Supplement, SupplementInput } from './supplement.ts';
import type { FilingRow, SubmissionRow, TimelineRow } from './tables.ts';
import type { CreateUploadInput, Uploads } from './uploads.ts';
import type { Withdraw, WithdrawInput } from './withdraw.ts';

/** The use cases, one file each. */
export interface Mutations {
  readonly submit: Submit;
  readonly supplement: Supplement;
  readonly withdraw: Withdraw;
  readonly decide: Decide;
}

export interface JourneysContext extends PlanningContext {
  readonly identity: Identity | null;
  readonly store: SubmissionStore;
  readonly mutations: Mutations;
  readonly uploads: Uploads;
  readonly submissions: DataLoader<string, SubmissionRow | null>;
  readonly filings: DataLoader<string, ReadonlyArray<FilingRow>>;
}
type Context = JourneysContext;
interface Texts {
  readonly language?: Language;
}

export function createContext(
  parts: Pick<JourneysContext, 'store' | 'mutations' | 'uploads' | 'planner'>,
  identity: Identity | null,
  pin: Pin,
  caller: string,
): JourneysContext {
  const { store } = parts;
  return {
    ...parts,
    identity,
    pin,
    caller,
    submissions: new DataLoader(async (ids) => Promise.all(ids.map((id) => store.find(id)))),
    filings: new DataLoader(async (ids) => {
      const rows = await store.filingsOf(ids);
      return ids.map((id) => rows.filter((row) => row.submission === id));
    }),
  };
}

/** The applicant sees all of it; staff where their department has a filing; the graph's own services too. Others see that there is nothing. */
async function visible(
  row: SubmissionRow | null,
  { identity, filings, store }: Context,
): Promise<SubmissionRow | null> {
  if (!row || !identity) return null;
  if (identity.kind === 'SERVICE') return row;
  if (identity.kind === 'CITIZEN') return row.subject === store.pseudonym(identity.subject) ? row : null;
  const own = (await filings.load(row.id)).some(({ department }) => department === identity.department);
  return own ? row : null;
}

const shown = (results: ReadonlyArray<IssuedResult>, { personalNumbers }: SubmissionRecord) =>
  results.map((result) => ({
    ...result,
    documentType: { code: result.documentType },
    number: personalNumbers.includes(result.documentType) ? masked(result.number) : result.number,
  }));

export const resolvers: Resolvers = {
  ...planResolvers,
  Query: {
    submission: async (_: unknown, { id }: { id: string }, context: Context) =>
      visible(await context.submissions.load(id), context),
    submissions: async (_: unknown, args: PageArguments, { identity, store }: Context) => {
      const { subject } = requireIdentity(identity);
      const { limit, offset } = readPage(args);
      const { nodes, total } = await store.ownSubmissions(store.pseudonym(subject), limit, offset);
      return makePage(nodes, offset, total);
    },
    filings: async (
      _: unknown,
      args: PageArguments & { department: string; state?: FilingState | null },
      { identity, store }: Context,
    ) => {
      const { kind, department } = requireIdentity(identity);
      if (kind !== 'STAFF' || department !== args.department) {
        throw refusal('FORBIDDEN.OWN_FILINGS');
      }
      const { limit, offset } = readPage(args);
      const { nodes, total } = await store.queue(args.department, args.state ?? null, limit, offset);
      return makePage(nodes, offset, total);
    },
  },
  Mutation: {
    submitLifeEvent: (_: unknown, { input }: { input: SubmitLifeEventInput }, { mutations, identity, pin }: Context) =>
      mutations.submit(input, identity, pin),
    supplementSubmission: (_: unknown, { input }: { input: SupplementInput }, { mutations, identity }: Context) =>
      mutations.supplement(input, identity),
    withdrawSubmission: (_: unknown, { input }: { input: WithdrawInput }, { mutations, identity }: Context) =>
      mutations.withdraw(input, identity),
    decideFiling: (_: unknown, { input }: { input: DecideFilingInput }, { mutations, identity }: Context) =>
      mutations.decide(input, identity),
    createUpload: (_: unknown, { input }: { input: CreateUploadInput }, { uploads, identity }: Context) =>
      uploads.create(input, requireIdentity(identity)),
  },
  Submission: {
    __resolveReference: async ({ id }: { id: string }, context: Context) =>
      visible(await context.submissions.load(id), context),
    lifeEvent: ({ lifeEvent, region }: SubmissionRow) => ({ code: lifeEvent, region }),
    receivedAt: ({ receivedAt }: SubmissionRow) => new Date(receivedAt).toISOString(),
    filings: ({ id }: SubmissionRow, _args: unknown, { filings }: Context) => filings.load(id),
    correction: async ({ id, state, correctionDueOn }: SubmissionRow, _args: unknown, { filings, store }: Context) => {
      if (state !== 'NEEDS_CORRECTION') return null;
      const items = (await filings.load(id))
        .filter((filing) => filing.state === 'NEEDS_CORRECTION')
        .flatMap((filing) => store.openFiling(filing).corrections)
        .map(({ field, material, message }) => ({
          code: problemCode('CORRECTION_REQUESTED'),
          message,
          path: field === null ? [] : ['form', ...field.split('.')],
          material,
        }));
      return { items, dueOn: correctionDueOn };
    },
    unverified: (row: SubmissionRow, _args: unknown, { store }: Context) => store.open(row).unverified,
    timeline: async ({ id }: SubmissionRow, _args: unknown, { store }: Context) => store.timelineOf(id),
    results: async (row: SubmissionRow, _args: unknown, { filings, store }: Context) => {
      const record = store.open(row);
      return (await filings.load(row.id)).flatMap((filing) => shown(store.openFiling(filing).results, record));
    },
  },
  Filing: {
    matter: ({ matter }: FilingRow) => matterReference(matter),
    waitingFor: async ({ submission, state, after }: FilingRow, _args: unknown, { filings }: Context) => {
      if (state !== 'WAITING') return [];
      const open = (await filings.load(submission)).filter(
        (each) => after.includes(each.position) && each.state !== 'APPROVED',
      );
      return [...new Set(open.map(({ matter }) => matter))].map(matterReference);
    },
    message: ({ message }: FilingRow, { language }: Texts) => (message ? localized(message, language) : null),
    results: async (filing: FilingRow, _args: unknown, { submissions, store }: Context) => {
      const row = await submissions.load(filing.submission);
      return row ? shown(store.openFiling(filing).results, store.open(row)) : [];
    },
  },
  UnverifiedFact: {
    message: ({ fact }: UnverifiedFact, { language }: Texts) => localized(unverified[fact], language),
  },
  TimelineEntry: {
    at: ({ at }: TimelineRow) => new Date(at).toISOString(),
    matter: ({ matter }: TimelineRow) => (matter === null ? null : matterReference(matter)),
    message: ({ message }: TimelineRow, { language }: Texts) => localized(message, language),
  },
};
