import { fingerprint } from '../language/canonical.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { own } from '../language/own.ts';
import type { MatterContent } from '../publishing/published.ts';
import { refusal } from '../runtime/errors.ts';
import { failing } from './checks.ts';
import { acceptedByStaff, demandedByRule, demandedByStaff, demandOf, isPaid, type Rules, withPaid } from './demand.ts';
import { type DecisionInput, type FilingRecord, type IssuedResult, isSettled, type Receipt } from './filing.ts';
import { issueNumber, type NextValue } from './numbers.ts';
import type { Decide, Decision, DeskFiling, DeskFilings } from './store/filings.ts';
import type { MatterStore } from './store/matters.ts';
import type { DepartmentSystem } from './system.ts';

type Begun = Pick<DeskFiling, 'matter' | 'record'>;

/** The built-in desk of a department: takes filings in, decides them by rule or by hand, once each. */
export function createDesk(filings: DeskFilings, matters: MatterStore, now: () => number): DepartmentSystem {
  const rulesOf = async ({ matter, record: { matterVersion } }: Begun): Promise<Rules> => {
    const content = (matterVersion && (await matters.version(matterVersion))) || (await matters.last(matter));
    if (content) return rulesIn(content);
    throw refusal('MATTER_NOT_FOUND', { matter });
  };
  /**
   * By the rules that the filing began by, read before it is locked: who holds a connection in a transaction and waits for another keeps all of them
   * waiting, once there are as many.
   */
  const change = async (
    id: string,
    command: string,
    decide: (filing: DeskFiling, rules: Rules, nextValue: NextValue) => ReturnType<Decide>,
  ): Promise<DeskFiling> => {
    const rules = await rulesOf(known(await filings.find(id)));
    return known(await filings.change(id, command, (filing, nextValue) => decide(filing, rules, nextValue)));
  };
  return {
    async accept(input, pin) {
      const { id, matter, party = null, ...rest } = input;
      const begunBy = await matters.begun(matter, pin);
      if (!begunBy) throw refusal('MATTER_NOT_FOUND', { matter });
      const rules = rulesIn(begunBy.content);
      const requestHash = fingerprint(input);
      const record: FilingRecord = {
        ...{ ...rest, payment: null, messages: null, corrections: [], results: [] },
        matterVersion: begunBy.fingerprint,
      };
      const filing = await filings.begin({ id, matter, party, requestHash, record }, (begun, nextValue) =>
        judge(begun.record, rules, nextValue, now()),
      );
      if (filing.requestHash !== requestHash) throw refusal('FILING_ID_REUSED');
      return receiptOf(filing);
    },
    async decide(decision) {
      const decided = await change(decision.filing, decision.id, async ({ state, record }, rules) => {
        if (isSettled(state)) throw refusal('FILING_ALREADY_DECIDED');
        return byHand(record, decision, rules.payment, now());
      });
      return receiptOf(decided);
    },
    async supplement(id, supplement, form, evidence) {
      const supplemented = await change(id, supplement, async ({ state, record }, rules, nextValue) => {
        if (state !== 'NEEDS_CORRECTION') return null;
        const sent = { ...record, form, evidence, corrections: [], messages: null };
        return judge(sent, rules, nextValue, now());
      });
      return receiptOf(supplemented);
    },
    async demand(id) {
      const filing = await filings.find(id);
      return filing && demandOf(filing.record, (await rulesOf(filing)).payment);
    },
    refusalReason: async (id) => (await filings.find(id))?.record.refusalReason ?? null,
    async paid({ filing: id, ...paid }) {
      const settled = await change(id, `paid ${paid.id}`, async ({ state, record }, rules, nextValue) => {
        if (state !== 'AWAITING_PAYMENT') return null;
        const kept = withPaid(record, paid);
        return acceptedByStaff(kept, rules)
          ? { state: 'ACCEPTED', record: kept }
          : judge(kept, rules, nextValue, now());
      });
      return receiptOf(settled);
    },
    async withdraw(id) {
      const withdrawn = await filings.change(id, null, async ({ state, record }) =>
        isSettled(state) ? null : { state: 'WITHDRAWN', record },
      );
      return receiptOf(known(withdrawn));
    },
    async find(id) {
      const filing = await filings.find(id);
      return filing && receiptOf(filing);
    },
    provide: async () => null,
    async held(id) {
      const filing = await filings.find(id);
      if (!filing) return null;
      // Stands for what was sent, which is told whole.
      const { requestHash: _hash, record, ...row } = filing;
      return { ...row, ...record };
    },
    erase: (id) =>
      filings.erase(id, ({ state }) => {
        if (!isSettled(state)) throw refusal('FILING_UNDER_WAY');
      }),
  };
}

