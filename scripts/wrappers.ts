import { createLocalWrapper, type KeyWrapper } from '../subgraphs/runtime/keys/wrapper.ts';
import type { PartSecrets } from './secrets.ts';

/** What wraps a part's data keys; none where it keeps no personal data. */
export function wrappersOf({ wrappingKey }: Pick<PartSecrets, 'wrappingKey'>): ReadonlyArray<KeyWrapper> {
  return wrappingKey === null ? [] : [createLocalWrapper(Buffer.from(wrappingKey, 'hex'))];
}
