import { doorPrefix } from '../../schema/registry.ts';
import type { Localized } from '../language/text.ts';
import { type Identity, identityHeader, signIdentity } from '../runtime/identity.ts';
import type { SubgraphRequest, SubgraphResponse } from '../runtime/subgraph.ts';
import type { FilingState } from './domain/submission.ts';

/** Reaches a department's own subgraph, in process or over HTTP. Rejects while it is out. */
export type Doors = (department: string) => (request: SubgraphRequest) => Promise<SubgraphResponse>;

export interface IssuedResult {
  readonly documentType: string;
  readonly subject: string;
  readonly party: string | null;
  readonly spec: string | null;
  readonly number: string;
  readonly issuedAt: string;
}
export interface Correction {
  readonly field: string | null;
  readonly material: string | null;
  readonly message: Localized;
}
export interface Receipt {
  readonly state: Exclude<FilingState, 'WAITING'>;
  readonly messages: Localized | null;
  readonly corrections: ReadonlyArray<Correction> | null;
  readonly results: ReadonlyArray<IssuedResult> | null;
}
/** What a department said; or that it is out; or that it will not take this. */
export type DoorAnswer =
  | { readonly kind: 'RECEIPT'; readonly receipt: Receipt }
  | { readonly kind: 'OUT' }
  | { readonly kind: 'REJECTED'; readonly code: string; readonly message: string };

export interface DepartmentDoor {
  accept(filing: Readonly<Record<string, unknown>>): Promise<DoorAnswer>;
  supplement(filing: string, supplement: string, form: unknown, evidence: unknown): Promise<DoorAnswer>;
  withdraw(filing: string, reason: string | null): Promise<DoorAnswer>;
  decide(decision: Readonly<Record<string, unknown>>, as: Identity): Promise<DoorAnswer>;
  find(filing: string): Promise<DoorAnswer | null>;
}
/** Department code → its door; null for one that is not in the registry. */
export type OpenDoor = (department: string) => DepartmentDoor | null;

const receiptFields = '{ state messages { zh en } corrections results }';
const service: Identity = { subject: 'journeys', kind: 'SERVICE', department: null, scopes: [] };
/** Not the department's refusal but a fault behind its door: worth another try. */
const faults = new Set(['INTERNAL_SERVER_ERROR', 'UNAUTHENTICATED', undefined]);

export function createDoors(
  departments: ReadonlyArray<{ readonly code: string; readonly type: string }>,
  doors: Doors,
  identitySecret: string,
): OpenDoor {
  const prefixes = new Map(departments.map(({ code, type }) => [code, doorPrefix(type)]));
  return (department) => {
    const prefix = prefixes.get(department);
    if (prefix === undefined) return null;
    const call = async (
      kind: 'query' | 'mutation',
      field: string,
      declared: string,
      passed: string,
      variables: Readonly<Record<string, unknown>>,
      as: Identity = service,
    ): Promise<DoorAnswer | null> => {
      let response: SubgraphResponse;
      try {
        response = await doors(department)({
          query: `${kind} (${declared}) { ${prefix}${field}(${passed}) ${receiptFields} }`,
          variables,
          headers: { [identityHeader]: await signIdentity(identitySecret, as) },
        });
      } catch {
        return { kind: 'OUT' };
      }
      const [error] = response.errors ?? [];
      if (error) {
        const code = error.extensions?.code as string | undefined;
        return faults.has(code) ? { kind: 'OUT' } : { kind: 'REJECTED', code: String(code), message: error.message };
      }
      const receipt = response.data?.[`${prefix}${field}`] as Receipt | null | undefined;
      if (receipt) return { kind: 'RECEIPT', receipt };
      return kind === 'query' ? null : { kind: 'OUT' };
    };
    const mutate = async (
      ...rest: Parameters<typeof call> extends [unknown, ...infer Rest] ? Rest : never
    ): Promise<DoorAnswer> => (await call('mutation', ...rest)) ?? { kind: 'OUT' };
    return {
      accept: (filing) => mutate('Accept', '$filing: FilingInput!', 'filing: $filing', { filing }),
      supplement: (filing, supplement, form, evidence) =>
        mutate(
          'Supplement',
          '$filing: ID!, $supplement: ID!, $form: JSON!, $evidence: JSON!',
          'filing: $filing, supplement: $supplement, form: $form, evidence: $evidence',
          { filing, supplement, form, evidence },
        ),
      withdraw: (filing, reason) =>
        mutate('Withdraw', '$filing: ID!, $reason: String', 'filing: $filing, reason: $reason', { filing, reason }),
      decide: (decision, as) => mutate('Decide', '$decision: DecisionInput!', 'decision: $decision', { decision }, as),
      find: (filing) => call('query', 'Filing', '$id: ID!', 'id: $id', { id: filing }),
    };
  };
}

/** A department that runs apart. The deadline covers the whole answer. */
export function doorOverHttp(url: string, deadlineMs = 10_000): ReturnType<Doors> {
  return async ({ query, variables, headers }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(deadlineMs),
    });
    return (await response.json()) as SubgraphResponse;
  };
}
