import type {
  DecisionInput,
  EvidenceRequestInput,
  FilingInput,
  PaidInput,
} from '../../schema/generated/departments.ts';
import { type DepartmentRow, doorPrefix, hasOwnSystem } from '../../schema/registry.ts';

import type { Doors } from '../runtime/definition.ts';
import type { Identity } from '../runtime/identity.ts';
import { type Pin, pinHeaders } from '../runtime/pin.ts';
import type { SubgraphResponse } from '../runtime/subgraph.ts';
import { Unanswered } from '../runtime/unanswered.ts';
import type { SourceAnswer } from './domain/provision.ts';
import {
  answerOf,
  type DepartmentOut,
  type DoorAnswer,
  demandShape,
  type ErasedFiling,
  erasedShape,
  type Optional,
  optionalOf,
  out,
  providedShape,
  reasonShape,
} from './door-answers.ts';
import type { Downloads } from './downloads.ts';
import type { Sent } from './sent.ts';

/** A filing as it is handed over. */
export type Filed = FilingInput & Pick<Sent, 'evidence'>;
export interface DepartmentDoor {
  /** `catalogue`: that it was planned from; null: that was not kept. */
  accept(filing: Filed, catalogue: Pin | null): Promise<DoorAnswer>;
  supplement(
    filing: string,
    supplement: string,
    form: FilingInput['form'],
    evidence: Sent['evidence'],
  ): Promise<DoorAnswer>;
  /** What was demanded for a filing has been paid. */
  paid(payment: PaidInput): Promise<DoorAnswer>;
  withdraw(filing: string, reason: string | null): Promise<DoorAnswer>;
  decide(decision: DecisionInput, as: Identity): Promise<DoorAnswer>;
  /** Null where the department has no such filing. */
  find(filing: string): Promise<DoorAnswer | null>;
  /** Asks for one document. A department that does not know the call has none. */
  provide(request: EvidenceRequestInput): Promise<SourceAnswer>;
  /** Everything the department holds of a filing. */
  held(filing: string): Promise<Optional<unknown>>;
  /** Has the department take out of a settled filing what it tells of persons. */
  erase(filing: string): Promise<Optional<ErasedFiling>>;
}
/** Department code → its door; null for one that is not in the registry. */
export type OpenDoor = (department: string) => DepartmentDoor | null;

const receiptFields = `{
  state messages { zh en }
  corrections { field material message { zh en } }
  results { documentType subject party spec number data issuedAt }
}`;
/** A whole call of a department's field. */
interface Call {
  readonly kind: 'query' | 'mutation';
  readonly field: string;
  /** Its variables as declared: name → type. */
  readonly declared: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of its answer; default a receipt's. */
  readonly selection?: string;
  readonly as?: Identity;
  /** Default: the newest. */
  readonly catalogue?: Pin | null;
}

