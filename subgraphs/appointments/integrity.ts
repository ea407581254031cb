import type { QueryIntegrityAlertsArgs, Resolvers } from '../../schema/generated/appointments.ts';
import { addDays, civilDateOf, daysBetween, isCivilDate } from '../language/civil-date.ts';
import { localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { requireScope } from '../runtime/identity.ts';
import { makePage, readPage } from '../runtime/page.ts';
import { capacityGaps } from './domain/alerts.ts';
import type { Context, IntegrityAlert } from './parents.ts';
import type { Alert } from './tables.ts';

const mostDays = 92;
const recorded: ReadonlyArray<Alert> = ['WITHOUT_NUMBER', 'OUT_OF_ORDER', 'AGENT_ABOVE_NUMBER'];

/** Gaps first, computed from what was settled and from the rules; then what was recorded, in its order. */
export async function integrityAlerts(
  { kind, queue: only, first, after, ...asked }: QueryIntegrityAlertsArgs,
  { identity, store, rules, now }: Context,
) {
  requireScope(identity, 'integrity');
  const to = asked.to ?? civilDateOf(now());
  const from = asked.from ?? addDays(isCivilDate(to) ? to : civilDateOf(now()), -30);
  const queue = only ?? null;
  for (const date of [from, to]) if (!isCivilDate(date)) throw refusal('INVALID_DATE.DAY', { date });
  const days = daysBetween(from, to);
  if (days < 0 || days >= mostDays) throw refusal('APPOINTMENT_PERIOD_TOO_LONG', { most: mostDays });
  const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
  const gaps = kind == null || kind === 'CAPACITY_GAP' ? await gapsOf(store, await rules(), { from, to, queue }) : [];
  const kinds = recorded.filter((each) => kind == null || each === kind);
  const left = Math.max(0, limit - Math.max(0, gaps.length - offset));
  const { rows, total } = await store.alerts({ from, to, kinds, queue }, left, Math.max(0, offset - gaps.length));
  const nodes: IntegrityAlert[] = [
    ...gaps.slice(offset, offset + limit).map((gap) => ({ gap })),
    ...rows.flatMap((row) => (row.alert === null ? [] : [{ row: { ...row, alert: row.alert } }])),
  ];
  return makePage(nodes, offset, gaps.length + total);
}

async function gapsOf(
  store: Context['store'],
  { queues, calendar }: Awaited<ReturnType<Context['rules']>>,
  { from, to, queue }: { readonly from: string; readonly to: string; readonly queue: string | null },
) {
  const own = queues.filter(({ code }) => queue === null || code === queue);
  const settled = await store.settledBetween(from, to, queue);
  return capacityGaps(own, calendar, settled, { from, to });
}

const bodyOf = (alert: IntegrityAlert): Readonly<Record<string, unknown>> => ('row' in alert ? alert.row.body : {});
const numberIn = (alert: IntegrityAlert, name: string): number | null => {
  const value = bodyOf(alert)[name];
  return typeof value === 'number' ? value : null;
};

export const alertResolvers: Pick<Resolvers, 'IntegrityAlert' | 'QueueLogEntry'> = {
  IntegrityAlert: {
    id: (alert) =>
      'gap' in alert ? `gap ${alert.gap.day.date} ${alert.gap.queue.code}` : `${alert.row.subject} ${alert.row.number}`,
    kind: (alert) => ('gap' in alert ? 'CAPACITY_GAP' : alert.row.alert),
    date: (alert) => ('gap' in alert ? alert.gap.day.date : (alert.row.date as string)),
    at: (alert) => ('gap' in alert ? null : alert.row.at),
    queue: async (alert, _, { rules, store }) => {
      if ('gap' in alert) return alert.gap.queue;
      const { queue, date } = alert.row;
      if (queue === null || date === null) return null;
      const known = (await rules()).queues.find(({ code }) => code === queue);
      return known ?? (await store.settled([queue], date, date))[0]?.rules ?? null;
    },
    capacity: (alert) => ('gap' in alert ? alert.gap.day.capacity : null),
    offered: (alert) => ('gap' in alert ? alert.gap.day.offered : null),
    gap: (alert) => ('gap' in alert ? alert.gap.gap : null),
    gapReason: (alert, { language }) =>
      'gap' in alert && alert.gap.day.reason ? localized(alert.gap.day.reason, language) : null,
    operator: (alert) => ('gap' in alert ? null : (alert.row.record?.operator ?? null)),
    beneficiary: (alert) => ('gap' in alert ? null : (alert.row.record?.beneficiary ?? null)),
    matter: (alert) => {
      const { matter } = bodyOf(alert);
      return typeof matter === 'string' ? { code: matter } : null;
    },
    number: (alert) => numberIn(alert, 'number'),
    passedOver: (alert) =>
      'row' in alert && alert.row.alert === 'OUT_OF_ORDER' ? numberIn(alert, 'passedOver') : null,
    agent: (alert, _, { agents }) =>
      'row' in alert && alert.row.alert === 'AGENT_ABOVE_NUMBER' && alert.row.agent !== null
        ? agents.load(alert.row.agent)
        : null,
  },
  QueueLogEntry: {
    kind: ({ kind }) => kind as never,
    ticket: ({ body }) => (typeof body.number === 'number' ? body.number : null),
    operator: ({ record }) => record?.operator ?? null,
  },
};
