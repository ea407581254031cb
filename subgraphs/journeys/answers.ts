import { z } from 'zod';
import type { Doors } from '../runtime/definition.ts';
import type { Log } from '../runtime/log.ts';
import type { SubgraphResponse } from '../runtime/subgraph.ts';
import { Unanswered } from '../runtime/unanswered.ts';

/** An answer as GraphQL has it (section 7.1), as far as anything is read of it. */
const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.looseObject({
        message: z.string(),
        extensions: z.looseObject({ code: z.string().optional().catch(undefined) }).optional(),
      }),
    )
    .optional(),
});

/** A department stands outside: what is not an answer in GraphQL counts as none. Each that does not answer is logged, with what it did instead. */
export function onlyAnswers(doors: Doors, log: Log): Doors {
  return (department) => async (request) => {
    try {
      const said: unknown = await doors(department)(request);
      const read = answerShape.safeParse(said);
      if (read.success) return read.data as SubgraphResponse;
      const wrong = read.error.issues.map(({ path, code }) => `${path.join('.') || 'answer'}: ${code}`);
      throw new Unanswered(`${department} answers what is not GraphQL: ${wrong.slice(0, 3).join(', ')}.`);
    } catch (err) {
      log.warn({ err, department }, 'a department did not answer');
      throw err;
    }
  };
}
