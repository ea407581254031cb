import type { Caller } from '../../gateway/index.ts';
import type { Graph } from './gateway-of.ts';

/** What tests of numbers do at the graph's own door, as citizens, staff and agents do. */
export const household = { queue: 'ruian-household', matters: ['330381GA000709105001'] };
export const matters = {
  birth: '330381GA000709105001',
  death: '330381GA000709106001',
  spouse: '330381GA000709107000',
  water: '330381GS000999020000',
  power: '330381GD000999021000',
  gas: '330381RQ000999022000',
};
const staff = (subject: string, scopes: ReadonlyArray<string>, department = 'public-security'): Caller => ({
  ...{ subject, kind: 'STAFF', department, scopes },
});
export const windowClerk = (name: string, department?: string): Caller => staff(name, ['windows'], department);
export const stationHead = (department?: string): Caller => staff('head', ['windows', 'station'], department);
export const auditor: Caller = staff('auditor', ['integrity'], 'auditor');
export const agentCalled = (name: string): Caller => staff(name, ['agency'], 'agent');
/** A person of whom the issuer tells who they are. */
export function person(index: number): Caller {
  const claims = { name: `办事人${index}`, identityNumber: numberOf(index) };
  return { ...{ subject: `person-${index}`, kind: 'CITIZEN', department: null, scopes: [] }, claims };
}
export const numberOf = (index: number): string => `33032519900101${String(index).padStart(4, '0')}`;
export const named = (index: number) => ({ name: `办事人${index}`, identityNumber: numberOf(index) });

