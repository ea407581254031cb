import type { Role } from './config.ts';

/** Kinds of work that read files of their own. A command does none of them, or one. */
export type Use = 'gateway' | 'journeys' | 'storage' | 'departments';
type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that name files or folders, or go with one that does. */
const readBy: Readonly<Record<Use, ReadonlyArray<string>>> = {
  gateway: [
    'CLIENT_KEYS',
    'PERSISTED_MANIFEST',
    'PERSISTED_MODE',
    'TLS_CERT',
    'TLS_KEY',
    'RATE_STORE',
    'RATE_STORE_FILE',
    'OIDC_INTROSPECTION_URL',
    'OIDC_INTROSPECTION_CLIENT',
    'OIDC_INTROSPECTION_SECRET_FILE',
  ],
  journeys: ['PAYMENT_KEY', 'WEBHOOKS'],
  storage: ['UPLOADS_ENDPOINT', 'UPLOADS_BUCKET', 'UPLOADS_REGION', 'UPLOADS_KEY_FILE'],
  departments: ['REGISTERS_DIR', 'SYSTEMS_DIR'],
};

/** What processes of these roles do. */
export function usesOf(roles: ReadonlyArray<Role>): ReadonlySet<Use> {
  const have = (...wanted: ReadonlyArray<string>): boolean =>
    roles.some((role) => role === 'all' || wanted.includes(role));
  const uses = new Set<Use>();
  if (have('gateway')) uses.add('gateway');
  if (have('worker', 'services', 'subgraph:journeys')) uses.add('journeys').add('storage');
  if (have('departments') || roles.some((role) => role.startsWith('subgraph:'))) uses.add('departments');
  return uses;
}

/** The environment without what others read: one file of settings may be everybody's, and what it names lies where it is used alone. */
export function settingsUsed(environment: Environment, uses: ReadonlySet<Use>): Environment {
  const others = (Object.keys(readBy) as Use[]).filter((use) => !uses.has(use)).flatMap((use) => readBy[use]);
  return overlaid(environment, Object.fromEntries(others.map((name) => [name, undefined])));
}

/** The environment with these in the place of its own. Only what is asked for is looked up in it. */
export function overlaid(environment: Environment, changes: Environment): Environment {
  const own = Object.entries(changes).map(([name, value]) => [name, { value }] as const);
  return Object.create(environment, Object.fromEntries(own)) as Environment;
}
