import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { readRegistry } from '../../schema/registry.ts';
import { loadParts, schemaOf } from '../../scripts/definitions.ts';
import { createLog } from '../../subgraphs/runtime/log.ts';
import { clerk, type Graph, inputFor, leaveToStaff, otherCitizen, planOf, startGraph, submit } from './gateway-of.ts';
import { sealerOf } from './keys.ts';
import { canaries, type Lived, liveThrough, mutate, person, upload, withdraw } from './lived.ts';

const lines: string[] = [];
let graph: Graph;
let admin: postgres.Sql;
let lived: Lived;
beforeAll(async () => {
  graph = await startGraph({ log: createLog({ to: { write: (line) => lines.push(line) } }) });
  admin = postgres(graph.database.adminUrl, { max: 1 });
  await leaveToStaff(graph, 'community-health');
  lived = await liveThrough(graph);
});
afterAll(async () => {
  await admin.end();
  await graph.close();
});

interface Erasure {
  readonly cause: string;
  readonly complete: boolean;
  readonly parts: ReadonlyArray<{
    readonly department: { readonly code: string } | null;
    readonly filing: string | null;
    readonly outcome: string;
    readonly rows: number;
    readonly files: number;
    readonly digest: string;
  }>;
  readonly kept: ReadonlyArray<{ readonly what: string; readonly basis: string }>;
}
const fields =
  'cause at complete parts { department { code } filing outcome at rows files digest } kept { what basis }';
const ask = async (submission: string, idempotencyKey: string, as: Caller = person): Promise<Erasure> =>
  (
    await mutate<{ erasure: Erasure }>(
      graph,
      'requestErasure',
      { idempotencyKey, submission },
      as,
      `erasure { ${fields} }`,
    )
  ).erasure;
const read = async (id: string, as: Caller = person): Promise<Erasure | null | undefined> => {
  const { submission } = await graph.ask<{ submission: { erasure: Erasure | null } | null }>(
    { query: `query ($id: ID!) { submission(id: $id) { erasure { ${fields} } } }`, variables: { id } },
    as,
  );
  return submission?.erasure;
};

/** Every value of every table, opened; of the accesses, which the law keeps, without the clerk. */
async function everything(): Promise<string> {
  const texts: string[] = [];
  const registry = readRegistry();
  for (const { row, definition } of await loadParts(registry)) {
    if (row.external) continue;
    const schema = schemaOf(row);
    const tables = await admin<Array<{ name: string }>>`
      select table_name as name from information_schema.tables where table_schema = ${schema} and table_type = 'BASE TABLE'`;
    const sealer = definition.sealed ? await sealerOf(graph.database.adminUrl, row.code, schema) : null;
    for (const { name } of tables) {
      const sealed = definition.sealed?.tables.find((table) => table.name === name);
      for (const each of await admin`select * from ${admin(schema)}.${admin(name)}`) {
        texts.push(JSON.stringify(each));
        if (name === 'accesses') continue;
        const key = Object.fromEntries((sealed?.key ?? []).map((column) => [column, String(each[column])]));
        for (const { name: column, as, place } of sealed?.columns ?? []) {
          const value = each[column];
          if (value === null) continue;
          texts.push(
            JSON.stringify(as === 'BYTES' ? sealer?.open(value, place(key)) : sealer?.openText(value, place(key))),
          );
        }
      }
    }
  }
  return texts.join('\n');
}

const { subject: _pseudonym, key: _keyed, clerk: _kept, correction: _corrected, ...planted } = canaries;

describe('a submission under way', () => {
  it('holds what was planted, so that it can be missed', async () => {
    const text = await everything();
    for (const canary of Object.values(planted).filter((each) => each !== canaries.reason))
      expect(text).toContain(canary);
    expect(existsSync(join(graph.folder, 'uploads', lived.files.stands))).toBe(true);
  });

  it.each([
    ['who applied is told to take it back first', person, 'ERASURE_UNDER_WAY'],
    ['another finds none', otherCitizen, 'SUBMISSION_NOT_FOUND'],
    ['staff find none', clerk('community-health'), 'SUBMISSION_NOT_FOUND'],
  ] as ReadonlyArray<[string, Caller, string]>)('is not erased: %s', async (_who, as, code) => {
    await expect(ask(lived.id, `early-${code}`, as)).rejects.toThrow(code);
    expect(await read(lived.id)).toBeNull();
  });
});

