import { type GraphQLSchema, getVariableValues } from 'graphql';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Denied } from '../execution/completion.ts';
import { problemCode } from '../problems.ts';
import type { GatewayOptions } from '../types.ts';
import { type Asked, type Refused, refused, whoAsks } from './asked.ts';
import { denialOf, deniedTo } from './denied.ts';
import type { Prepared } from './prepare.ts';
import { shortened } from './shortened.ts';
import { withTypedDigits } from './typed-digits.ts';

/** An operation that may run, with what it runs with. */
export interface Admitted {
  readonly variables: Readonly<Record<string, unknown>>;
  /** What it costs. */
  readonly points: number;
  readonly denied: Denied | undefined;
}
/** A promise only where somebody has to be asked. */
export type Admit = (
  prepared: Prepared,
  schema: GraphQLSchema,
  given: Readonly<Record<string, unknown>> | undefined,
  asked: Asked,
) => Admitted | Refused | Promise<Admitted | Refused>;
export type AdmitOptions = Pick<GatewayOptions, 'production' | 'cost' | 'rate' | 'policies'>;

type Variables = Readonly<Record<string, unknown>>;

/** What variables are wrong is told of so many. */
const maximumErrors = 20;

/** Decides which operations run: by method, variables, cost, rate and what their caller may see. Without options everything may. */
export function createAdmit({ production = false, cost, rate, policies }: AdmitOptions): Admit {
  const limiter = rate && (rate.counter ?? new RateLimiterMemory({ points: rate.points, duration: rate.perSeconds }));
  const decide = policies ?? (async () => []);
  const admitCaller = async (prepared: Prepared, admitted: Admitted, asked: Asked): Promise<Admitted | Refused> => {
    try {
      await limiter?.consume(whoAsks(asked), Math.max(1, admitted.points));
    } catch (over) {
      return overRate(over);
    }
    if (prepared.guards.length === 0) return admitted;
    const fields = await deniedTo(asked.caller, prepared.guards, decide);
    return fields.size === 0 ? admitted : { ...admitted, denied: { fields, error: denialOf(asked.caller) } };
  };

  return (prepared, schema, given, asked) => {
    const { operation } = prepared;
    if (asked.readOnly && operation.operation !== 'query') {
      return refused('MUTATION_OVER_GET');
    }
    const values = (own: Variables): ReturnType<typeof getVariableValues> =>
      getVariableValues(schema, operation.variableDefinitions ?? [], own, { maxErrors: maximumErrors });
    const read = values(given ?? {});
    // Numbers of many digits are no values of the built-in scalars as they came.
    const { coerced, errors } = read.errors && given ? values(withTypedDigits(schema, operation, given)) : read;
    if (errors && production) {
      return refused('BAD_USER_INPUT');
    }
    if (errors) {
      const told = errors.map((error) => ({
        ...error.toJSON(),
        message: shortened(error.message),
        extensions: { code: problemCode('BAD_USER_INPUT') },
      }));
      return { refused: true, errors: told };
    }
    const points = cost || limiter ? prepared.cost(coerced) : 1;
    if (cost?.mode === 'ENFORCE' && points > cost.maximum) {
      return refused('OPERATION_TOO_COSTLY', { points, maximum: cost.maximum });
    }
    const admitted: Admitted = { variables: coerced, points, denied: undefined };
    return limiter || prepared.guards.length > 0 ? admitCaller(prepared, admitted, asked) : admitted;
  };
}

/** Throws where something else than the rate is in the way. */
function overRate(over: unknown): Refused {
  const wait = (over as { readonly msBeforeNext?: number }).msBeforeNext;
  if (wait === undefined) throw over;
  return { ...refused('RATE_LIMITED'), retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) };
}
