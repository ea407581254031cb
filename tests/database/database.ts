import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

/** The same in every test: roles belong to the server, and their passwords follow from it. */
export const testSecret = 'a secret that only tests know, of sufficient length';
/** The database with the real catalogue that each test's own is copied from. */
export const template = 'catalogue_template';

export interface TestDatabase {
  /** Of the superuser. */
  readonly adminUrl: string;
  close(): Promise<void>;
}

/** A database of its own on the run's server, with schemas, roles and the real catalogue. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    adminUrl: url.toString(),
    close: async () => {
      await sql.unsafe(`drop database if exists ${name} with (force)`);
      await sql.end();
    },
  };
}