describe('an ended submission', () => {
  let first: Erasure;
  it('is erased here at once, and where a department is out later', async () => {
    await withdraw(graph, lived.id);
    graph.switches.stopped.add('tax door');
    first = await ask(lived.id, 'erase');
    expect(first).toMatchObject({ cause: 'ASKED', complete: false });
    expect(first.parts.map(({ department }) => department?.code)).not.toContain('tax');
    const own = first.parts.find(({ department }) => department === null);
    expect(own).toMatchObject({ files: 2, outcome: 'ERASED', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(first.kept.map(({ basis }) => basis).join()).toContain('第四十七条');
    graph.switches.stopped.clear();
    const second = await ask(lived.id, 'erase-again');
    expect(second.complete).toBe(true);
    expect(second.parts.filter(({ department }) => department?.code === 'tax')).toHaveLength(2);
    // What was done is not done again.
    for (const part of first.parts) expect(second.parts).toContainEqual(part);
    first = second;
  });

  it('tells the applicant for ever what was erased, and nobody else', async () => {
    expect(await read(lived.id)).toEqual(first);
    expect(await ask(lived.id, 'erase')).toEqual(first);
    expect(await read(lived.id, clerk('community-health'))).toBeNull();
    expect(await read(lived.id, otherCitizen)).toBeUndefined();
  });

  it('leaves nothing that was planted in any table, opened or not, in a file, a log line or what the citizen is told', async () => {
    const { nodes } = (
      await graph.ask<{ myData: { nodes: ReadonlyArray<{ kind: string }> } }>(
        { query: '{ myData(first: 100) { nodes { kind id data } } }' },
        person,
      )
    ).myData;
    expect(nodes.filter(({ kind }) => kind === 'ERASURE')).toHaveLength(first.parts.length);
    const metrics = (await graph.gateway.app.inject('/metrics')).body;
    const texts = { tables: await everything(), lines: lines.join(''), told: JSON.stringify(nodes), metrics };
    for (const [where, text] of Object.entries(texts))
      for (const [what, canary] of Object.entries(canaries))
        expect([where, what, text.includes(canary)]).toEqual([where, what, false]);
    expect(readdirSync(join(graph.folder, 'uploads'))).toEqual([]);
  });

  it('keeps its receipt: that it was, when, and how it ended', async () => {
    const { submission } = await graph.ask<{ submission: Record<string, unknown> }>(
      {
        query: `query ($id: ID!) { submission(id: $id) {
          receiptNumber state receivedAt filings { party form matter { code } } timeline { event message } results { number }
          accesses { nodes { kind } } } }`,
        variables: { id: lived.id },
      },
      person,
    );
    expect(submission).toMatchObject({
      state: 'PARTLY_COMPLETED',
      results: [],
      accesses: { nodes: expect.arrayContaining([{ kind: 'DECIDED' }]) },
    });
    const timeline = submission.timeline as ReadonlyArray<{ event: string; message: string }>;
    expect(timeline[0]).toEqual({ event: 'RECEIVED', message: '（内容已删除）' });
    expect(new Set(timeline.map(({ message }) => message)).size).toBe(1);
  });

  it('is not made again by its own key, nor changed', async () => {
    const { problems } = await submit(graph, inputFor(await planOf(graph), { idempotencyKey: canaries.key }), person);
    expect(problems.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    await expect(withdraw(graph, lived.id)).rejects.toThrow('ALREADY_ENDED');
  });

  it.each(['journeys', 'department_tax'])('has a proof that nobody changes: %s', async (schema) => {
    for (const statement of ["update erasures set digest = ''", 'delete from erasures', 'truncate erasures']) {
      const changed = admin.begin(async (sql) => {
        await sql.unsafe(`set local search_path to ${schema}`);
        await sql.unsafe(statement);
      });
      await expect(changed).rejects.toThrow('neither changed nor removed');
    }
  });
});

/** Received and taken back, with one file. */
async function ended(key: string, file: string): Promise<string> {
  const plan = await planOf(graph);
  const evidence = plan.materials.map(({ id }, index) =>
    index === 0 ? { material: id, upload: file } : { material: id, bringToCounter: true },
  );
  const { submission, problems } = await submit(graph, inputFor(plan, { idempotencyKey: key, evidence }), person);
  expect(problems).toEqual([]);
  const id = submission?.id ?? '';
  await withdraw(graph, id);
  // A department to which it was on its way is told once more.
  await expect
    .poll(
      () =>
        admin`select id from journeys.filings where submission = ${id} and state = 'WITHDRAWN' and retry_at is not null`,
    )
    .toHaveLength(0);
  return id;
}

describe('an erasure', () => {
  it('leaves a file that another submission has as evidence', async () => {
    const file = await upload(graph);
    const [one, other] = [await ended('shared-1', file), await ended('shared-2', file)];
    expect((await ask(one, 'shared-1')).parts[0]).toMatchObject({ files: 0 });
    expect(existsSync(join(graph.folder, 'uploads', file))).toBe(true);
    expect((await ask(other, 'shared-2')).parts[0]).toMatchObject({ files: 1 });
    expect(existsSync(join(graph.folder, 'uploads', file))).toBe(false);
  });

  it('asked for many times at once is one', async () => {
    const id = await ended('at-once', await upload(graph));
    const all = await Promise.all(Array.from({ length: 5 }, (_each, index) => ask(id, `at-once-${index}`)));
    const parts = (await read(id))?.parts ?? [];
    for (const erasure of all) for (const part of erasure.parts) expect(parts).toContainEqual(part);
    expect(new Set(parts.map(({ filing }) => filing)).size).toBe(parts.length);
  });

  it('names a department whose system knows no such call', async () => {
    const id = await ended('not-known', await upload(graph));
    graph.switches.tampered.set('tax', (data) => ({ ...data, taxErase: null }));
    const erasure = await ask(id, 'not-known');
    graph.switches.tampered.clear();
    expect(erasure.complete).toBe(true);
    const tax = erasure.parts.filter(({ department }) => department?.code === 'tax');
    expect(tax).toMatchObject([{ outcome: 'NOT_KNOWN', rows: 0 }]);
  });
});
