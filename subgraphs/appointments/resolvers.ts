import type { Resolvers } from '../../schema/generated/appointments.ts';
import { addDays, civilDateOf, daysBetween, isCivilDate } from '../language/civil-date.ts';
import { localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { hasScope, type Identity, requireIdentity, requireScope, requireService } from '../runtime/identity.ts';
import { makePage, readPage } from '../runtime/page.ts';
import { alertResolvers, integrityAlerts } from './integrity.ts';
import { quotaOf, slotsOf } from './offers.ts';
import type { Agent, Appointment, Context, QueueQuota } from './parents.ts';

/** Whose work it is to tell people what is held of them, and to have it erased. */
const feeder = 'journeys';
const mostSlotDays = 31;

function citizenOf(anyone: Identity | null): string {
  const { kind, subject } = requireIdentity(anyone);
  if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_APPOINTMENTS');
  return subject;
}
function checkPeriod(from: string, to: string, most: number): void {
  for (const date of [from, to]) if (!isCivilDate(date)) throw refusal('INVALID_DATE.DAY', { date });
  const days = daysBetween(from, to);
  if (days < 0 || days >= most) throw refusal('APPOINTMENT_PERIOD_TOO_LONG', { most });
}

/** The agent that the caller is; null: none. */
async function agentOf({ identity, store }: Context): Promise<Agent | null> {
  return identity && hasScope(identity, 'agency') ? store.agentOf(identity.subject) : null;
}

/** What the caller may see: their own, what they booked, or as staff of a department that it is with. */
async function visible(id: string, context: Context): Promise<Appointment | null> {
  const { identity, store, rules } = context;
  if (!identity || identity.kind === 'SERVICE') return null;
  const ticket = (await store.many([id])).get(id) ?? null;
  if (ticket === null) return null;
  if (identity.kind === 'CITIZEN') return (await store.isOf(id, identity.subject)) ? ticket : null;
  const agent = await agentOf(context);
  if (agent !== null) return ticket.agent === agent.id ? ticket : null;
  if (!hasScope(identity, 'windows')) return null;
  const queue = (await rules()).queues.find(({ code }) => code === ticket.queue);
  if (queue?.department === identity.department) return ticket;
  // Of a joint visit each department whose matter it is for.
  const owners = await context.departments.loadMany(ticket.matters);
  return owners.includes(identity.department) ? ticket : null;
}

async function ticketPayload(
  done: { readonly ticket: string | null } | { readonly problems: ReadonlyArray<never> | ReadonlyArray<object> },
  { store }: Context,
) {
  if ('problems' in done) return { appointment: null, problems: done.problems as never };
  const appointment = done.ticket === null ? null : ((await store.many([done.ticket])).get(done.ticket) ?? null);
  return { appointment, problems: [] };
}

const gapOf = (
  { queues }: { readonly queues: ReadonlyArray<QueueQuota> },
  pick: (each: QueueQuota) => number,
): number => queues.reduce((sum, each) => sum + pick(each), 0);

export const resolvers: Resolvers = {
  Query: {
    appointment: (_, { id }, context) => visible(id, context),
    appointments: async (_, { first, after }, context) => {
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const agent = await agentOf(context);
      const account = agent === null ? citizenOf(context.identity) : '';
      const { nodes, total } = await context.store.ofAccount(account, agent?.id ?? null, limit, offset);
      return makePage(nodes, offset, total);
    },
    serviceQueues: async (_, { department }, { rules }) =>
      (await rules()).queues.filter((queue) => department == null || queue.department === department),
    waitingNow: async (_, { queue, first }, { identity, store, rules, now }) => {
      const { department } = requireScope(identity, 'windows');
      const known = (await rules()).queues.find(({ code }) => code === queue);
      if (known?.department !== department) return [];
      const { limit } = readPage({ first: first ?? 20 });
      return store.waitingTickets(queue, civilDateOf(now()), limit);
    },
    queueLog: async (_, { queue, date, first, after }, { identity, store }) => {
      requireScope(identity, 'integrity');
      if (!isCivilDate(date)) throw refusal('INVALID_DATE.DAY', { date });
      const { limit, offset } = readPage({ first: first ?? 100, after: after ?? null });
      const { rows, total, brokenAt } = await store.logOf(queue, date, limit, offset);
      return { ...makePage(rows, offset, total), brokenAt };
    },
    integrityAlerts: (_, asked, context) => integrityAlerts(asked, context),
    agent: async (_, _args, { identity, store }) => store.agentOf(requireScope(identity, 'agency').subject),
    agentsToReview: async (_, { first, after }, { identity, store }) => {
      requireScope(identity, 'station');
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const { nodes, total } = await store.toReview(limit, offset);
      return makePage(nodes, offset, total);
    },
    powers: async (_, { first, after }, context) => {
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const agent = await agentOf(context);
      const whose = agent === null ? { account: citizenOf(context.identity) } : { agent: agent.id };
      const { nodes, total } = await context.store.powersOf(whose, limit, offset);
      return makePage(nodes, offset, total);
    },
    appointmentsData: async (_, { account, first, after }, { store, identity }) => {
      requireService(identity, feeder);
      const { limit, offset } = readPage({ first, after: after ?? null });
      const { nodes, total } = await store.heldOf(account, limit, offset);
      const { pageInfo, totalCount } = makePage(nodes, offset, total);
      return { nodes: [...nodes], endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null, totalCount };
    },
  },
  Mutation: {
    bookAppointment: async (_, { input }, context) =>
      ticketPayload(await context.booking.book(input, context.identity), context),
    cancelAppointment: async (_, { input }, context) =>
      ticketPayload(await context.booking.cancel(input, context.identity), context),
    issueTicket: async (_, { input }, context) =>
      ticketPayload(await context.booking.issue(input, context.identity), context),
    checkIn: async (_, { input }, context) =>
      ticketPayload(await context.windows.checkIn(input, context.identity), context),
    callNext: async (_, { input }, context) =>
      ticketPayload(await context.windows.callNext(input, context.identity), context),
    markNoShow: async (_, { input }, context) =>
      ticketPayload(await context.windows.markNoShow(input, context.identity), context),
    serve: async (_, { input }, context) => {
      const done = await context.windows.serve(input, context.identity);
      const alert = 'problems' in done ? null : done.alert;
      return { ...(await ticketPayload(done, context)), alert };
    },
    setQuota: async (_, { input }, context) => {
      const done = await context.windows.setQuota(input, context.identity);
      if ('problems' in done) return { quota: null, problems: [...done.problems] };
      const queue = (await context.rules()).queues.find(({ code }) => code === done.queue);
      const [open] = queue ? await context.days(queue, done.date, done.date) : [];
      return { quota: open ? quotaOf(open) : null, problems: [] };
    },
    registerAgent: async (_, { input }, context) => {
      const done = await context.agency.register(input, context.identity);
      if ('problems' in done) return { agent: null, problems: [...done.problems] };
      return { agent: await context.agents.clearAll().load(done.agent), problems: [] };
    },
    reviewAgent: async (_, { input }, context) => {
      const done = await context.agency.review(input, context.identity);
      if ('problems' in done) return { agent: null, problems: [...done.problems] };
      return { agent: await context.agents.clearAll().load(done.agent), problems: [] };
    },
    grantPower: async (_, { input }, context) => {
      const done = await context.agency.grant(input, context.identity);
      return 'problems' in done
        ? { power: null, problems: [...done.problems] }
        : { power: await context.store.power(done.power), problems: [] };
    },
    revokePower: async (_, { input }, context) => {
      const done = await context.agency.revoke(input, context.identity);
      return 'problems' in done
        ? { power: null, problems: [...done.problems] }
        : { power: await context.store.power(done.power), problems: [] };
    },
    appointmentsErase: (_, { submission }, { store, identity, now }) => {
      requireService(identity, feeder);
      return store.keeping.eraseOf(submission, new Date(now()).toISOString());
    },
  },
  Matter: {
    __resolveReference: ({ code }) => ({ code }),
    slots: async ({ code }, asked, { rules, days, now }) => {
      const from = asked.from ?? civilDateOf(now());
      const to = asked.to ?? addDays(isCivilDate(from) ? from : civilDateOf(now()), 7);
      checkPeriod(from, to, mostSlotDays);
      const queues = (await rules()).queues.filter(({ matters }) => matters.includes(code));
      const open = await Promise.all(queues.map((queue) => days(queue, from, to)));
      const slots = open.flat().flatMap((day) => slotsOf(day, now()));
      return slots.sort((one, other) => `${one.date} ${one.from}`.localeCompare(`${other.date} ${other.from}`));
    },
  },
  Department: {
    __resolveReference: ({ code }) => ({ code }),
    quota: async ({ code }, asked, { rules, days, now }) => {
      const date = asked.date ?? civilDateOf(now());
      if (!isCivilDate(date)) throw refusal('INVALID_DATE.DAY', { date });
      const { queues, calendar } = await rules();
      const own = queues.filter(({ department }) => department === code);
      if (own.length === 0) return null;
      const open = await Promise.all(own.map((queue) => days(queue, date, date)));
      const yearNotCovered = !calendar.years.includes(Number(date.slice(0, 4)));
      return { date, queues: open.flat().map(quotaOf), yearNotCovered };
    },
  },
  Submission: {
    __resolveReference: ({ id }) => ({ id }),
    appointments: async ({ id }, _, { ofSubmission }) => {
      const found = await ofSubmission(id);
      return found && [...found];
    },
  },
  Filing: {
    __resolveReference: (filing) => filing,
    appointment: async ({ submission, matter }, _, { ofSubmission }) => {
      const found = (await ofSubmission(submission.id)) ?? [];
      const own = found.filter(({ matters }) => matters.includes(matter.code));
      return own.findLast(({ status }) => status !== 'CANCELLED') ?? own.at(-1) ?? null;
    },
  },
  Slot: {},
  Quota: {
    capacity: (quota) => gapOf(quota, ({ day }) => day.capacity),
    offered: (quota) => gapOf(quota, ({ day }) => day.offered),
    gap: (quota) => gapOf(quota, ({ day }) => day.capacity - day.offered),
    gapReason: ({ queues }, { language }) => {
      const reasons = queues.flatMap(({ day }) => (day.reason ? [localized(day.reason, language)] : []));
      return reasons.length === 0 ? null : [...new Set(reasons)].join(language === 'EN' ? '; ' : '；');
    },
    queues: ({ queues }) => [...queues],
  },
  QueueQuota: {
    capacity: ({ day }) => day.capacity,
    offered: ({ day }) => day.offered,
    gap: ({ day }) => day.capacity - day.offered,
    gapReason: ({ day }, { language }) => day.reason && localized(day.reason, language),
  },
  ServiceQueue: {
    name: ({ name }, { language }) => localized(name, language),
    department: ({ department }) => ({ code: department }),
    hall: async ({ hall }, { language }, { rules }) => {
      const known = (await rules()).halls.find(({ code }) => code === hall);
      return known ? localized(known.name, language) : hall;
    },
    address: async ({ hall }, { language }, { rules }) => {
      const known = (await rules()).halls.find(({ code }) => code === hall);
      return known ? localized(known.address, language) : hall;
    },
    matters: ({ matters }) => matters.map((code) => ({ code })),
    release: ({ release: { daysAhead, waves } }) => ({ daysAhead, waves: [...waves] }),
  },
  Appointment: {
    __resolveReference: ({ id }, context) => visible(id, context),
    queue: async ({ queue, date }, _, { rules, store }) => {
      const known = (await rules()).queues.find(({ code }) => code === queue);
      // Gone from the catalogue since: as its day was settled.
      const row = known ?? (await store.settled([queue], date, date))[0]?.rules;
      if (!row) throw new Error(`A number was given in a queue ${queue} that there never was.`);
      return row;
    },
    from: ({ times }) => times?.from ?? null,
    to: ({ times }) => times?.to ?? null,
    matters: ({ matters }) => matters.map((code) => ({ code })),
    departments: async ({ matters }, _, { departments }) => {
      const codes = await departments.loadMany(matters);
      return [...new Set(codes.filter((code): code is string => typeof code === 'string'))].map((code) => ({ code }));
    },
    submission: ({ submission }) => (submission === null ? null : { id: submission }),
    name: ({ named }) => named?.name ?? null,
    agent: ({ agent }, _, { agents }) => (agent === null ? null : agents.load(agent)),
    exempt: ({ exemption }) => exemption !== null,
    ahead: ({ id, queue, date, status }, _, { store }) =>
      status === 'WAITING' ? store.aheadOf(id, queue, date) : null,
  },
  Agent: {
    name: ({ record }) => record.name,
    organisation: ({ record }) => record.organisation,
    thisWeek: ({ id }, _, { store, now }) => store.bookedThisWeek(id, new Date(now()).toISOString()),
    mostPerWeek: async (_agent, _args, { rules }) => (await rules()).agents?.mostPerWeek ?? 0,
  },
  Power: {
    principal: ({ record }) => record?.name ?? null,
    agent: async ({ agent }, _, { agents }) => {
      const known = await agents.load(agent);
      if (!known) throw new Error(`A power names an agent ${agent} that there is not.`);
      return known;
    },
    matters: ({ matters }) => matters.map((code) => ({ code })),
    text: ({ record }) => record?.text ?? null,
    revoked: ({ revokedAt }) => revokedAt !== null,
  },
  ...alertResolvers,
  Problem: { message: ({ message }, { language }) => localized(message, language) },
};
