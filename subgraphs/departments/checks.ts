import { type AnswerValue, evaluate } from '../language/conditions.ts';
import { own } from '../language/own.ts';
import type { DeskCheck } from '../publishing/published.ts';
import type { Correction, FilingRecord } from './filing.ts';

/** Corrections for each party about whom the check does not hold. `today`: in China. */
export function failing(check: DeskCheck, filing: FilingRecord, today: string): ReadonlyArray<Correction> {
  // What is no answer was refused before anything was filed.
  const answers = new Map(Object.entries(filing.answers) as Array<[string, AnswerValue]>);
  if (check.condition && evaluate(check.condition, { answers, questions: new Map(), today }) !== 'TRUE') return [];
  const parties = own(filing.parties, check.subject) ?? [];
  const correction = (field: string | null): Correction => ({ field, material: null, message: check.message });
  switch (check.check) {
    case 'PRODUCED_PRESENT': {
      const present = filing.produced.some(
        (result) => result.documentType === check.documentType && (check.spec === null || result.spec === check.spec),
      );
      return present ? [] : [correction(null)];
    }
    case 'DATE_NOT_IN_FUTURE':
      return parties
        .filter((party) => String(own(own(filing.form, party), check.element) ?? '') > today)
        .map((party) => correction(`${party}.${check.element}`));
    case 'DATE_NOT_BEFORE':
      return parties
        .filter((party) => {
          const values = own(filing.form, party);
          const value = own(values, check.element);
          const other = own(values, check.other);
          return value !== undefined && other !== undefined && String(value) < String(other);
        })
        .map((party) => correction(`${party}.${check.element}`));
  }
}