export function createDoors(
  departments: ReadonlyArray<Pick<DepartmentRow, 'code' | 'type' | 'external' | 'system'>>,
  doors: Doors,
  service: Identity,
  { linked }: Pick<Downloads, 'linked'>,
): OpenDoor {
  const known = new Map(departments.map((row) => [row.code, row]));
  return (department) => {
    const row = known.get(department);
    if (row === undefined) return null;
    const prefix = doorPrefix(row.type);
    const decidesElsewhere = hasOwnSystem(row);
    // Our own desks' staff ask for files when they look at one; another's system may have no other way.
    const given = async (evidence: Sent['evidence'], filing: string): Promise<unknown> =>
      decidesElsewhere ? linked(evidence, filing, department) : evidence;
    const send = async (
      called: Call,
    ): Promise<{
      readonly response: SubgraphResponse | null;
      readonly silence: DepartmentOut;
      readonly name: string;
    }> => {
      const { kind, field, declared, variables, selection = receiptFields, as = service, catalogue } = called;
      const name = `${prefix}${field}`;
      const types = Object.entries(declared).map(([variable, type]) => `$${variable}: ${type}`);
      const passed = Object.keys(declared).map((variable) => `${variable}: $${variable}`);
      try {
        const response = await doors(department)({
          query: `${kind} (${types.join(', ')}) { ${name}(${passed.join(', ')}) ${selection} }`,
          variables,
          headers: catalogue ? pinHeaders(catalogue) : {},
          identity: as,
        });
        return { response, silence: out, name };
      } catch (error) {
        const afterMs = error instanceof Unanswered ? error.afterMs : null;
        return { response: null, silence: afterMs === null ? out : { ...out, afterMs }, name };
      }
    };
    const call = async (called: Call): Promise<DoorAnswer | null> => {
      const { response, silence, name } = await send(called);
      if (!response) return silence;
      const answer = answerOf(response, name);
      // What staff decide at a desk of ours comes by us.
      return answer?.kind === 'RECEIPT' && !decidesElsewhere
        ? { ...answer, receipt: { ...answer.receipt, tells: true } }
        : answer;
    };
    const mayKnow = async (called: Call): Promise<Optional<unknown>> => {
      const { response, silence, name } = await send(called);
      return response ? optionalOf(response, name) : silence;
    };
    /** Where it waits to be paid, with what is to be: asked for apart, since a department that never says so need not know of it. */
    const withDemand = async (filing: string, answer: DoorAnswer): Promise<DoorAnswer> => {
      if (answer.kind !== 'RECEIPT' || answer.receipt.state !== 'AWAITING_PAYMENT') return answer;
      const said = await mayKnow({
        ...{ kind: 'query', field: 'Demand', declared: { filing: 'ID!' }, variables: { filing } },
        selection: '{ amountFen items { zh en } payer channel dueInWorkingDays }',
      });
      if (said.kind === 'DEPARTMENT_OUT') return said;
      const read = demandShape.safeParse(said.kind === 'TOLD' ? said.told : null);
      return { ...answer, receipt: { ...answer.receipt, demand: read.success ? read.data : null } };
    };
    /** What it was refused for, likewise. */
    const withReason = async (filing: string, answer: DoorAnswer): Promise<DoorAnswer> => {
      if (answer.kind !== 'RECEIPT' || answer.receipt.state !== 'REFUSED') return answer;
      const said = await mayKnow({
        ...{ kind: 'query', field: 'RefusalReason', declared: { filing: 'ID!' }, variables: { filing } },
        selection: '',
      });
      if (said.kind === 'DEPARTMENT_OUT') return said;
      const read = reasonShape.safeParse(said.kind === 'TOLD' ? said.told : null);
      return { ...answer, receipt: { ...answer.receipt, refusalReason: read.success ? read.data : null } };
    };
    const whole = async (filing: string, answer: DoorAnswer): Promise<DoorAnswer> =>
      withReason(filing, await withDemand(filing, answer));
    const mutate = async (
      filing: string,
      field: string,
      declared: Call['declared'],
      variables: Call['variables'],
      more: Pick<Call, 'as' | 'catalogue'> = {},
    ): Promise<DoorAnswer> =>
      whole(filing, (await call({ kind: 'mutation', field, declared, variables, ...more })) ?? out);
    return {
      accept: async (filing, catalogue) => {
        const evidence = await given(filing.evidence, filing.id);
        const variables = { filing: { ...filing, evidence } };
        return mutate(filing.id, 'Accept', { filing: 'FilingInput!' }, variables, { catalogue });
      },
      supplement: async (filing, supplement, form, evidence) =>
        mutate(
          filing,
          'Supplement',
          { filing: 'ID!', supplement: 'ID!', form: 'FormByParty!', evidence: 'JSON!' },
          { filing, supplement, form, evidence: await given(evidence, filing) },
        ),
      paid: (payment) => mutate(payment.filing, 'Paid', { payment: 'PaidInput!' }, { payment }),
      withdraw: (filing, reason) => mutate(filing, 'Withdraw', { filing: 'ID!', reason: 'String' }, { filing, reason }),
      // Which clerk it is their department knows; what their token says of them besides is not its business.
      decide: (decision, { claims: _claims, ...as }) =>
        mutate(decision.filing, 'Decide', { decision: 'DecisionInput!' }, { decision }, { as }),
      find: async (id) => {
        const found = await call({ kind: 'query', field: 'Filing', declared: { id: 'ID!' }, variables: { id } });
        return found && whole(id, found);
      },
      provide: async (request) => {
        const answer = await mayKnow({
          ...{
            kind: 'query',
            field: 'Provide',
            declared: { request: 'EvidenceRequestInput!' },
            variables: { request },
          },
          selection: '{ outcome number data trust issuedOn expiresOn }',
        });
        if (answer.kind === 'NOT_KNOWN') return { outcome: 'NOT_FOUND' };
        if (answer.kind === 'DEPARTMENT_OUT') return { outcome: 'LATER' };
        const read = providedShape.safeParse(answer.told);
        // What cannot be read is a fault behind its door.
        return read.success ? read.data : { outcome: 'LATER' };
      },
      erase: async (filing) => {
        const answer = await mayKnow({
          ...{ kind: 'mutation', field: 'Erase', declared: { filing: 'ID!' }, variables: { filing } },
          selection: '{ at rows digest }',
        });
        if (answer.kind !== 'TOLD') return answer;
        const read = erasedShape.safeParse(answer.told);
        return read.success ? { kind: 'TOLD', told: read.data } : out;
      },
      held: (filing) =>
        mayKnow({ kind: 'query', field: 'Held', declared: { filing: 'ID!' }, variables: { filing }, selection: '' }),
    };
  };
}
