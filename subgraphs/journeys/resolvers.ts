import type { DecideFilingInput, RetryFilingInput } from '../../schema/generated/journeys.ts';
import { readRetentionLaw } from '../../schema/retention.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { problemCode } from '../language/problems.ts';
import { type Language, type Localized, localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity, requireService } from '../runtime/identity.ts';
import { makePage, type PageArguments, readPage } from '../runtime/page.ts';
import { masked } from '../runtime/personal-data.ts';
import type { Pin } from '../runtime/pin.ts';
import type { Resolvers } from '../runtime/subgraph.ts';
import type { AcceptEvidence } from './accept-evidence.ts';
import type { Decide } from './decide.ts';
import type { UnverifiedFact } from './domain/binding.ts';
import { fileRefusal } from './domain/links.ts';
import { toldOnce } from './domain/notice.ts';
import type { Payment } from './domain/payment.ts';
import { consentTexts, unverified } from './domain/reasons.ts';
import type { IssuedResult } from './domain/receipts.ts';
import { expiryOf } from './domain/results.ts';
import type { FilingState } from './domain/states.ts';
import { isParked } from './domain/timing.ts';
import type { Downloads } from './downloads.ts';
import type { Erasure, RequestErasure, RequestErasureInput } from './erase.ts';
import { evidenceMutations, evidenceQueries, evidenceResolvers } from './evidence-views.ts';
import type { MyData } from './my-data.ts';
import { matterReference, type PlanningContext, planResolvers } from './planning.ts';
import type { SubmissionRecord } from './records/submission.ts';
import type { RequestEvidence } from './request-evidence.ts';
import type { Retry } from './retry.ts';
import type { KeptConsent } from './store/consents.ts';
import type { FiguresOf } from './store/figures.ts';
import type { SubmissionStore } from './store/index.ts';
import type { Submit, SubmitLifeEventInput } from './submit.ts';
import type { Supplement, SupplementInput } from './supplement.ts';
import type { AccessRow, ErasureRow, FilingRow, SubmissionRow, TimelineRow } from './tables.ts';
import { type Taken, takenMutations, takenQueries } from './taken-views.ts';
import { type UnderWayAsked, underWay } from './under-way.ts';
import type { CreateUploadInput, Uploads } from './uploads.ts';
import { createViews, type SuppliedFile, type Views } from './views.ts';
import type { Withdraw, WithdrawInput } from './withdraw.ts';
import type { WithdrawConsent, WithdrawConsentInput } from './withdraw-consent.ts';

/** The use cases, one file each. */
export interface Mutations {
  readonly submit: Submit;
  readonly supplement: Supplement;
  readonly withdraw: Withdraw;
  readonly decide: Decide;
  readonly retry: Retry;
  readonly requestErasure: RequestErasure;
  readonly withdrawConsent: WithdrawConsent;
  readonly requestEvidence: RequestEvidence;
  readonly acceptEvidence: AcceptEvidence;
}

export interface JourneysContext extends PlanningContext {
  readonly identity: Identity | null;
  readonly store: SubmissionStore;
  readonly mutations: Mutations;
  readonly uploads: Uploads;
  readonly taken: Taken;
  readonly downloads: Downloads;
  readonly myData: MyData;
  readonly views: Views;
  readonly now: () => number;
}
type Context = JourneysContext;
const { kept } = readRetentionLaw();
type KeptByLaw = (typeof kept)[string];
interface Texts {
  readonly language?: Language;
}

export function createContext(
  parts: Pick<
    JourneysContext,
    'store' | 'mutations' | 'uploads' | 'taken' | 'downloads' | 'myData' | 'planner' | 'vault' | 'now'
  >,
  identity: Identity | null,
  pin: Pin,
  caller: string,
): JourneysContext {
  return { ...parts, identity, pin, caller, views: createViews(parts.store, identity) };
}

const shown = (
  results: ReadonlyArray<IssuedResult>,
  { personalNumbers, filings }: SubmissionRecord,
  { position }: FilingRow,
) =>
  results.map((result) => ({
    ...result,
    expiresOn: expiryOf(result, filings[position]?.issues ?? null),
    documentType: { code: result.documentType },
    number: personalNumbers.includes(result.documentType) ? masked(result.number) : result.number,
  }));

/** Parts that have to know what a submission is about. */
const submissionReaders = ['appeals', 'appointments', 'supervision'] as const;

