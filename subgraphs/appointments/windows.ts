import type {
  AppointmentStepInput,
  CallNextInput,
  CheckInInput,
  ServeInput,
  SetQuotaInput,
} from '../../schema/generated/appointments.ts';
import { addDays, civilDateOf, isCivilDate } from '../language/civil-date.ts';
import { type Identity, requireScope } from '../runtime/identity.ts';
import { masked } from '../runtime/personal-data.ts';
import { type Answered, askedOf, isBlank, ownQueue, refused, type StepParts } from './asking.ts';
import type { TicketAnswer } from './booking.ts';
import type { Day } from './domain/quota.ts';
import type { KeptTicket, Served, Stepped } from './store/index.ts';

/** What staff do at the windows and at the head of a station. */
export function createWindows(parts: StepParts) {
  const { store, now } = parts;
  /** A number of a queue that the staff's department runs; of another they are told what they are told of none. */
  const ownTicket = async (id: string, identity: Identity): Promise<Answered<{ readonly ticket: KeptTicket }>> => {
    const ticket = (await store.many([id])).get(id);
    const own = ticket && (await ownQueue(parts, ticket.queue, identity));
    return ticket && own && 'queue' in own ? { ticket } : refused('APPOINTMENT_NOT_FOUND', 'appointment');
  };
  const stepped = (done: Stepped): TicketAnswer => {
    if (done === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
    if (done === 'NOT_TODAY') return refused('APPOINTMENT_NOT_TODAY', 'appointment');
    if (typeof done === 'string') return refused('APPOINTMENT_OVER', 'appointment');
    if ('ticket' in done) return done;
    return refused('NO_SHOW_TOO_EARLY', 'appointment', { from: done.tooEarlyBefore });
  };

  return {
    async checkIn(input: CheckInInput, anyone: Identity | null): Promise<TicketAnswer> {
      const identity = requireScope(anyone, 'windows');
      const asked = askedOf(input, 'check in', identity, now());
      if ('problems' in asked) return asked;
      const { exemption = null } = input;
      const own = await ownTicket(input.appointment, identity);
      if ('problems' in own) return own;
      const known = (await parts.rules()).exemptions;
      if (exemption !== null && !known.some(({ code }) => code === exemption))
        return refused('EXEMPTION_UNKNOWN', 'exemption');
      return stepped(await store.checkIn({ ...asked, ...own, exemption, operator: identity.subject }));
    },
    async markNoShow(input: AppointmentStepInput, anyone: Identity | null): Promise<TicketAnswer> {
      const identity = requireScope(anyone, 'windows');
      const asked = askedOf(input, 'no-show', identity, now());
      if ('problems' in asked) return asked;
      const own = await ownTicket(input.appointment, identity);
      if ('problems' in own) return own;
      return stepped(await store.markNoShow({ ...asked, ...own, operator: identity.subject }));
    },
    async callNext(input: CallNextInput, anyone: Identity | null): Promise<TicketAnswer> {
      const identity = requireScope(anyone, 'windows');
      const asked = askedOf(input, 'call', identity, now());
      if ('problems' in asked) return asked;
      const own = await ownQueue(parts, input.queue, identity);
      if ('problems' in own) return own;
      if (isBlank(input.window)) return refused('TEXT_MISSING', 'window');
      const { queue, rules } = own;
      const { calendar } = rules;
      return stepped(
        await store.callNext({ ...asked, queue, calendar, operator: identity.subject, window: input.window }),
      );
    },
    async serve(input: ServeInput, anyone: Identity | null): Promise<Answered<Served>> {
      const identity = requireScope(anyone, 'windows');
      const asked = askedOf(input, 'serve', identity, now());
      if ('problems' in asked) return asked;
      const own = await ownQueue(parts, input.queue, identity);
      if ('problems' in own) return own;
      const { appointment = null, person = null, matter = null, window } = input;
      const isNamed = person !== null && !isBlank(person.name) && !isBlank(person.identityNumber);
      const isWhole = appointment === null ? isNamed && own.queue.matters.includes(matter ?? '') : person === null;
      if (!isWhole) return refused('SERVE_WHOM', 'person');
      if (isBlank(window)) return refused('TEXT_MISSING', 'window');
      if (appointment !== null && !(await store.many([appointment])).has(appointment))
        return refused('APPOINTMENT_NOT_FOUND', 'appointment');
      const done = await store.serve({
        ...{ ...asked, queue: own.queue, calendar: own.rules.calendar, operator: identity.subject },
        ...{ window, ticket: appointment, matter },
        person: person && {
          identityNumber: person.identityNumber,
          named: { name: person.name.trim(), identityNumber: masked(person.identityNumber.trim()) },
        },
      });
      return done === 'KEY_REUSED' ? refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey') : done;
    },
    async setQuota(
      input: SetQuotaInput,
      anyone: Identity | null,
    ): Promise<Answered<{ readonly queue: string; readonly date: string; readonly day: Day }>> {
      const identity = requireScope(anyone, 'station');
      const asked = askedOf(input, 'quota', identity, now());
      if ('problems' in asked) return asked;
      const own = await ownQueue(parts, input.queue, identity);
      if ('problems' in own) return own;
      const { date, offered, reason = null } = input;
      const today = civilDateOf(now());
      if (!isCivilDate(date) || date < today || date > addDays(today, farthest))
        return refused('QUOTA_DAY_OVER', 'date');
      if (reason !== null && (isBlank(reason.zh) || isBlank(reason.en))) return refused('TEXT_MISSING', 'reason');
      const { queue, rules } = own;
      const { calendar } = rules;
      const operator = identity.subject;
      const done = await store.setQuota({ ...asked, queue, calendar, operator, date, offered, reason });
      if (done === 'KEY_REUSED') return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
      if (done === 'REASON_MISSING') return refused('QUOTA_REASON_MISSING', 'reason');
      return 'day' in done
        ? { queue: queue.code, date, day: done.day }
        : refused('QUOTA_INVALID', 'offered', { least: done.least, most: done.most });
    },
  };
}
const farthest = 366;
