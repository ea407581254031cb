import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { LedgerKey } from '../../runtime/ledger-key.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import type { Moment } from '../domain/submission.ts';
import { type Accesses, createAccesses, createAddAccesses } from './accesses.ts';
import { type Carried, createCarried } from './carried.ts';
import { type ChangeSubmission, createChange } from './change.ts';
import { noteEvidenceFiles, sealWhatLiesClear } from './clear.ts';
import { type Consents, createConsents } from './consents.ts';
import { createErasures, type Erasures } from './erase.ts';
import { createEvidenceRequests, type EvidenceRequests } from './evidence-requests.ts';
import { type FiguresOf, type FilingFigures, filingFigures } from './figures.ts';
import { createWriteOf } from './fold.ts';
import { createHeld, type Held } from './held.ts';
import { createHolds, type Holds } from './holds.ts';
import { createLetGo, type LetGo } from './let-go.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import {
  createPaymentHistory,
  createSubmissionOfPayment,
  type PaymentHistory,
  type SubmissionOfPayment,
} from './payments.ts';
import { createUploadPieces, type UploadPieces } from './pieces.ts';
import { createMakeProofs, createProving, type Proving } from './proofs.ts';
import { createPutOff, type KeptPutOff } from './put-off.ts';
import { createReader, type SubmissionReader } from './read.ts';
import { createReceive, type Receive } from './receive.ts';
import { createSandboxRows, type SandboxRows } from './sandbox.ts';
import { createSealedRecords, type SealedRecords } from './sealed.ts';
import { createTakenFiles, type TakenFiles } from './taken.ts';
import { createUnderWay, type UnderWay } from './under-way.ts';
import { createUploadRows, type UploadRows } from './uploads.ts';
import { createUsedLinks, type UsedLinks } from './used-links.ts';
import { createWebhooks, type TellsClient, type Webhooks } from './webhooks.ts';
import { createWorkLeft, type WorkLeft } from './work-left.ts';

/** Rows of submissions: read, received, changed and held. Nothing outside this folder speaks SQL. */
export interface SubmissionStore extends SubmissionReader, SealedRecords {
  /** Before anything is read: what earlier releases wrote in clear, or did not write down. */
  sealWhatLiesClear(): Promise<void>;
  readonly receive: Receive;
  readonly change: ChangeSubmission;
  readonly carried: Carried;
  readonly holds: Holds;
  readonly putOff: KeptPutOff;
  readonly accesses: Accesses;
  readonly uploads: UploadRows;
  readonly pieces: UploadPieces;
  readonly taken: TakenFiles;
  readonly held: Held;
  readonly erasures: Erasures;
  readonly consents: Consents;
  readonly evidenceRequests: EvidenceRequests;
  readonly letGo: LetGo;
  readonly usedLinks: UsedLinks;
  readonly submissionOfPayment: SubmissionOfPayment;
  readonly paymentHistory: PaymentHistory;
  readonly sandbox: SandboxRows;
  readonly outbox: Outbox;
  readonly proving: Proving;
  figures(of: ReadonlyArray<FiguresOf>): Promise<ReadonlyArray<FilingFigures>>;
  readonly underWay: UnderWay;
  readonly webhooks: Webhooks;
  workLeft(): Promise<WorkLeft>;
}
export interface StoreOptions {
  readonly db: PostgresJsDatabase;
  readonly sealer: Sealer;
  readonly pseudonym: Pseudonym;
  /** How long a hold lasts unless renewed. */
  readonly holdMs: number;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** Signs what is proven. */
  readonly ledgerKey: LedgerKey;
  /** In [0, 1). */
  readonly chance: () => number;
  /** Programs that are told of the submissions that came through them; default none. */
  readonly clientsTold?: ReadonlySet<string>;
}

export function createSubmissionStore({
  db,
  sealer,
  pseudonym,
  ledgerKey,
  holdMs,
  now,
  chance,
  clientsTold = new Set(),
}: StoreOptions): SubmissionStore {
  const records = createSealedRecords(sealer, pseudonym);
  const addAccesses = createAddAccesses(sealer);
  const makeProofs = createMakeProofs(ledgerKey, pseudonym);
  const tellsClient: TellsClient = ({ through }) => through !== null && clientsTold.has(through);
  const writeOf = createWriteOf(records, makeProofs, tellsClient);
  const moment = (): Moment => ({ now: now(), chance: chance() });
  return {
    ...createReader(db, records),
    ...records,
    async sealWhatLiesClear() {
      await sealWhatLiesClear(db, records, sealer);
      await noteEvidenceFiles(db, records);
    },
    receive: createReceive(db, records, makeProofs, tellsClient),
    change: createChange(db, records, addAccesses, moment, writeOf),
    carried: createCarried(db, records, moment, writeOf),
    holds: createHolds(db, holdMs, now),
    putOff: createPutOff(db, now),
    accesses: createAccesses(db, addAccesses, now),
    uploads: createUploadRows(db, sealer),
    pieces: createUploadPieces(db),
    taken: createTakenFiles(db),
    held: createHeld(db, records, sealer),
    erasures: createErasures(db, records),
    consents: createConsents(db, records),
    evidenceRequests: createEvidenceRequests(db, sealer),
    letGo: createLetGo(db),
    usedLinks: createUsedLinks(db, addAccesses, now),
    paymentHistory: createPaymentHistory(db),
    submissionOfPayment: createSubmissionOfPayment(db),
    sandbox: createSandboxRows(db),
    outbox: createOutbox(db),
    proving: createProving(db, ledgerKey),
    figures: (of) => filingFigures(db, of),
    underWay: createUnderWay(db),
    webhooks: createWebhooks(db),
    workLeft: createWorkLeft(db, now),
  };
}
