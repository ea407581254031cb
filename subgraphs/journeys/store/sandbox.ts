import { and, eq, ne } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { sandboxPayments } from '../tables.ts';

export type SandboxDemand = typeof sandboxPayments.$inferSelect;
/** Demands of the sandbox: it has no other memory, so that any process of it knows them, also after a kill. */
export interface SandboxRows {
  find(id: string): Promise<SandboxDemand | null>;
  /** The same again is the first as it stands now. */
  add(demand: Pick<SandboxDemand, 'id' | 'amountFen' | 'dueOn'>): Promise<SandboxDemand>;
  /** Null: there is none, or its money went back. */
  set(id: string, changes: Partial<Omit<SandboxDemand, 'id'>>): Promise<SandboxDemand | null>;
  /** Once; of what was not paid nothing goes back. */
  refund(id: string): Promise<SandboxDemand | null>;
}

export function createSandboxRows(db: PostgresJsDatabase): SandboxRows {
  const find = async (id: string): Promise<SandboxDemand | null> => {
    const [row] = await db.select().from(sandboxPayments).where(eq(sandboxPayments.id, id));
    return row ?? null;
  };
  return {
    find,
    async add(demand) {
      const [row] = await db
        .insert(sandboxPayments)
        .values(demand)
        // What stands there is answered, and nothing of it changes.
        .onConflictDoUpdate({ target: sandboxPayments.id, set: { id: demand.id } })
        .returning();
      return row as SandboxDemand;
    },
    async set(id, changes) {
      const [row] = await db
        .update(sandboxPayments)
        .set(changes)
        .where(and(eq(sandboxPayments.id, id), ne(sandboxPayments.state, 'REFUNDED')))
        .returning();
      return row ?? null;
    },
    async refund(id) {
      await db
        .update(sandboxPayments)
        .set({ state: 'REFUNDED' })
        .where(and(eq(sandboxPayments.id, id), eq(sandboxPayments.state, 'PAID')));
      return find(id);
    },
  };
}
