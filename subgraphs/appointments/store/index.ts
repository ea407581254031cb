import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { LedgerKey } from '../../runtime/ledger-key.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import { createAgentSteps, createPowerSteps } from './agents.ts';
import { type Gave, give, type NewTicket } from './giving.ts';
import { createKeeping } from './keeping.ts';
import { createReading } from './reading.ts';
import { createRecorded } from './recorded.ts';
import { createRecords } from './records.ts';
import { createServing } from './serving.ts';

export type { AgentDone, PowerDone } from './agents.ts';
export { mostPowers } from './agents.ts';
export { type Gave, mostLive } from './giving.ts';
export { publishRules } from './publish.ts';
export type { KeptAgent, KeptPower, KeptTicket, SettledDay } from './reading.ts';
export type { KeptLogRow } from './recorded.ts';
export { type Named, sealedPlaces } from './records.ts';
export type { QuotaSet, Served, Stepped } from './serving.ts';

/** Numbers, queues, agents and powers, as the database holds them. */
export function createAppointmentStore(
  db: PostgresJsDatabase,
  sealer: Sealer,
  pseudonym: Pseudonym,
  ledgerKey: LedgerKey,
) {
  const records = createRecords(sealer, pseudonym, ledgerKey);
  return {
    ...createReading(db, records),
    ...createRecorded(db, records),
    ...createServing(db, records),
    person: records.person,
    give: (asked: NewTicket): Promise<Gave> => give(db, records, asked),
    agentSteps: createAgentSteps(db, records),
    powerSteps: createPowerSteps(db, records),
    keeping: createKeeping(db, records),
  };
}
export type AppointmentStore = ReturnType<typeof createAppointmentStore>;
