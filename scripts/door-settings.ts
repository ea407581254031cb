import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ClientOptions, GatewayOptions } from '../gateway/index.ts';
import { isPostgres } from './database-address.ts';
import { readCertificate } from './inner-settings.ts';
import { wholeNumber } from './number-settings.ts';
import { cannotStart } from './start-error.ts';

/** What the gateway lets in, and how it goes. */
export type DoorSettings = Pick<
  GatewayOptions,
  | 'cost'
  | 'rate'
  | 'persisted'
  | 'drainMs'
  | 'deadlineMs'
  | 'requestMs'
  | 'origins'
  | 'tls'
  | 'planning'
  | 'planningThreads'
  | 'planningMs'
  | 'maximumDifficulty'
>;
type Environment = Readonly<Record<string, string | undefined>>;

const persistedModes = ['AUDIT', 'LOG_UNKNOWN', 'IDS_FOR_ANONYMOUS', 'IDS_ONLY'] as const;
/** Twenty times the largest operation that is shipped. */
const defaultCostMaximum = 10_000;
const productionDrainMs = 2000;
/** More than processors plan for nobody, and each holds a supergraph. */
const mostThreads = 64;

/** Throws one sentence for the first setting that is none. */
export function readDoor(production: boolean, environment: Environment): DoorSettings {
  const { COST_MAXIMUM, RATE, PERSISTED_MANIFEST, PERSISTED_MODE, DRAIN_MS, DEADLINE_MS, REQUEST_MS } = environment;
  const cost = wholeNumber('COST_MAXIMUM', COST_MAXIMUM) ?? defaultCostMaximum;
  const rate = RATE === undefined ? null : /^(\d{1,9})\/(\d{1,6})$/.exec(RATE);
  if (RATE !== undefined && (rate === null || Number(rate[1]) === 0 || Number(rate[2]) === 0)) {
    throw cannotStart('RATE_SETTING');
  }
  const mode = persistedModes.find((each) => each === PERSISTED_MODE);
  if (PERSISTED_MODE !== undefined && (!mode || PERSISTED_MANIFEST === undefined)) {
    throw cannotStart('PERSISTED_MODE_SETTING', { modes: persistedModes });
  }
  const { CORS_ORIGINS, TLS_CERT: cert, TLS_KEY: key } = environment;
  const origins = CORS_ORIGINS?.split(',').map((each) => each.trim());
  if (origins?.some((each) => !URL.canParse(each) || new URL(each).origin !== each))
    throw cannotStart('ORIGINS_SETTING');
  const deadlineMs = wholeNumber('DEADLINE_MS', DEADLINE_MS, { least: 1 });
  const requestMs = wholeNumber('REQUEST_MS', REQUEST_MS, { least: 1 });
  return {
    // Zero: measured and never refused. In development operations are told what they cost.
    cost: { mode: production && cost > 0 ? 'ENFORCE' : 'MEASURE', maximum: cost },
    ...(rate ? { rate: { points: Number(rate[1]), perSeconds: Number(rate[2]) } } : {}),
    ...(origins ? { origins } : {}),
    ...(cert === undefined && key === undefined ? {} : { tls: readCertificate({ cert: cert ?? '', key: key ?? '' }) }),
    persisted: {
      ...(PERSISTED_MANIFEST === undefined ? {} : { manifest: PERSISTED_MANIFEST }),
      ...(mode ? { mode } : {}),
    },
    drainMs: wholeNumber('DRAIN_MS', DRAIN_MS) ?? (production ? productionDrainMs : 0),
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
    ...(requestMs === undefined ? {} : { requestMs }),
    ...readPlanning(environment),
  };
}

/** An address of PostgreSQL, beside a limit. */
export function readRateStore({ RATE_STORE: text, RATE }: Environment): string | null {
  if (text === undefined) return null;
  if (RATE === undefined || !isPostgres(text)) throw cannotStart('RATE_STORE_SETTING');
  return text;
}

function readPlanning({ PLANNING_THREADS, PLANNING_MS, PLANNING_DIFFICULTY }: Environment): Partial<DoorSettings> {
  const planningThreads = wholeNumber('PLANNING_THREADS', PLANNING_THREADS, { most: mostThreads });
  const planningMs = wholeNumber('PLANNING_MS', PLANNING_MS, { least: 1 });
  const maximumDifficulty = wholeNumber('PLANNING_DIFFICULTY', PLANNING_DIFFICULTY);
  return {
    ...(planningThreads === undefined ? {} : planningThreads === 0 ? { planning: 'HERE' } : { planningThreads }),
    ...(planningMs === undefined ? {} : { planningMs }),
    ...(maximumDifficulty === undefined ? {} : { maximumDifficulty }),
  };
}

const clientKeys = z.array(
  z.object({
    id: z.string().regex(/^[\w-]{1,100}$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    scopes: z.array(z.string()),
  }),
);

export function readClients(file: string): ReadonlyArray<ClientOptions> {
  try {
    return clientKeys.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw cannotStart('CLIENT_KEYS_SETTING');
  }
}