export interface Ticket {
  readonly id: string;
  readonly number: number;
  readonly date: string;
  readonly from: string | null;
  readonly status: string;
  readonly name: string | null;
  readonly ahead: number | null;
  readonly departments: ReadonlyArray<{ readonly code: string }>;
}
export interface Done {
  readonly ticket: Ticket | null;
  readonly alert: string | null;
  readonly codes: ReadonlyArray<string>;
  readonly messages: ReadonlyArray<string>;
}
export interface AlertSeen {
  readonly kind: string;
  readonly date: string;
  readonly at: string | null;
  readonly queue: { readonly code: string } | null;
  readonly capacity: number | null;
  readonly offered: number | null;
  readonly gap: number | null;
  readonly gapReason: string | null;
  readonly operator: string | null;
  readonly beneficiary: { readonly name: string; readonly identityNumber: string } | null;
  readonly number: number | null;
  readonly passedOver: number | null;
  readonly agent: { readonly name: string } | null;
}
const ticketFields = 'id number date from status name ahead departments { code }';
const types: Readonly<Record<string, string>> = {
  cancelAppointment: 'AppointmentStepInput',
  markNoShow: 'AppointmentStepInput',
};
const typeOf = (field: string): string => types[field] ?? `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
type Problems = { readonly problems: ReadonlyArray<{ readonly code: string; readonly message: string }> };

export function queuesOf(graph: () => Graph) {
  let keys = 0;
  const change = async <T>(
    field: string,
    selection: string,
    input: object,
    as: Caller | null,
  ): Promise<T & Problems> => {
    const query = `mutation ($input: ${typeOf(field)}!) { ${field}(input: $input) { ${selection} problems { code message path } } }`;
    keys += 1;
    const all = { idempotencyKey: `key ${keys}`, ...input };
    const answer = await graph().ask<Record<string, T & Problems>>({ query, variables: { input: all } }, as);
    return answer[field] as T & Problems;
  };
  const ticket = async (field: string, input: object, as: Caller | null): Promise<Done> => {
    const more = field === 'serve' ? 'alert' : '';
    const answer = await change<{ appointment: Ticket | null; alert?: string | null }>(
      field,
      `appointment { ${ticketFields} } ${more}`,
      input,
      as,
    );
    return {
      ...{ ticket: answer.appointment, alert: answer.alert ?? null },
      codes: answer.problems.map(({ code }) => code),
      messages: answer.problems.map(({ message }) => message),
    };
  };
  return {
    change,
    book: (input: object, as: Caller | null) => ticket('bookAppointment', { ...household, ...input }, as),
    cancel: (appointment: string, as: Caller | null) => ticket('cancelAppointment', { appointment }, as),
    issue: (index: number, as: Caller, more: object = {}) =>
      ticket('issueTicket', { ...household, person: named(index), ...more }, as),
    checkIn: (appointment: string, as: Caller, more: object = {}) => ticket('checkIn', { appointment, ...more }, as),
    call: (as: Caller, more: object = {}) => ticket('callNext', { queue: household.queue, window: '1', ...more }, as),
    serve: (input: object, as: Caller) => ticket('serve', { queue: household.queue, window: '1', ...input }, as),
    noShow: (appointment: string, as: Caller, more: object = {}) => ticket('markNoShow', { appointment, ...more }, as),
    async slots(matter: string, from: string, to: string) {
      const query = `query ($matter: ID!, $from: Date, $to: Date) { matter(code: $matter) { slots(from: $from, to: $to) { date from to left queue { code } } } }`;
      const { matter: found } = await graph().ask<{
        matter: {
          slots: ReadonlyArray<{ date: string; from: string; to: string; left: number; queue: { code: string } }>;
        };
      }>({ query, variables: { matter, from, to } });
      return found.slots;
    },
    async quota(department: string, date: string) {
      const query = `query ($date: Date) { departments { code quota(date: $date) { capacity offered gap gapReason yearNotCovered queues { given queue { code } } } } }`;
      const { departments } = await graph().ask<{
        departments: ReadonlyArray<{
          code: string;
          quota: {
            capacity: number;
            offered: number;
            gap: number;
            gapReason: string | null;
            yearNotCovered: boolean;
            queues: ReadonlyArray<{ given: number }>;
          } | null;
        }>;
      }>({ query, variables: { date } });
      return departments.find(({ code }) => code === department)?.quota ?? null;
    },
    async alerts(variables: object): Promise<ReadonlyArray<AlertSeen>> {
      const query = `query ($from: Date, $to: Date, $kind: IntegrityAlertKind, $queue: ID, $after: String) {
        integrityAlerts(from: $from, to: $to, kind: $kind, queue: $queue, first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
          kind date at queue { code } capacity offered gap gapReason operator beneficiary { name identityNumber } number passedOver agent { name } } } }`;
      const found: AlertSeen[] = [];
      for (let after: string | null = null; ; ) {
        const answer: {
          readonly integrityAlerts: {
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
            nodes: ReadonlyArray<AlertSeen>;
          };
        } = await graph().ask({ query, variables: { ...variables, after } }, auditor);
        const page = answer.integrityAlerts;
        found.push(...page.nodes);
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) {
          if (found.length !== page.totalCount)
            throw new Error(`${found.length} of ${page.totalCount} alerts were told.`);
          return found;
        }
      }
    },
  };
}

/** An agent who may act, and the powers that six people gave them for every matter here. */
export interface AdmittedAgent {
  readonly as: Caller;
  readonly id: string;
  readonly powers: ReadonlyArray<{ readonly id: string; readonly who: number }>;
}
export async function admittedAgent({ change }: ReturnType<typeof queuesOf>, index: number): Promise<AdmittedAgent> {
  const as = agentCalled(`agent-${index}`);
  const registered = await change<{ agent: { id: string } }>(
    'registerAgent',
    'agent { id }',
    { name: `代办${index}` },
    as,
  );
  const { id } = registered.agent;
  await change('reviewAgent', '', { agent: id, admitted: true, reason: '已核实' }, stationHead());
  const input = { agent: id, matters: Object.values(matters), validTo: '2026-12-31', text: '代为预约' };
  const powers = Array.from({ length: 6 }, async (_, principal) => {
    const who = 200 + index * 10 + principal;
    const { power } = await change<{ power: { id: string } }>('grantPower', 'power { id }', input, person(who));
    return { id: power.id, who };
  });
  return { as, id, powers: await Promise.all(powers) };
}
