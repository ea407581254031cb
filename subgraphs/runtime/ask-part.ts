import { z } from 'zod';
import type { Doors } from './definition.ts';
import type { Identity } from './identity.ts';
import type { Log } from './log.ts';

/** Asks another part of the graph for one field, as a part itself. `OUT`: it does not answer as it should, and can be asked again. */
export type AskPart = <T>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  field: string,
  shape: z.ZodType<T>,
) => Promise<T | 'OUT'>;

export function createAskPart(doors: Doors, part: string, service: Identity, log: Log): AskPart {
  return async (query, variables, field, shape) => {
    try {
      const { data, errors } = await doors(part)({ query, variables, headers: {}, identity: service });
      const read = shape.safeParse(data?.[field]);
      if (!errors?.length && read.success) return read.data;
      const codes = errors?.map(({ extensions }) => extensions?.code);
      log.warn({ to: part, field, codes }, 'a part answers what cannot be used');
    } catch (err) {
      log.warn({ err, to: part, field }, 'a part did not answer');
    }
    return 'OUT';
  };
}

/** What another part holds of somebody, page by page. */
export interface PartPage {
  readonly nodes: ReadonlyArray<
    Readonly<Record<string, unknown>> & { readonly id: string; readonly submission: string | null }
  >;
  readonly endCursor: string | null;
  readonly totalCount: number;
}
export const partPage: z.ZodType<PartPage> = z.object({
  nodes: z.array(z.looseObject({ id: z.string(), submission: z.string().nullable() })),
  endCursor: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  totalCount: z.int(),
});
