import { randomUUID } from 'node:crypto';
import type {
  AppointmentStepInput,
  BookAppointmentInput,
  IssueTicketInput,
} from '../../schema/generated/appointments.ts';
import { addDays, civilDateOf, isCivilDate } from '../language/civil-date.ts';
import { hasScope, type Identity, requireIdentity, requireScope } from '../runtime/identity.ts';
import { masked } from '../runtime/personal-data.ts';
import { type Answered, askedOf, isBlank, ownQueue, refused, type StepParts } from './asking.ts';
import type { Queue } from './domain/rules.ts';
import { slotsOf } from './offers.ts';
import { type Gave, mostLive } from './store/index.ts';

export type TicketAnswer = Answered<{ readonly ticket: string | null }>;

/** For whom a number is booked: themselves, or whoever gave a power. */
interface ForWhom {
  readonly named: { readonly name: string; readonly identityNumber: string };
  /** Pseudonyms. */
  readonly person: string;
  readonly account: string;
  readonly booking: { readonly agent: string; readonly power: string; readonly mostPerWeek: number } | null;
}

export function createBooking(parts: StepParts) {
  const { store, submissions, rules, now } = parts;
  const forWhom = async (identity: Identity, power: string | null): Promise<Answered<ForWhom>> => {
    if (power !== null) return byPower(parts, identity, power);
    const { identityNumber, name } = identity.claims ?? {};
    if (identity.kind !== 'CITIZEN') return refused('POWER_REQUIRED', 'power');
    if (identityNumber === undefined || name === undefined) return refused('REAL_NAME_REQUIRED', 'queue');
    const named = { name, identityNumber: masked(identityNumber) };
    return { named, person: store.person(identityNumber), account: store.pseudonym(identity.subject), booking: null };
  };

  return {
    async book(input: BookAppointmentInput, anyone: Identity | null): Promise<TicketAnswer> {
      const identity = requireIdentity(anyone);
      const asked = askedOf(input, 'book', identity, now());
      if ('problems' in asked) return asked;
      const { queue: code, submission = null, power = null } = input;
      const known = await rules();
      const queue = known.queues.find((each) => each.code === code);
      if (!queue) return refused('QUEUE_UNKNOWN', 'queue', { queue: code });
      const matters = [...new Set(input.matters)];
      if (matters.length === 0 || !matters.every((matter) => queue.matters.includes(matter)))
        return refused('QUEUE_TAKES_NOT', 'matters');
      const time = await timeOf(parts, queue, input);
      if ('problems' in time) return time;
      const { date, from } = time;
      const who = await forWhom(identity, power);
      if ('problems' in who) return who;
      if (
        submission !== null &&
        (power !== null || (await submissions.ofAccount(submission, identity.subject)) === null)
      )
        return refused('SUBMISSION_NOT_FOUND', 'submission');
      const gave = await store.give({
        ...{ ...asked, ...who, id: randomUUID(), queue, calendar: known.calendar, date, from, matters, submission },
        ...{ exemption: null, operator: null },
      });
      return answerOf(gave);
    },
    async issue(input: IssueTicketInput, anyone: Identity | null): Promise<TicketAnswer> {
      const identity = requireScope(anyone, 'windows');
      const asked = askedOf(input, 'issue', identity, now());
      if ('problems' in asked) return asked;
      const own = await ownQueue(parts, input.queue, identity);
      if ('problems' in own) return own;
      const { queue, rules: known } = own;
      const { person, exemption = null } = input;
      const matters = [...new Set(input.matters)];
      if (matters.length === 0 || !matters.every((matter) => queue.matters.includes(matter)))
        return refused('QUEUE_TAKES_NOT', 'matters');
      if (isBlank(person.name) || isBlank(person.identityNumber)) return refused('TEXT_MISSING', 'person');
      if (exemption !== null && !known.exemptions.some(({ code }) => code === exemption))
        return refused('EXEMPTION_UNKNOWN', 'exemption');
      const gave = await store.give({
        ...{
          ...asked,
          id: randomUUID(),
          queue,
          calendar: known.calendar,
          date: civilDateOf(now()),
          from: null,
          matters,
        },
        named: { name: person.name.trim(), identityNumber: masked(person.identityNumber.trim()) },
        ...{ person: store.person(person.identityNumber), account: null, booking: null, submission: null },
        ...{ exemption, operator: identity.subject },
      });
      return answerOf(gave);
    },
    async cancel(input: AppointmentStepInput, anyone: Identity | null): Promise<TicketAnswer> {
      const identity = requireIdentity(anyone);
      const asked = askedOf(input, 'cancel', identity, now());
      if ('problems' in asked) return asked;
      const ticket = (await store.many([input.appointment])).get(input.appointment);
      const agent = hasScope(identity, 'agency') ? await store.agentOf(identity.subject) : null;
      const isOwn = identity.kind === 'CITIZEN' && (await store.isOf(input.appointment, identity.subject));
      if (!ticket || !(isOwn || (agent !== null && ticket.agent === agent.id)))
        return refused('APPOINTMENT_NOT_FOUND', 'appointment');
      const done = await store.cancel({ ...asked, ticket, operator: null });
      if (done === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
      if (done === 'TOO_LATE') return refused('APPOINTMENT_TOO_LATE', 'appointment');
      return typeof done === 'object' && 'ticket' in done ? done : refused('APPOINTMENT_OVER', 'appointment');
    },
  };
}

/** The time that is asked for, or the first at which a number is left now. */
async function timeOf(
  { days, now }: Pick<StepParts, 'days' | 'now'>,
  queue: Queue,
  { date = null, from = null }: BookAppointmentInput,
): Promise<Answered<{ readonly date: string; readonly from: string }>> {
  const today = civilDateOf(now());
  if (date !== null && (!isCivilDate(date) || date < today)) return refused('SLOT_UNKNOWN', 'date');
  if (date !== null && from !== null) return { date, from };
  const open = await days(queue, date ?? today, date ?? addDays(today, queue.release.daysAhead));
  const slots = open.flatMap((day) => slotsOf(day, now())).filter((slot) => from === null || slot.from === from);
  return slots.find(({ left }) => left > 0) ?? refused('NO_NUMBER_LEFT', 'date');
}

/** Of an agent who books for whoever gave the power: whose number it is they tell nobody, the power does. */
async function byPower({ store, rules }: StepParts, identity: Identity, id: string): Promise<Answered<ForWhom>> {
  if (!hasScope(identity, 'agency')) return refused('AGENT_ROLE_REQUIRED', 'power');
  const [agent, power, { agents: limits }] = await Promise.all([
    store.agentOf(identity.subject),
    store.power(id),
    rules(),
  ]);
  if (agent === null || limits === null) return refused('AGENT_NOT_ADMITTED', 'power');
  if (!power?.record || power.agent !== agent.id) return refused('POWER_NOT_VALID', 'power');
  const { name, identityNumber } = power.record;
  return {
    ...{ named: { name, identityNumber }, person: power.person, account: power.account },
    booking: { agent: agent.id, power: id, mostPerWeek: limits.mostPerWeek },
  };
}

/** Where in the input what is refused lies. */
const places = {
  KEY_REUSED: 'idempotencyKey',
  SLOT_UNKNOWN: 'from',
  NO_NUMBER_LEFT: 'from',
  QUEUE_CLOSED: 'queue',
  LIVE_NUMBER_EXISTS: 'matters',
  LIVE_NUMBERS_TOO_MANY: 'matters',
  AGENT_NOT_ADMITTED: 'power',
  AGENT_ABOVE_NUMBER: 'power',
  POWER_NOT_VALID: 'power',
} as const;

function answerOf(gave: Gave): TicketAnswer {
  if (typeof gave === 'object')
    return 'ticket' in gave ? gave : refused('NO_SHOWS_BARRED', 'queue', { until: gave.barredUntil });
  if (gave === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', places[gave]);
  if (gave === 'LIVE_NUMBERS_TOO_MANY') return refused(gave, places[gave], { most: mostLive });
  return refused(gave, places[gave]);
}
