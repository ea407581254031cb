import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { departmentForm } from '../planning/form.ts';
import type { PlannedFiling } from '../planning/types.ts';
import { readyFilings, retryDelay } from './domain/submission.ts';
import type { DoorAnswer, OpenDoor } from './doors.ts';
import { applyReceipt, type Carried, type FilingRow, type SubmissionRow, type SubmissionStore } from './store.ts';
import { filings } from './tables.ts';

/** Carries submissions through their departments. Several may run, anywhere: each submission is held by one at a time. */
export interface Worker {
  stop(): Promise<void>;
}
export interface WorkerOptions {
  readonly store: SubmissionStore;
  readonly sql: postgres.Sql;
  readonly openDoor: OpenDoor;
  /** How long a hold lasts unless renewed; a killed worker's submissions wait so long. */
  readonly holdMs?: number;
}

const atOnce = 8;
const pollMs = 1000;
/** A filing that waits for staff is asked about so often, for departments that do not tell. */
const askMs = 30_000;

export async function startWorker({ store, sql: connection, openDoor, holdMs = 5000 }: WorkerOptions): Promise<Worker> {
  const me = randomUUID();
  const { db } = store;
  let stopping = false;
  let wake: () => void = () => {};
  const running = new Set<Promise<void>>();

  const claim = async (): Promise<string | null> => {
    const [claimed] = await db.execute<{ id: string }>(sql`
      update submissions set held_by = ${me}, held_until = now() + ${`${holdMs} ms`}::interval
      where id = (
        select id from submissions
        where due_at <= now() and (held_until is null or held_until < now())
        order by due_at limit 1 for update skip locked
      ) returning id`);
    return claimed?.id ?? null;
  };
  const renew = async (id: string): Promise<boolean> => {
    const renewed = await db.execute(sql`
      update submissions set held_until = now() + ${`${holdMs} ms`}::interval
      where id = ${id} and held_by = ${me} returning id`);
    return renewed.length > 0;
  };
  /** Lets go, unless something happened meanwhile: then it is due again at once. */
  const release = async (id: string, seenDueAt: string | null, next: Date | null): Promise<void> => {
    await db.execute(sql`
      update submissions set held_by = null, held_until = null,
        due_at = case when due_at is not distinct from ${seenDueAt}::timestamptz then ${next?.toISOString() ?? null}::timestamptz else due_at end
      where id = ${id} and held_by = ${me}`);
  };

  const carry = async (id: string): Promise<void> => {
    const renewing = setInterval(() => {
      renew(id).catch(() => {});
    }, holdMs / 3);
    try {
      for (;;) {
        const row = await store.find(id);
        if (!row || row.heldBy !== me) return;
        const all = await store.filingsOf([id]);
        const now = Date.now();
        const due = dueFilings(store, all, now);
        if (due.length === 0 || stopping) {
          await release(id, row.dueAt, stopping ? new Date() : nextLook(all, now));
          return;
        }
        const carried = store.open(row);
        const answers = await Promise.all(
          due.map(async (filing) => ({ filing, answer: await handOver(store, openDoor, carried, all, filing) })),
        );
        await record(store, row, carried, answers, me);
      }
    } finally {
      clearInterval(renewing);
    }
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      let idle = true;
      try {
        while (running.size < atOnce && !stopping) {
          const id = await claim();
          if (id === null) break;
          idle = false;
          const task = carry(id)
            // The database went away, or the hold was lost: the hold ends by itself and the submission is due again.
            .catch(() => {})
            .finally(() => {
              running.delete(task);
              wake();
            });
          running.add(task);
        }
      } catch {
        idle = true;
      }
      if (stopping) break;
      if (idle || running.size >= atOnce) {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, pollMs);
          wake = () => {
            clearTimeout(timer);
            done();
          };
        });
      }
    }
  };
  const listening = await connection.listen(
    'submission_due',
    () => wake(),
    () => wake(),
  );
  const looping = loop();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await looping;
      await Promise.allSettled([...running]);
      await listening.unlisten();
    },
  };
}

/** What should be handed over, or asked about, now. */
function dueFilings(store: SubmissionStore, all: ReadonlyArray<FilingRow>, now: number): ReadonlyArray<FilingRow> {
  const ready = new Set(readyFilings(all));
  return all.filter((filing) => {
    if (filing.retryAt !== null && Date.parse(filing.retryAt) > now) return false;
    if (ready.has(filing)) return true;
    if (filing.state !== 'SUBMITTED' && filing.state !== 'ACCEPTED') return false;
    // Asked about when its time comes; a supplement goes at once.
    return filing.retryAt !== null || store.openFiling(filing).supplement !== null;
  });
}

