import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { fingerprint } from '../language/canonical.ts';
import { todayInChina } from '../language/civil-date.ts';
import type { AnswerValue } from '../language/conditions.ts';
import { evaluate } from '../language/conditions.ts';
import type { Localized } from '../language/text.ts';
import type { AutomaticRule, DeskCheck, MatterContent } from '../publishing/published.ts';
import { CodedError } from '../runtime/errors.ts';
import type { Sealer } from '../runtime/personal-data.ts';
import { issueNumber } from './numbers.ts';
import type { MatterStore } from './store.ts';
import { commands, filings } from './tables.ts';

export type FilingState = 'SUBMITTED' | 'ACCEPTED' | 'NEEDS_CORRECTION' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
type Form = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface FilingInput {
  readonly id: string;
  readonly matter: string;
  readonly party?: string | null;
  readonly parties: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly form: Form;
  readonly evidence: unknown;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly produced: ReadonlyArray<{
    documentType: string;
    subject: string;
    party: string | null;
    spec: string | null;
    number: string;
  }>;
}
export interface Correction {
  /** `party.element` of the one form. */
  readonly field: string | null;
  readonly material: string | null;
  readonly message: Localized;
}
export interface IssuedResult {
  readonly documentType: string;
  readonly subject: string;
  readonly party: string | null;
  readonly spec: string | null;
  readonly number: string;
  readonly data?: unknown;
  readonly issuedAt: string;
}
export interface DecisionInput {
  readonly id: string;
  readonly filing: string;
  readonly decision: string;
  readonly reason?: string | null;
  readonly corrections?: ReadonlyArray<{ field?: string | null; material?: string | null; message: string }> | null;
  readonly results?: ReadonlyArray<Omit<IssuedResult, 'issuedAt'>> | null;
}
/** Where a filing stands at the department (回执). */
export interface Receipt {
  readonly filing: string;
  readonly state: FilingState;
  readonly messages: Localized | null;
  readonly corrections: ReadonlyArray<Correction>;
  readonly results: ReadonlyArray<IssuedResult>;
}
interface Kept extends Omit<FilingInput, 'id' | 'matter' | 'party'> {
  readonly messages: Localized | null;
  readonly corrections: ReadonlyArray<Correction>;
  readonly results: ReadonlyArray<IssuedResult>;
}

/** The built-in desk of a department: takes filings in, decides them by rule or by hand, once each. */
export interface Desk {
  accept(filing: FilingInput): Promise<Receipt>;
  decide(decision: DecisionInput): Promise<Receipt>;
  supplement(filing: string, supplement: string, form: Form, evidence: unknown): Promise<Receipt>;
  withdraw(filing: string): Promise<Receipt>;
  find(filing: string): Promise<Receipt | null>;
}

type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];
type Row = typeof filings.$inferSelect;

const settled: ReadonlyArray<string> = ['APPROVED', 'REFUSED', 'WITHDRAWN'];