export const resolvers: Resolvers = {
  ...planResolvers,
  ...evidenceResolvers,
  Query: {
    ...takenQueries,
    ...evidenceQueries,
    submission: (_: unknown, { id }: { id: string }, { views }: Context) => views.submission(id),
    submissions: async (_: unknown, args: PageArguments, { identity, store }: Context) => {
      const { subject } = requireIdentity(identity);
      const { limit, offset } = readPage(args);
      const { nodes, total } = await store.ownSubmissions(store.pseudonym(subject), limit, offset);
      return makePage(nodes, offset, total);
    },
    filings: async (
      _: unknown,
      args: PageArguments & { department: string; state?: FilingState | null; parked?: boolean | null },
      { identity, store, views }: Context,
    ) => {
      const { kind, department } = requireIdentity(identity);
      if (kind !== 'STAFF' || department !== args.department) {
        throw refusal('FORBIDDEN.OWN_FILINGS');
      }
      const { limit, offset } = readPage(args);
      const { nodes, total } = await store.queue(
        department,
        { state: args.state ?? null, parked: args.parked ?? false },
        limit,
        offset,
      );
      await views.lookedAt(nodes);
      return makePage(nodes, offset, total);
    },
    myData: (_: unknown, args: PageArguments, { myData, identity }: Context) => myData(args, identity),
    submissionLedgerKey: (_: unknown, _args: unknown, { store }: Context) => store.proving.ledgerKey.published,
    submissionParts: async (
      _: unknown,
      { id, account }: { id: string; account: string },
      { store, identity }: Context,
    ) => {
      requireService(identity, ...submissionReaders);
      const row = await store.find(id);
      if (!row || row.subject !== store.pseudonym(account)) return null;
      return { lifeEvent: row.lifeEvent, region: row.region, filings: await store.filingsOf([id]) };
    },
    filingFigures: (_: unknown, { of }: { of: ReadonlyArray<FiguresOf> }, { store, identity }: Context) => {
      requireService(identity, 'supervision');
      return store.figures(of);
    },
    underWay: (_: unknown, asked: UnderWayAsked, { store, identity, now }: Context) => {
      requireService(identity, 'policies');
      return underWay(store, asked, now());
    },
  },
  Mutation: {
    ...evidenceMutations,
    ...takenMutations,
    submitLifeEvent: (_: unknown, { input }: { input: SubmitLifeEventInput }, { mutations, identity, pin }: Context) =>
      mutations.submit(input, identity, pin),
    supplementSubmission: (_: unknown, { input }: { input: SupplementInput }, { mutations, identity }: Context) =>
      mutations.supplement(input, identity),
    withdrawSubmission: (_: unknown, { input }: { input: WithdrawInput }, { mutations, identity }: Context) =>
      mutations.withdraw(input, identity),
    decideFiling: (_: unknown, { input }: { input: DecideFilingInput }, { mutations, identity }: Context) =>
      mutations.decide(input, identity),
    retryFiling: (_: unknown, { input }: { input: RetryFilingInput }, { mutations, identity }: Context) =>
      mutations.retry(input, identity),
    withdrawConsent: (_: unknown, { input }: { input: WithdrawConsentInput }, { mutations, identity }: Context) =>
      mutations.withdrawConsent(input, identity),
    requestErasure: (_: unknown, { input }: { input: RequestErasureInput }, { mutations, identity }: Context) =>
      mutations.requestErasure(input, identity),
    createUpload: (_: unknown, { input }: { input: CreateUploadInput }, { uploads, identity }: Context) =>
      uploads.create(input, requireIdentity(identity)),
  },
  Submission: {
    __resolveReference: ({ id }: { id: string }, { views }: Context) => views.submission(id),
    lifeEvent: ({ lifeEvent, region }: SubmissionRow) => ({ code: lifeEvent, region }),
    filings: (row: SubmissionRow, _args: unknown, { views }: Context) => views.share(row),
    correction: async (row: SubmissionRow, _args: unknown, { views, store }: Context) => {
      if (row.state !== 'NEEDS_CORRECTION') return null;
      const asking = (await views.share(row)).filter(({ state }) => state === 'NEEDS_CORRECTION');
      if (asking.length === 0) return null;
      const asked = asking.flatMap((filing) => store.openFiling(filing).corrections);
      const items = toldOnce(asked).map(({ field, material, message }) => ({
        code: problemCode('CORRECTION_REQUESTED'),
        message,
        path: field === null ? [] : ['form', ...field.split('.')],
        material,
      }));
      return { items, dueOn: row.correctionDueOn };
    },
    unverified: (row: SubmissionRow, _args: unknown, { views }: Context) => views.unverified(row),
    accesses: async (row: SubmissionRow, args: PageArguments, { views }: Context) => {
      const { limit, offset } = readPage(args);
      const part = await views.accesses(row, limit, offset);
      return part && makePage(part.nodes, offset, part.total);
    },
    consents: (row: SubmissionRow, _args: unknown, { views }: Context) => views.consents(row),
    proof: (row: SubmissionRow, _args: unknown, { views }: Context) => views.proof(row),
    erasure: (row: SubmissionRow, _args: unknown, { views }: Context) => views.erasure(row),
    timeline: (row: SubmissionRow, _args: unknown, { views }: Context) => views.timeline(row),
    results: async (row: SubmissionRow, _args: unknown, { views, store }: Context) => {
      const record = views.record(row);
      return (await views.share(row)).flatMap((filing) => shown(store.openFiling(filing).results, record, filing));
    },
  },
  SourceConsent: {
    source: ({ source }: KeptConsent) => ({ code: source }),
    text: ({ textVersion }: KeptConsent, { language }: Texts) =>
      localized(consentTexts[textVersion] as Localized, language),
  },
  Erasure: {
    cause: ({ own }: Erasure) => own.cause,
    at: ({ own }: Erasure) => own.at,
    kept: () => Object.values(kept),
  },
  ErasedPart: {
    department: ({ department }: ErasureRow) => (department === null ? null : { code: department }),
    filing: ({ department, part }: ErasureRow) => (department === null ? null : part),
  },
  KeptByLaw: {
    what: ({ what }: KeptByLaw, { language }: Texts) => localized(what, language),
    basis: ({ basis }: KeptByLaw, { language }: Texts) => localized(basis, language),
  },
  Access: {
    department: ({ department }: AccessRow) => (department === null ? null : { code: department }),
    matter: async ({ submission, filing }: AccessRow, _args: unknown, { views }: Context) => {
      const decided = (await views.filings(submission)).find(({ id }) => id === filing);
      return decided ? matterReference(decided.matter) : null;
    },
  },
  Filing: {
    __resolveReference: async ({ id }: { id: string }, { store, views }: Context) => {
      const filing = await store.findFiling(id);
      return filing && (await views.concerns(filing)) ? filing : null;
    },
    submission: ({ submission }: FilingRow, _args: unknown, { views }: Context) => views.submission(submission),
    matter: ({ matter }: FilingRow) => matterReference(matter),
    waitingFor: async ({ submission, state, after }: FilingRow, _args: unknown, { views }: Context) => {
      if (state !== 'WAITING') return [];
      const open = (await views.filings(submission)).filter(
        (each) => after.includes(each.position) && each.state !== 'APPROVED',
      );
      return [...new Set(open.map(({ matter }) => matter))].map(matterReference);
    },
    message: ({ message }: FilingRow, { language }: Texts) => (message ? localized(message, language) : null),
    refusalReason: ({ refusalReason: code }: FilingRow) => code && { code },
    parked: isParked,
    beginsOn: ({ beginsAt }: FilingRow) => beginsAt && civilDateOf(Date.parse(beginsAt)),
    payment: async (filing: FilingRow, _args: unknown, { views }: Context) =>
      filing.payment && (await views.concerns(filing)) ? filing.payment : null,
    form: async (filing: FilingRow, _args: unknown, { views }: Context) => (await views.sent(filing))?.form,
    evidence: async (filing: FilingRow, _args: unknown, { views }: Context) => (await views.sent(filing))?.evidence,
    files: (filing: FilingRow, _args: unknown, { views }: Context) => views.files(filing),
    results: async (filing: FilingRow, _args: unknown, { views, store }: Context) => {
      const record = await views.recordOf(filing);
      return record ? shown(store.openFiling(filing).results, record, filing) : [];
    },
  },
  Payment: {
    item: ({ items }: Payment, { language }: Texts) => localized(items, language),
    // Of one that went back before that was kept, all of it did.
    refundedFen: ({ state, amountFen, refundedFen }: Payment) => (state === 'REFUNDED' ? amountFen : refundedFen),
    history: ({ id }: Payment, _args: unknown, { store }: Context) => store.paymentHistory(id),
  },
  SuppliedFile: {
    // Null of who sees none: `files` is.
    download: (file: SuppliedFile, _args: unknown, { downloads, identity }: Context) => {
      const refused = fileRefusal(file);
      if (refused) throw refusal(refused);
      const holder = downloads.holderOf(identity);
      return holder && downloads.linkTo(file.upload, file.filing, holder);
    },
  },
  UnverifiedFact: {
    message: ({ fact }: UnverifiedFact, { language }: Texts) => localized(unverified[fact], language),
  },
  TimelineEntry: {
    matter: ({ matter }: TimelineRow) => (matter === null ? null : matterReference(matter)),
    message: ({ message }: TimelineRow, { language }: Texts) => localized(message, language),
  },
};
