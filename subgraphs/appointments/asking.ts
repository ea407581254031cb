import { fingerprint } from '../language/canonical.ts';
import { type Fillings, type ProblemId, problem } from '../language/problems.ts';
import type { Localized } from '../language/text.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Submissions } from '../runtime/submissions.ts';
import type { Queue, WindowRules } from './domain/rules.ts';
import type { DaysOf } from './offers.ts';
import type { AppointmentStore } from './store/index.ts';

export interface Told {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: null;
}
/** Either what came of it or what is wrong. */
export type Answered<Done> = Done | { readonly problems: ReadonlyArray<Told> };

export interface StepParts {
  readonly store: AppointmentStore;
  readonly submissions: Submissions;
  readonly rules: () => Promise<WindowRules>;
  readonly days: DaysOf;
  readonly now: () => number;
}

export function refused<Id extends ProblemId>(
  id: Id,
  path: string,
  ...slots: Fillings<Id>
): { readonly problems: ReadonlyArray<Told> } {
  return { problems: [{ ...problem(id, ...slots), path: [path], material: null }] };
}

const longestKey = 255;
/** What is asked, by whom and under which key; or why the key will not do. */
export function askedOf(
  { idempotencyKey: key, ...content }: { readonly idempotencyKey: string },
  name: string,
  { subject }: Identity,
  now: number,
): Answered<{ readonly request: string; readonly requestHash: string; readonly at: string }> {
  const isKey = key.trim() !== '' && key.length <= longestKey && !/\p{C}/u.test(key);
  if (!isKey) return refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
  return {
    request: JSON.stringify([subject, name, key]),
    requestHash: fingerprint(content),
    at: new Date(now).toISOString(),
  };
}

export const isBlank = (text: string): boolean => text.trim() === '';

/** A queue that the staff's department runs. */
export async function ownQueue(
  { rules }: Pick<StepParts, 'rules'>,
  code: string,
  { department }: Identity,
): Promise<Answered<{ readonly queue: Queue; readonly rules: WindowRules }>> {
  const known = await rules();
  const queue = known.queues.find((each) => each.code === code);
  if (!queue) return refused('QUEUE_UNKNOWN', 'queue', { queue: code });
  return queue.department === department ? { queue, rules: known } : refused('QUEUE_NOT_YOURS', 'queue');
}
