import type { Identity } from '../runtime/identity.ts';
import type { Audit, JudgedItem } from './domain/availability.ts';
import type { Published, SupervisionStore } from './store/index.ts';

/** What the resolvers are given: each type here stands for the one of the schema with the same name. */
export interface Context {
  readonly identity: Identity | null;
  readonly store: SupervisionStore;
  /** What stands now, read once in a request and not before somebody needs it. */
  readonly published: () => Promise<Published>;
  readonly now: () => number;
}
export interface Matter {
  readonly code: string;
}
export type AvailabilityAudit = Audit;
export type AvailabilityItem = JudgedItem;
export type AvailabilityReason = Audit['offlineByReason'][number];