/** What was published before anything was demanded says nothing of it. */
function rulesIn({ automatic, payment }: MatterContent): Rules {
  return { automatic, payment: payment ?? null };
}

function known(filing: DeskFiling | null): DeskFiling {
  if (filing) return filing;
  throw refusal('FILING_NOT_FOUND');
}

function receiptOf({ id, state, record: { messages, corrections, results } }: DeskFiling): Receipt {
  return { filing: id, state, messages, corrections, results };
}

/** By the matter's automatic rule, where it has one and all that the filing rests on is verified; else the filing waits for staff. */
async function judge(
  record: FilingRecord,
  { automatic: rule, payment }: Rules,
  nextValue: NextValue,
  now: number,
): Promise<Decision> {
  const atFirst = payment?.demanded === 'ON_RECEIPT' ? demandedByRule(record, payment) : null;
  if (atFirst) return atFirst;
  if (!rule) return { state: 'SUBMITTED', record };
  const corrections = rule.checks.flatMap((check) => failing(check, record, civilDateOf(now)));
  if (corrections.length > 0) return { state: 'NEEDS_CORRECTION', record: { ...record, corrections } };
  const open = record.unverified ?? [];
  if (open.length > 0) {
    // Each sentence once, however many facts it is about.
    const messages = {
      zh: [...new Set(open.map(({ zh }) => zh))].join(''),
      en: [...new Set(open.map(({ en }) => en))].join(' '),
    };
    return { state: 'SUBMITTED', record: { ...record, messages } };
  }
  const unpaid = demandedByRule(record, payment);
  if (unpaid) return unpaid;
  const results: IssuedResult[] = [];
  for (const { documentType, subject, spec, number: rulesOfNumber } of rule.issues) {
    const party = own(record.parties, subject)?.[0] ?? null;
    const number = await issueNumber(
      nextValue,
      rulesOfNumber,
      (element) => own(own(record.form, party ?? ''), element),
      (other) => results.find((result) => result.documentType === documentType && result.spec === other)?.number,
    );
    results.push({ documentType, subject, party, spec, number, issuedAt: new Date(now).toISOString() });
  }
  return { state: 'APPROVED', record: { ...record, corrections: [], results } };
}

/** As the staff decide. */
function byHand(
  record: FilingRecord,
  { decision, reason, refusalReason, corrections, results, amountFen }: DecisionInput,
  payment: Rules['payment'],
  now: number,
): Decision {
  const messages = reason ? { zh: reason, en: reason } : null;
  switch (decision) {
    case 'ACCEPT':
      return demandedByStaff({ ...record, messages }, payment, amountFen ?? null);
    case 'REFUSE':
      return { state: 'REFUSED', record: { ...record, messages, ...(refusalReason ? { refusalReason } : {}) } };
    case 'REQUEST_CORRECTION': {
      const asked = (corrections ?? []).map(({ field, material, message }) => ({
        field: field ?? null,
        material: material ?? null,
        message: { zh: message, en: message },
      }));
      return { state: 'NEEDS_CORRECTION', record: { ...record, messages, corrections: asked } };
    }
    case 'APPROVE': {
      if (!isPaid(record, payment)) throw refusal('PAYMENT_NOT_MADE');
      const issuedAt = new Date(now).toISOString();
      const issued = (results ?? []).map(({ party = null, spec = null, ...result }) => ({
        ...result,
        party,
        spec,
        issuedAt,
      }));
      return { state: 'APPROVED', record: { ...record, messages, corrections: [], results: issued } };
    }
    default:
      throw refusal('UNKNOWN_DECISION');
  }
}
