import { z } from 'zod';
import { createAskPart } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

/** Those of these document types that the catalogue has. `OUT`: it does not answer. */
export type KnownTypes = (documentTypes: ReadonlyArray<string>) => Promise<ReadonlySet<string> | 'OUT'>;

/** The part of the graph that has the catalogue. */
const part = 'catalogue';
const entities = z.array(z.object({ code: z.string() }).nullable());

export function createKnownTypes(doors: Doors, service: Identity, log: Log): KnownTypes {
  const ask = createAskPart(doors, part, service, log);
  return async (documentTypes) => {
    const representations = documentTypes.map((code) => ({ __typename: 'DocumentType', code }));
    const found = await ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on DocumentType { code } } }',
      { representations },
      '_entities',
      entities,
    );
    return found === 'OUT' ? found : new Set(found.flatMap((type) => type?.code ?? []));
  };
}

/** Of a filing and a paper that was asked for in it, one row of the outbox. */
export const askedTarget = (filing: string, documentType: string): string => `${filing} ${documentType}`;

export function readAskedTarget(target: string): { readonly filing: string; readonly documentType: string } {
  const [filing = '', documentType = ''] = target.split(' ');
  return { filing, documentType };
}
