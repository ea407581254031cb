import { addDays } from '../../language/civil-date.ts';
import type { NoShowRule } from './rules.ts';

/** Day from which somebody may book again, after days on which they did not come; null: they may. `today` and `missed` are ISO dates. */
export function barredUntil(
  { count, withinDays, barredDays }: NoShowRule,
  missed: ReadonlyArray<string>,
  today: string,
): string | null {
  const days = [...missed].sort();
  const ends = days.flatMap((day, index) => {
    const first = days[index - count + 1];
    return first !== undefined && addDays(first, withinDays) > day ? [addDays(day, barredDays + 1)] : [];
  });
  const until = ends.at(-1) ?? null;
  return until !== null && until > today ? until : null;
}

/** The Monday of the week of an ISO date. */
export function mondayOf(date: string): string {
  return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** What happened to an agent, of which the state follows. */
export type AgentEvent =
  | { readonly kind: 'REGISTERED'; readonly at: string }
  | { readonly kind: 'REVIEWED'; readonly at: string; readonly admitted: boolean }
  | { readonly kind: 'BLOCKED'; readonly at: string };
export type AgentStatus = 'PENDING' | 'ADMITTED' | 'BLOCKED' | 'BARRED';

/** `PENDING`: nobody has looked yet. `BLOCKED`: above the number, until somebody has. `BARRED`: somebody has, and said no. */
export function agentStatus(events: ReadonlyArray<AgentEvent>): AgentStatus {
  return events.reduce<AgentStatus>((status, event) => {
    switch (event.kind) {
      case 'REGISTERED':
        return 'PENDING';
      case 'REVIEWED':
        return event.admitted ? 'ADMITTED' : 'BARRED';
      case 'BLOCKED':
        return status === 'ADMITTED' ? 'BLOCKED' : status;
      default:
        return event satisfies never;
    }
  }, 'PENDING');
}

/** Instant since which an agent's bookings count, in milliseconds: Monday, or when somebody last looked, if that was later. `monday`: its beginning. */
export function countedSince(monday: number, events: ReadonlyArray<AgentEvent>): number {
  const looked = events.filter(({ kind }) => kind === 'REVIEWED').map(({ at }) => Date.parse(at));
  return Math.max(monday, ...looked);
}

/** What a power says, as far as it decides. ISO dates, both days included. */
export interface Power {
  readonly principal: string;
  readonly agent: string;
  readonly matters: ReadonlyArray<string>;
  readonly validFrom: string;
  readonly validTo: string;
  readonly revoked: boolean;
}

/** Whether an agent may book these matters by a power on a day. */
export function covers(power: Power, agent: string, matters: ReadonlyArray<string>, today: string): boolean {
  const holds = !power.revoked && power.validFrom <= today && today <= power.validTo;
  return holds && power.agent === agent && matters.every((matter) => power.matters.includes(matter));
}
