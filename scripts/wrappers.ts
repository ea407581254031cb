import { createProgramWrapper } from '../subgraphs/runtime/keys/program-wrapper.ts';
import { createLocalWrapper, type KeyWrapper } from '../subgraphs/runtime/keys/wrapper.ts';
import type { PartSecrets } from './secrets.ts';
import { cannotStart } from './start-error.ts';

/**
 * What wraps a part's data keys; none where it keeps no personal data. `outside`: the operator's own, which wraps from now on; the part's
 * key still unwraps what it wrapped before.
 */
export function wrappersOf(
  { wrappingKey }: Pick<PartSecrets, 'wrappingKey'>,
  outside: KeyWrapper | null,
): ReadonlyArray<KeyWrapper> {
  if (wrappingKey === null) return [];
  return [...(outside ? [outside] : []), createLocalWrapper(Buffer.from(wrappingKey, 'hex'))];
}

/** The program of `KEY_WRAPPER`, if one is set. Throws `KEY_WRAPPER_SETTING` where it does not answer. */
export async function outsideWrapper(program: string | null): Promise<KeyWrapper | null> {
  if (program === null) return null;
  return createProgramWrapper(program).catch((cause: unknown) => {
    throw cannotStart('KEY_WRAPPER_SETTING', { reason: cause instanceof Error ? cause.message : String(cause) });
  });
}