export function createDesk(db: PostgresJsDatabase, matters: MatterStore, sealer: Sealer): Desk {
  const open = (row: Row): Kept => sealer.open(row.sealed, `filing ${row.id}`) as Kept;
  const receiptOf = (row: Row, kept: Kept = open(row)): Receipt => ({
    filing: row.id,
    state: row.state as FilingState,
    messages: kept.messages,
    corrections: kept.corrections,
    results: kept.results,
  });
  const locked = async (transaction: Transaction, id: string): Promise<Row> => {
    const [row] = await transaction.select().from(filings).where(eq(filings.id, id)).for('update');
    if (row) return row;
    throw new CodedError('FILING_NOT_FOUND', { zh: '本部门没有此办件。', en: 'This department has no such filing.' });
  };
  const write = async (transaction: Transaction, row: Row, state: FilingState, kept: Kept): Promise<Receipt> => {
    const changed = {
      state,
      sealed: sealer.seal(kept, `filing ${row.id}`),
      decidedAt: settled.includes(state) ? new Date().toISOString() : null,
    };
    await transaction.update(filings).set(changed).where(eq(filings.id, row.id));
    return receiptOf({ ...row, ...changed }, kept);
  };
  /** False where the command was performed before. */
  const first = async (transaction: Transaction, id: string, filing: string): Promise<boolean> => {
    const begun = await transaction.insert(commands).values({ id, filing }).onConflictDoNothing().returning();
    return begun.length > 0;
  };
  /** By the matter's automatic rule, where it has one; else the filing waits for staff. */
  const judge = async (
    transaction: Transaction,
    row: Row,
    kept: Kept,
    rule: AutomaticRule | null,
  ): Promise<Receipt> => {
    if (!rule) return write(transaction, row, 'SUBMITTED', kept);
    const corrections = rule.checks.flatMap((check) => failing(check, kept));
    if (corrections.length > 0) return write(transaction, row, 'NEEDS_CORRECTION', { ...kept, corrections });
    const results: IssuedResult[] = [];
    for (const issue of rule.issues) {
      const party = kept.parties[issue.subject]?.[0] ?? null;
      const number = await issueNumber(
        transaction,
        issue.number,
        (element) => kept.form[party ?? '']?.[element],
        (spec) => results.find((result) => result.documentType === issue.documentType && result.spec === spec)?.number,
      );
      const { documentType, subject, spec } = issue;
      results.push({ documentType, subject, party, spec, number, issuedAt: new Date().toISOString() });
    }
    return write(transaction, row, 'APPROVED', { ...kept, corrections: [], results });
  };
  const contentOf = async (matter: string): Promise<MatterContent> => {
    const content = await matters.last(matter);
    if (content) return content;
    throw new CodedError('MATTER_NOT_FOUND', {
      zh: `本部门没有事项 ${matter}。`,
      en: `This department has no matter ${matter}.`,
    });
  };

  return {
    async accept(input) {
      const { automatic } = await contentOf(input.matter);
      const { id, matter, party = null, ...rest } = input;
      const requestHash = fingerprint(input);
      return db.transaction(async (transaction) => {
        const kept: Kept = { ...rest, messages: null, corrections: [], results: [] };
        const sealed = sealer.seal(kept, `filing ${id}`);
        const [begun] = await transaction
          .insert(filings)
          .values({ id, matter, party, state: 'SUBMITTED', requestHash, sealed })
          .onConflictDoNothing()
          .returning();
        if (begun) return judge(transaction, begun, kept, automatic);
        const row = await locked(transaction, id);
        if (row.requestHash === requestHash) return receiptOf(row);
        throw new CodedError('FILING_ID_REUSED', {
          zh: '此办件编号已用于另一内容。',
          en: 'This filing id was used with another content.',
        });
      });
    },
    async decide(decision) {
      return db.transaction(async (transaction) => {
        const row = await locked(transaction, decision.filing);
        const kept = open(row);
        if (!(await first(transaction, decision.id, row.id))) return receiptOf(row, kept);
        if (settled.includes(row.state)) {
          throw new CodedError('FILING_ALREADY_DECIDED', {
            zh: '此办件已办结，不能再作决定。',
            en: 'This filing is decided: nothing more can be decided.',
          });
        }
        const messages = decision.reason ? { zh: decision.reason, en: decision.reason } : null;
        switch (decision.decision) {
          case 'ACCEPT':
            return write(transaction, row, 'ACCEPTED', { ...kept, messages });
          case 'REFUSE':
            return write(transaction, row, 'REFUSED', { ...kept, messages });
          case 'REQUEST_CORRECTION':
            return write(transaction, row, 'NEEDS_CORRECTION', {
              ...kept,
              messages,
              corrections: (decision.corrections ?? []).map(({ field, material, message }) => ({
                field: field ?? null,
                material: material ?? null,
                message: { zh: message, en: message },
              })),
            });
          case 'APPROVE': {
            const results = (decision.results ?? []).map((result) => ({
              ...result,
              issuedAt: new Date().toISOString(),
            }));
            return write(transaction, row, 'APPROVED', { ...kept, messages, corrections: [], results });
          }
          default:
            throw new CodedError('UNKNOWN_DECISION', { zh: '没有这种决定。', en: 'There is no such decision.' });
        }
      });
    },
    async supplement(filing, supplement, form, evidence) {
      return db.transaction(async (transaction) => {
        const row = await locked(transaction, filing);
        const kept = open(row);
        if (!(await first(transaction, supplement, row.id))) return receiptOf(row, kept);
        if (row.state !== 'NEEDS_CORRECTION') return receiptOf(row, kept);
        const { automatic } = await contentOf(row.matter);
        return judge(transaction, row, { ...kept, form, evidence, corrections: [], messages: null }, automatic);
      });
    },
    async withdraw(filing) {
      return db.transaction(async (transaction) => {
        const row = await locked(transaction, filing);
        return settled.includes(row.state) ? receiptOf(row) : write(transaction, row, 'WITHDRAWN', open(row));
      });
    },
    async find(filing) {
      const [row] = await db.select().from(filings).where(eq(filings.id, filing));
      return row ? receiptOf(row) : null;
    },
  };
}

/** Corrections for each party about whom the check does not hold. */
function failing(check: DeskCheck, kept: Kept): ReadonlyArray<Correction> {
  const answers = new Map(Object.entries(kept.answers));
  if (check.condition && evaluate(check.condition, { answers, questions: new Map() }) !== 'TRUE') return [];
  const parties = kept.parties[check.subject] ?? [];
  const correction = (field: string | null): Correction => ({ field, material: null, message: check.message });
  switch (check.check) {
    case 'PRODUCED_PRESENT': {
      const present = kept.produced.some(
        (result) => result.documentType === check.documentType && (check.spec === null || result.spec === check.spec),
      );
      return present ? [] : [correction(null)];
    }
    case 'DATE_NOT_IN_FUTURE':
      return parties
        .filter((party) => String(kept.form[party]?.[check.element] ?? '') > todayInChina())
        .map((party) => correction(`${party}.${check.element}`));
    case 'DATE_NOT_BEFORE':
      return parties
        .filter((party) => {
          const value = kept.form[party]?.[check.element];
          const other = kept.form[party]?.[check.other];
          return value !== undefined && other !== undefined && String(value) < String(other);
        })
        .map((party) => correction(`${party}.${check.element}`));
  }
}
