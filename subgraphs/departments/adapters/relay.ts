import { createHash } from 'node:crypto';
import { fingerprint } from '../../language/canonical.ts';
import type { FileTaker } from '../../runtime/definition.ts';
import { refusal } from '../../runtime/errors.ts';
import { createDesk } from '../desk.ts';
import { type FilingRecord, isSettled, type Receipt } from '../filing.ts';
import type { DeskFiling, DeskFilings } from '../store/filings.ts';
import type { MatterStore } from '../store/matters.ts';
import type { DepartmentSystem } from '../system.ts';
import { createCoding, type EvidenceItem, type EvidenceRow, type Outgoing } from './codes.ts';
import { systemOut } from './out.ts';
import type { Codes } from './settings.ts';

export interface RelayOptions {
  readonly filings: DeskFilings;
  readonly matters: MatterStore;
  readonly codes: Codes;
  /** Takes a file by the link that came with it. */
  readonly takeFile: FileTaker;
  /** The clock, in milliseconds. */
  readonly now: () => number;
}

/**
 * A department on a network of its own, which staff carry data to and from. A filing lies here sealed, and in the outbox in the department's codes with its
 * files, from the moment it is taken in; it stands as the last answer that was carried back says (`takeAnswers`).
 */
export function createRelay({ filings, matters, codes, takeFile, now }: RelayOptions): DepartmentSystem {
  const desk = createDesk(filings, matters, now);
  const coding = createCoding(codes);
  const known = (filing: DeskFiling | null): DeskFiling => {
    if (filing) return filing;
    throw refusal('FILING_NOT_FOUND');
  };
  const found = async (id: string): Promise<DeskFiling> => known(await filings.find(id));
  return {
    ...desk,
    async accept(input, pin) {
      const { id, matter, party = null, ...rest } = input;
      const requestHash = fingerprint(withoutLinks(input));
      const before = await filings.find(id);
      if (before) return sameReceipt(before, requestHash);
      const begunBy = await matters.begun(matter, pin);
      if (!begunBy) throw refusal('MATTER_NOT_FOUND', { matter });
      const { evidence, files } = await taken(takeFile, input.evidence as ReadonlyArray<EvidenceRow>);
      const record: FilingRecord = {
        ...{ ...rest, evidence: withoutLinks(evidence), payment: null, messages: null, corrections: [], results: [] },
        matterVersion: begunBy.fingerprint,
      };
      const body = coding.filing({ ...input, evidence } as Outgoing);
      const sends = [{ id: `filing ${id}`, kind: 'FILING', body, files } as const];
      const filing = await filings.begin({ id, matter, party, requestHash, record }, async () => ({
        ...{ state: 'SUBMITTED', record, sends },
      }));
      return sameReceipt(filing, requestHash);
    },
    async supplement(id, supplement, form, given) {
      const filing = await found(id);
      if (filing.state !== 'NEEDS_CORRECTION') return receiptOf(filing);
      const { evidence, files } = await taken(takeFile, given as ReadonlyArray<EvidenceRow>);
      const body = { id: supplement, form: coding.form(form), evidence: coding.evidence(evidence) };
      const supplemented = await filings.change(id, supplement, async ({ state, record }) => {
        if (state !== 'NEEDS_CORRECTION') return null;
        return {
          state: 'SUBMITTED',
          record: { ...record, form, evidence: withoutLinks(evidence), corrections: [], messages: null },
          sends: [{ id: `supplement ${supplement}`, kind: 'SUPPLEMENT', body, files }],
        };
      });
      return receiptOf(known(supplemented));
    },
    async paid({ filing: id, ...paid }) {
      const settled = await filings.change(id, `paid ${paid.id}`, async ({ state, record }) => {
        const { payment } = record;
        if (state !== 'AWAITING_PAYMENT' || payment === null || payment === 'EXEMPT') return null;
        if (payment.amountFen !== paid.amountFen) throw refusal('PAYMENT_NOT_DEMANDED');
        return {
          state: 'ACCEPTED',
          record: { ...record, payment: { ...payment, paid } },
          sends: [{ id: `payment ${paid.id}`, kind: 'PAYMENT', body: paid, files: [] }],
        };
      });
      return receiptOf(known(settled));
    },
    async withdraw(id, reason) {
      const withdrawn = await filings.change(id, null, async ({ state, record }, _next, sent) => {
        if (isSettled(state)) return null;
        const carried = (await sent.entries()).some(({ number }) => number !== null);
        // Of what has not left nobody needs to know that it will not come.
        const sends = carried
          ? [{ id: `withdrawal ${id}`, kind: 'WITHDRAWAL' as const, body: { reason }, files: [] }]
          : [];
        return { state: 'WITHDRAWN', record, forgets: true, sends };
      });
      return receiptOf(known(withdrawn));
    },
    decide: () => Promise.reject(refusal('DECIDED_ELSEWHERE')),
    // Nobody waits for a medium to come back while a plan is filled in.
    provide: async () => null,
    async erase(id) {
      await desk.erase(id);
      // What is kept here is gone; of what lies on the department's network only it can tell.
      return null;
    },
  };
}

function receiptOf({ id, state, record: { messages, corrections, results } }: DeskFiling): Receipt {
  return { filing: id, state, messages, corrections, results };
}

function sameReceipt(filing: DeskFiling, requestHash: string): Receipt {
  if (filing.requestHash !== requestHash) throw refusal('FILING_ID_REUSED');
  return receiptOf(filing);
}

/** Without what is new each time it is sent: links. */
function withoutLinks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLinks);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([name]) => name !== 'url' && name !== 'expiresAt' && name !== 'entry');
  return Object.fromEntries(members.map(([name, member]) => [name, withoutLinks(member)]));
}

/** The files themselves, in the order in which the evidence names them by `entry`. Throws `DEPARTMENT_SYSTEM_OUT` where one did not come whole. */
async function taken(
  takeFile: FileTaker,
  rows: ReadonlyArray<EvidenceRow>,
): Promise<{ readonly evidence: ReadonlyArray<EvidenceRow>; readonly files: ReadonlyArray<Buffer> }> {
  const files: Buffer[] = [];
  const places = new Map<string, number>();
  const take = async ({ download, ...item }: EvidenceItem): Promise<EvidenceItem> => {
    if (!download) return item;
    const { url = '', expiresAt: _expiresAt, ...file } = download;
    // One file may serve for several rows, each with a link of its own.
    let place = places.get(file.sha256);
    if (place === undefined) {
      const content = await takeFile(url);
      if (!content || createHash('sha256').update(content).digest('hex') !== file.sha256) throw systemOut(null);
      place = files.push(content) - 1;
      places.set(file.sha256, place);
    }
    return { ...item, download: { ...file, entry: String(place + 1) } };
  };
  const evidence: EvidenceRow[] = [];
  // One after the other: each is some megabytes.
  for (const row of rows) {
    const materials: EvidenceItem[] = [];
    for (const item of row.materials) materials.push(await take(item));
    evidence.push({ ...row, materials });
  }
  return { evidence, files };
}
