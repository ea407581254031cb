import type { EvidenceRequestInput, ProvidedEvidence } from '../../schema/generated/departments.ts';
import type { Pin } from '../runtime/pin.ts';
import type { DecisionInput, FilingInput, Form, PaidInput, PaymentDemand, Receipt } from './filing.ts';
import type { ErasedFiling } from './store/filings.ts';

/**
 * What stands behind a department's doors: the built-in desk, or a system of the department's own that an adapter speaks with. Each says where a filing
 * stands in the same receipts, and does once what comes twice under one id. What has no such filing throws `FILING_NOT_FOUND`, or answers null where it is
 * only asked; a system that is out throws `DEPARTMENT_SYSTEM_OUT`, and is asked again.
 */
export interface DepartmentSystem {
  /** `pin`: the catalogue that it was planned from, by which it is decided whatever is published meanwhile. */
  accept(filing: FilingInput, pin: Pin): Promise<Receipt>;
  /** Answers what was asked for: by the supplement's id, once. */
  supplement(filing: string, supplement: string, form: Form, evidence: unknown): Promise<Receipt>;
  /** What was demanded for a filing has been paid. */
  paid(payment: PaidInput): Promise<Receipt>;
  withdraw(filing: string, reason: string | null): Promise<Receipt>;
  /** By staff who sign in here; a system of their own is where its staff decide. */
  decide(decision: DecisionInput): Promise<Receipt>;
  find(filing: string): Promise<Receipt | null>;
  /** What is demanded for a filing; null: nothing, or there is no such filing. */
  demand(filing: string): Promise<PaymentDemand | null>;
  /** For what a filing was refused; null: no code was said, or it was not. */
  refusalReason(filing: string): Promise<string | null>;
  /** One document of the department's register, in place of the citizen; null: its system has no register that can be asked. */
  provide(request: EvidenceRequestInput): Promise<ProvidedEvidence | null>;
  /** Everything that is held of a filing; null: there is none, or it is not told. */
  held(filing: string): Promise<object | null>;
  /** Takes out what a settled filing tells of persons. Of one that is not known nothing is erased; null: this system does not do it. */
  erase(filing: string): Promise<ErasedFiling | null>;
}