function nextLook(all: ReadonlyArray<FilingRow>, now: number): Date | null {
  const times = all.flatMap((filing) => {
    if (filing.retryAt !== null && !['APPROVED', 'REFUSED', 'WITHDRAWN'].includes(filing.state))
      return [Date.parse(filing.retryAt)];
    return filing.state === 'SUBMITTED' || filing.state === 'ACCEPTED' ? [now + askMs] : [];
  });
  return times.length === 0 ? null : new Date(Math.max(now, Math.min(...times)));
}

async function handOver(
  store: SubmissionStore,
  openDoor: OpenDoor,
  carried: Carried,
  all: ReadonlyArray<FilingRow>,
  filing: FilingRow,
): Promise<DoorAnswer> {
  const door = openDoor(filing.department);
  if (!door) return { kind: 'OUT' };
  const planned = carried.planned[filing.position] as PlannedFiling;
  const form = departmentForm(planned.fields, carried.form);
  const evidence = evidenceOf(carried, planned);
  const { supplement } = store.openFiling(filing);
  if (supplement !== null) return door.supplement(filing.id, supplement, form, evidence);
  if (filing.state !== 'WAITING') return (await door.find(filing.id)) ?? { kind: 'OUT' };
  const answers = new Map(carried.answers.map((answer) => [answer.question, answer.value]));
  return door.accept({
    id: filing.id,
    matter: filing.matter,
    party: filing.party,
    parties: planned.parties,
    form,
    evidence,
    answers: Object.fromEntries(
      planned.questions.flatMap((code) => (answers.has(code) ? [[code, answers.get(code)]] : [])),
    ),
    produced: producedFor(store, planned, all),
  });
}

/** Results that earlier filings issued and this one needs, each once. */
function producedFor(
  store: SubmissionStore,
  planned: PlannedFiling,
  all: ReadonlyArray<FilingRow>,
): ReadonlyArray<unknown> {
  const found = planned.consumes.flatMap(({ documentType, parties, spec, filing: position }) => {
    const producer = all.find((each) => each.position === position);
    return (producer ? store.openFiling(producer).results : [])
      .filter(
        (result) =>
          result.documentType === documentType &&
          result.spec === spec &&
          (result.party === null || parties.includes(result.party)),
      )
      .map(({ subject, party, number }) => ({ documentType, subject, party, spec, number }));
  });
  return [...new Map(found.map((result) => [JSON.stringify(result), result])).values()];
}

function evidenceOf(carried: Carried, planned: PlannedFiling): ReadonlyArray<unknown> {
  const supplied = new Map(carried.evidence.map((item) => [item.material, item]));
  return planned.rows.map(({ requirement, fate, materials, sources }) => ({
    requirement,
    fate,
    sources,
    materials: materials.flatMap((id) => supplied.get(id) ?? []),
  }));
}

/** Writes all that the departments said of one round, in one transaction, if the submission is still held. */
function record(
  store: SubmissionStore,
  row: SubmissionRow,
  carried: Carried,
  answers: ReadonlyArray<{ readonly filing: FilingRow; readonly answer: DoorAnswer }>,
  me: string,
): Promise<void> {
  return store.change(row.id, async (transaction, current, now) => {
    if (current.heldBy !== me) throw new Error('Another worker holds this submission.');
    const entries = [];
    for (const { filing: before, answer } of answers) {
      const filing = now.find((each) => each.id === before.id);
      // Decided or withdrawn while the department was asked: what stands counts.
      if (!filing || filing.state !== before.state) continue;
      if (answer.kind === 'RECEIPT') {
        entries.push(...(await applyReceipt(store, transaction, filing, answer.receipt)));
        const waiting = answer.receipt.state === 'SUBMITTED' || answer.receipt.state === 'ACCEPTED';
        if (waiting) await later(transaction, filing, askMs, {});
        continue;
      }
      const department = carried.departments[filing.department] ?? { zh: filing.department, en: filing.department };
      const message =
        answer.kind === 'OUT'
          ? {
              zh: `${department.zh}暂时没有答复，将自动重试，您无需操作。`,
              en: `${department.en} does not answer at present; it is tried again by itself, you need do nothing.`,
            }
          : {
              zh: `${department.zh}未能接收（${answer.code}），工作人员正在处理。`,
              en: `${department.en} did not take it (${answer.code}); staff are looking into it.`,
            };
      await later(transaction, filing, retryDelay(filing.attempts, Math.random()), {
        attempts: filing.attempts + 1,
        message,
      });
      if (filing.attempts === 0)
        entries.push({ event: 'DELAYED', matter: filing.matter, party: filing.party, message });
    }
    return entries;
  });
}

async function later(
  transaction: Parameters<Parameters<SubmissionStore['change']>[1]>[0],
  filing: FilingRow,
  ms: number,
  more: Partial<FilingRow>,
): Promise<void> {
  await transaction
    .update(filings)
    .set({ ...more, retryAt: new Date(Date.now() + ms).toISOString() })
    .where(and(eq(filings.id, filing.id)));
}
