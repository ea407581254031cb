import type { Localized, Text } from '../language/text.ts';
import type { MatterContent } from '../publishing/published.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Pin } from '../runtime/pin.ts';
import type { Loader } from '../runtime/pinned-cache.ts';
import type { Receipt as DeskReceipt } from './filing.ts';
import type { Register } from './register.ts';
import type { DepartmentSystem } from './system.ts';

/** What a department's resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  /** The catalogue that is asked for, or that a filing was planned from. */
  readonly pin: Pin;
  readonly system: DepartmentSystem;
  readonly register: Register;
  readonly matters: Loader<DepartmentMatter>;
}
export type DepartmentMatter = MatterContent & { readonly code: string };
/** What was published before names were in two languages has one. */
export type Requirement = Omit<MatterContent['requirements'][number], 'names'> & {
  readonly names?: Localized;
  readonly name?: Text;
};
export type Cost = MatterContent['costs'][number];
export type Deferral = NonNullable<Requirement['deferral']>;
export type Commitment = NonNullable<Requirement['commitment']>;
export type SpecialProcedure = MatterContent['specialProcedures'][number];
export type WaitingPeriod = MatterContent['waits'][number];
export type ResultValidity = NonNullable<MatterContent['results'][number]['validity']>;
export type FormField = MatterContent['formFields'][number];
export type AcceptanceCondition = MatterContent['acceptance'][number];
export type MatterPayment = NonNullable<MatterContent['payment']>;
export type Remedy = MatterContent['remedies'][number];
export type Receipt = DeskReceipt;
