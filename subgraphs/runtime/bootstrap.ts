import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { connect } from './connect.ts';

export interface SchemaPlan {
  /** Name of the PostgreSQL schema; its role is `roleOf` it. */
  readonly schema: string;
  /** Folder of drizzle migrations. */
  readonly migrations: string;
}
export interface BootstrapOptions {
  /** Connects as a role that may create schemas and roles. */
  readonly adminUrl: string;
  readonly schemas: ReadonlyArray<SchemaPlan>;
  /** Passwords of the roles are derived from it; nothing needs to store them. */
  readonly secret: string;
}

/**
 * Role of one schema. Roles belong to the whole server, so their names tell installations apart, by the secret: two on one server never
 * touch each other's.
 */
export function roleOf(secret: string, schema: string): string {
  const installation = createHmac('sha256', secret).update('installation').digest('hex').slice(0, 8);
  const name = `yijianshi_${installation}_${schema}`;
  // PostgreSQL would cut a longer one, and two that are cut could be one.
  if (name.length <= 63) return name;
  return `${name.slice(0, 54)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
/** Role that only listens to notifications. */
export const listenerRole = (secret: string): string => roleOf(secret, 'gateway');
/** What earlier releases called it, whatever the installation. */
const earlierListener = 'yijianshi_gateway';

/** Connection of one role, whose password follows from the secret. */
export function roleUrl(adminUrl: string, secret: string, role: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = passwordOf(secret, role);
  return url.toString();
}

function passwordOf(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('hex');
}

/** What a server needs to check a password, and nobody can log in with (RFC 5803): statements may be logged. */
function verifierOf(secret: string, role: string): string {
  // PostgreSQL's own number. More would protect passwords that people choose, and these have 256 random bits.
  const iterations = 4096;
  const salt = createHmac('sha256', secret).update(`salt of ${role}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(passwordOf(secret, role), salt, iterations, 32, 'sha256');
  const keyed = (of: string): Buffer => createHmac('sha256', salted).update(of).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

/** The role may not create roles or schemas: with what an administrator must run instead. */
export class RightsMissing extends Error {
  readonly statements: ReadonlyArray<string>;
  constructor(statements: ReadonlyArray<string>, cause: unknown) {
    super('The database role may not create roles or schemas.', { cause });
    this.statements = statements;
  }
}

/** The database belongs to another secret: what it sealed would not open, and whoever runs on it would be locked out. */
export class SecretDiffers extends Error {
  constructor() {
    super('The database was prepared with another secret.');
  }
}

const fingerprintOf = (secret: string): string =>
  `secret ${createHmac('sha256', secret).update('fingerprint').digest('hex').slice(0, 16)}`;

/** Every schema says in its comment to which secret it belongs. Throws SecretDiffers, before anything is altered. */
export async function requireSameSecret(
  sql: postgres.Sql,
  { adminUrl, schemas, secret }: BootstrapOptions,
): Promise<void> {
  const said = await sql<Array<{ said: string | null }>>`
    select obj_description(oid, 'pg_namespace') as said from pg_namespace
    where nspname in ${sql(schemas.map(({ schema }) => schema))}`;
  const known = said.flatMap(({ said: each }) => (each?.startsWith('secret ') ? [each] : []));
  if (known.some((each) => each !== fingerprintOf(secret))) throw new SecretDiffers();
  if (known.length > 0 || said.length === 0) return;
  // Of a database of a release that said nothing, its roles do.
  const [role] = await sql`select 1 from pg_roles where rolname = ${earlierListener}`;
  if (role && !(await canLogIn(roleUrl(adminUrl, secret, earlierListener)))) throw new SecretDiffers();
}

/**
 * Brings a database to the state this version needs: a schema and a role each, migrations, and rights on its own schema alone.
 * Safe to run again and by several at once. Throws SecretDiffers, having altered nothing, and RightsMissing where the administrator's role
 * may not.
 */
export async function bootstrapDatabase(options: BootstrapOptions): Promise<void> {
  const { adminUrl, schemas, secret } = options;
  const sql = connect(adminUrl, { max: 1 });
  try {
    await sql`select pg_advisory_lock(hashtext('yijianshi bootstrap'))`;
    await requireSameSecret(sql, options);
    for (const role of rolesOf(schemas, secret)) {
      await ensureRole(sql, role, secret, roleUrl(adminUrl, secret, role));
    }
    const [open] = await sql`select has_schema_privilege('public', 'public', 'create') as yes`;
    if (open?.yes) await sql`revoke create on schema public from public`;
    for (const { schema, migrations } of schemas) {
      const name = sql(schema);
      const role = sql(roleOf(secret, schema));
      await sql`create schema if not exists ${name}`;
      await sql.unsafe(`comment on schema "${schema}" is '${fingerprintOf(secret)}'`);
      await sql`revoke all on schema ${name} from public`;
      await sql`select set_config('search_path', ${schema}, false)`;
      await migrate(drizzle(sql), {
        migrationsFolder: migrations,
        migrationsSchema: schema,
        migrationsTable: 'migrations',
      });
      await sql`grant usage on schema ${name} to ${role}`;
      await sql`grant select, insert, update, delete on all tables in schema ${name} to ${role}`;
      await sql`grant usage, select on all sequences in schema ${name} to ${role}`;
    }
  } catch (error) {
    if ((error as { code?: string }).code === '42501')
      throw new RightsMissing(statementsFor(schemas, secret, adminUrl), error);
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const rolesOf = (schemas: ReadonlyArray<SchemaPlan>, secret: string): ReadonlyArray<string> => [
  listenerRole(secret),
  ...schemas.map(({ schema }) => roleOf(secret, schema)),
];

/** Another start of this installation may be making the same one. */
async function ensureRole(sql: postgres.Sql, role: string, secret: string, url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
      const verb = found ? 'alter' : 'create';
      await sql.unsafe(`${verb} role "${role}" login password '${verifierOf(secret, role)}'`);
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      // An administrator has made it already, for one who may not.
      if (code === '42501' && (await canLogIn(url))) return;
      if (attempt === 5 || !['23505', '42710', 'XX000', '40001'].includes(code)) throw error;
    }
  }
}

async function canLogIn(url: string): Promise<boolean> {
  const sql = connect(url, { max: 1 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** SQL for somebody who may run it; it holds no password. */
function statementsFor(schemas: ReadonlyArray<SchemaPlan>, secret: string, adminUrl: string): ReadonlyArray<string> {
  const { pathname, username } = new URL(adminUrl);
  const roles = rolesOf(schemas, secret);
  const database = decodeURIComponent(pathname.slice(1));
  return [
    ...roles.map((role) => `create role "${role}" login password '${verifierOf(secret, role)}';`),
    `grant create on database "${database}" to "${decodeURIComponent(username)}";`,
  ];
}
