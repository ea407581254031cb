import { createProgramWrapper } from '../subgraphs/runtime/keys/program-wrapper.ts';
import { createLocalWrapper, type KeyWrapper } from '../subgraphs/runtime/keys/wrapper.ts';
import type { SuiteName } from '../subgraphs/runtime/suites/suite.ts';
import type { PartSecrets } from './secrets.ts';
import { cannotStart } from './start-error.ts';

/**
 * What wraps a part's data keys; none where it keeps no personal data. The first wraps from now on, and the others still unwrap what they wrapped
 * before: the operator's own (`outside`), the part's by the suite, the part's by the other. `own`: the part's before the operator's. Throws
 * `SUITE_KEYS_MISSING`.
 */
export function wrappersOf(
  { wrappingKey, sm }: Pick<PartSecrets, 'wrappingKey' | 'sm'>,
  outside: KeyWrapper | null,
  suite: SuiteName = 'INTERNATIONAL',
  own = false,
): ReadonlyArray<KeyWrapper> {
  if (wrappingKey === null) return [];
  const international = createLocalWrapper(Buffer.from(wrappingKey, 'hex'));
  const commercial = sm?.wrappingKey ? createLocalWrapper(Buffer.from(sm.wrappingKey, 'hex'), 'SM') : null;
  if (suite === 'SM' && !commercial) throw cannotStart('SUITE_KEYS_MISSING');
  const both = suite === 'SM' ? [commercial, international] : [international, commercial];
  return (own ? [...both, outside] : [outside, ...both]).filter((each) => each !== null);
}

/** The program of `KEY_WRAPPER`, if one is set. Throws `KEY_WRAPPER_SETTING` where it does not answer. */
export async function outsideWrapper(program: string | null): Promise<KeyWrapper | null> {
  if (program === null) return null;
  return createProgramWrapper(program).catch((cause: unknown) => {
    throw cannotStart('KEY_WRAPPER_SETTING', { reason: cause instanceof Error ? cause.message : String(cause) });
  });
}
