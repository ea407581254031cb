import type { SuiteName } from '../subgraphs/runtime/suites/suite.ts';
import { cannotStart } from './start-error.ts';

/** By which suite everything is written from now on; default `INTERNATIONAL`. Throws `SUITE_SETTING`. */
export function readSuite({ CRYPTO_SUITE: name }: Readonly<Record<string, string | undefined>>): SuiteName {
  if (name === undefined || name === 'INTERNATIONAL' || name === 'SM') return name ?? 'INTERNATIONAL';
  throw cannotStart('SUITE_SETTING');
}
