import { z } from 'zod';
import { createAskPart } from '../runtime/ask-part.ts';
import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import type { Log } from '../runtime/log.ts';

const reason = z
  .object({
    ...{ code: z.string(), zh: z.string(), en: z.string() },
    legalBasis: z.object({
      title: z.string(),
      article: z.string().nullish(),
      documentNumber: z.string().nullish(),
    }),
    demands: z
      .object({ feature: z.string(), zh: z.string(), en: z.string(), present: z.boolean() })
      .nullish()
      .transform(
        (demands) =>
          demands && {
            feature: { code: demands.feature, name: { zh: demands.zh, en: demands.en } },
            present: demands.present,
          },
      ),
  })
  .transform(({ zh, en, demands, ...rest }) => ({ ...rest, name: { zh, en }, demands: demands ?? null }));
const entities = z.array(z.object({ code: z.string(), refusalReasons: z.array(reason) }).nullable());

/** For what a matter may be refused, as the catalogue says. */
export type KnownReason = z.infer<typeof reason>;
/** By matter; of one that the catalogue has not, none. `OUT`: it does not answer, and can be asked again. */
export type ReasonsOfMatters = (
  matters: ReadonlyArray<string>,
) => Promise<ReadonlyMap<string, ReadonlyArray<KnownReason>> | 'OUT'>;

/** The part of the graph that has the catalogue. */
const part = 'catalogue';

export function createReasonsOfMatters(doors: Doors, service: Identity, log: Log): ReasonsOfMatters {
  const ask = createAskPart(doors, part, service, log);
  return async (matters) => {
    const representations = [...new Set(matters)].map((code) => ({ __typename: 'Matter', code }));
    const found = await ask(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on Matter {
            code
            refusalReasons {
              code zh: name(language: ZH) en: name(language: EN) legalBasis { title article documentNumber }
              demands { feature zh: name(language: ZH) en: name(language: EN) present }
            }
          }
        }
      }`,
      { representations },
      '_entities',
      entities,
    );
    if (found === 'OUT') return found;
    return new Map(found.flatMap((matter) => (matter ? [[matter.code, matter.refusalReasons] as const] : [])));
  };
}
