import type DataLoader from 'dataloader';
import type { CaseAnswer, CaseState } from '../language/case-clock.ts';
import type { Localized } from '../language/text.ts';
import type { Identity } from '../runtime/identity.ts';
import type { AppealRules, AppealKind as Kind } from './domain/rules.ts';
import type { Steps } from './steps.ts';
import type { AppealStore, KeptAppeal, KeptEvent } from './store/index.ts';
import type { Submissions } from './submissions.ts';

/** What the resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  readonly store: AppealStore;
  readonly submissions: Submissions;
  readonly steps: Steps;
  readonly rules: () => Promise<AppealRules>;
  /** For one request. */
  readonly byId: DataLoader<string, KeptAppeal | null>;
  readonly ofSubmission: (id: string) => Promise<ReadonlyArray<KeptAppeal> | null>;
  readonly now: () => number;
}
export type Appeal = KeptAppeal;
export type AppealKind = Pick<Kind, 'code' | 'name' | 'classes' | 'mostWorkingDays'>;
export type AppealClass = CaseState['terms']['classes'][number];
/** As cases name who has them. */
export type AppealHandler = string;
export interface AppealUnit {
  readonly code: string;
  readonly name: Localized;
}
export type AppealAnswer = CaseAnswer;
export type AppealEscalation = NonNullable<CaseState['escalation']>;
export type AppealEvent = KeptEvent;
export type TrackedAppeal = KeptAppeal;
export type TrackedAppealEvent = KeptEvent;
export interface Submission {
  readonly id: string;
}
export interface Problem {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: string | null;
}
