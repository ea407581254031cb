import { type CodedError, refusal } from '../../runtime/errors.ts';

/** That a department's system did not answer: it is asked again, and not before `afterMs` (milliseconds; null: it did not say). */
export function systemOut(afterMs: number | null): CodedError {
  const error = refusal('DEPARTMENT_SYSTEM_OUT');
  if (afterMs !== null) error.extensions.afterMs = afterMs;
  return error;
}
