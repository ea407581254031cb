import type DataLoader from 'dataloader';
import type { Localized } from '../language/text.ts';
import type { Identity } from '../runtime/identity.ts';
import type { createAgency } from './agency.ts';
import type { Told } from './asking.ts';
import type { createBooking } from './booking.ts';
import type { CapacityGap } from './domain/alerts.ts';
import type { Day } from './domain/quota.ts';
import type { Queue, WindowRules } from './domain/rules.ts';
import type { DaysOf } from './offers.ts';
import type { AppointmentStore, KeptAgent, KeptLogRow, KeptPower, KeptTicket } from './store/index.ts';
import type { createWindows } from './windows.ts';

/** What the resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  readonly store: AppointmentStore;
  readonly booking: ReturnType<typeof createBooking>;
  readonly windows: ReturnType<typeof createWindows>;
  readonly agency: ReturnType<typeof createAgency>;
  readonly rules: () => Promise<WindowRules>;
  /** Days of queues, with what is taken of them, for one request. */
  readonly days: DaysOf;
  readonly agents: DataLoader<string, KeptAgent | null>;
  readonly departments: DataLoader<string, string | null>;
  readonly ofSubmission: (id: string) => Promise<ReadonlyArray<KeptTicket> | null>;
  readonly now: () => number;
}
export type ServiceQueue = Queue;
export interface Slot {
  readonly queue: Queue;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly left: number;
}
export interface QueueQuota {
  readonly queue: Queue;
  readonly day: Day;
  readonly given: number;
}
export interface Quota {
  readonly date: string;
  readonly queues: ReadonlyArray<QueueQuota>;
  readonly yearNotCovered: boolean;
}
export type Appointment = KeptTicket;
export type IntegrityAlert =
  | { readonly gap: CapacityGap }
  | { readonly row: KeptLogRow & { readonly alert: NonNullable<KeptLogRow['alert']> } };
export type QueueLogEntry = KeptLogRow;
export type Agent = KeptAgent;
export type Power = KeptPower;
export interface Matter {
  readonly code: string;
}
export interface Department {
  readonly code: string;
}
export interface Submission {
  readonly id: string;
}
/** With what its own part tells of it. */
export interface Filing {
  readonly id: string;
  readonly submission: Submission;
  readonly matter: { readonly code: string };
}
export type Problem = Told & { readonly message: Localized };
