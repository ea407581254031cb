import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { importCatalogue } from '../../scripts/database.ts';
import type { PublishedMatter } from '../../subgraphs/publishing/published.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { citizen, clerk, type Graph, startGraph } from './gateway-of.ts';

let graph: Graph;
let sql: postgres.Sql;
beforeAll(async () => {
  graph = await startGraph();
  sql = postgres(graph.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await graph.close();
});

const station: Caller = { ...clerk('service-station'), subject: 'station', scopes: ['cases:service-station'] };
const owner = 'natural-resources';
const matters = catalogue.departments.get(owner) ?? [];
/** Of a real matter the row that a soil plan stands for here. */
const matter = matters.find(({ content }) => content.requirements.length > 1) as PublishedMatter;
const row = matter.content.requirements[0]?.code ?? '';

/** Publishes what the matter's rows are made of it. */
async function publish(
  change: (rows: PublishedMatter['content']['requirements']) => PublishedMatter['content']['requirements'],
) {
  const all = matters.map((each) =>
    each.code === matter.code
      ? { ...each, content: { ...each.content, requirements: change(each.content.requirements) } }
      : each,
  );
  const departments = new Map([...catalogue.departments, [owner, all]]);
  const publication = { ...catalogue.publication, contentHash: randomUUID() };
  return (await importCatalogue(graph.database.adminUrl, { publication, departments })).revision;
}
interface Class {
  readonly id: string;
  readonly status: string;
  readonly change: { readonly id: string } | null;
  readonly proposedAtRevision: number | null;
  readonly closedByRevision: number | null;
  readonly appeals: ReadonlyArray<{ readonly id: string; readonly likeClass: { readonly id: string } | null }>;
  readonly history: ReadonlyArray<{ readonly kind: string; readonly text: string }>;
}
const fields = `id status change { id matter { code } path value } proposedAtRevision closedByRevision
  appeals { id likeClass { id } } history { kind text }`;
async function act(name: string, type: string, input: Record<string, unknown>, as: Caller = station) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { class { ${fields} } problems { code } } }`;
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const said = await graph.ask<Record<string, { class: Class | null; problems: Array<{ code: string }> }>>(
    { query, variables },
    as,
  );
  return { class: said[name]?.class ?? null, codes: said[name]?.problems.map(({ code }) => code) ?? [] };
}
async function open(who: string, text: string, more: Record<string, unknown> = {}): Promise<string> {
  const input = { idempotencyKey: randomUUID(), kind: 'hard-case', text, matter: matter.code, ...more };
  const query = 'mutation ($input: OpenAppealInput!) { openAppeal(input: $input) { appeal { id } problems { code } } }';
  const { openAppeal } = await graph.ask<{ openAppeal: { appeal: { id: string } } }>(
    { query, variables: { input } },
    { ...citizen, subject: who },
  );
  return openAppeal.appeal.id;
}
const suggested = (as: Caller = station) =>
  graph.ask<{
    appealClassesSuggested: ReadonlyArray<{ matter: { code: string }; appeals: ReadonlyArray<{ id: string }> }>;
  }>({ query: '{ appealClassesSuggested(kind: "hard-case") { matter { code } appeals { id } } }' }, as);

it('办不成事 (systems 7, Test, and issue 15, shown by 2): three soil-plan cases are linked as one class, and its resolution becomes a rule change that is published, not claimed', async () => {
  const plants = ['洗煤厂甲', '洗煤厂乙', '洗煤厂丙'];
  const ids: string[] = [];
  for (const plant of plants) ids.push(await open(plant, `${plant}要交土壤污染防治方案，没有单位能编`));
  const other = await open('another', '窗口中午没有人');
  const [class_] = (await suggested()).appealClassesSuggested;
  expect(class_?.matter.code).toBe(matter.code);
  expect([...(class_?.appeals ?? [])].map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect((await suggested(clerk('tax'))).appealClassesSuggested).toEqual([]);

  const link = (input: Record<string, unknown>, as = station) =>
    act('linkAppealClass', 'LinkAppealClassInput', { reason: '都卡在土壤污染防治方案', ...input }, as);
  const complaint = await open('complains', '态度差', { kind: 'complaint' });
  expect((await link({ appeals: [ids[0]] })).codes).toEqual(['LIKE_CLASS_OTHER']);
  expect((await link({ appeals: [ids[0], complaint] })).codes).toEqual(['LIKE_CLASS_OTHER']);
  expect((await link({ appeals: ids, reason: ' ' })).codes).toEqual(['CASE_REASON_MISSING']);
  for (const as of [clerk('tax'), citizen])
    expect((await link({ appeals: ids }, as)).codes).toEqual(['APPEAL_NOT_FOUND']);
  const first = await link({ idempotencyKey: 'link', appeals: ids.slice(0, 2) });
  expect(first.codes).toEqual([]);
  const id = first.class?.id ?? '';
  expect((await link({ idempotencyKey: 'link', appeals: ids.slice(0, 2) })).class?.id).toBe(id);
  const linked = await link({ class: id, appeals: [ids[2]] });
  expect(linked.class?.appeals).toEqual(ids.map((each) => ({ id: each, likeClass: { id } })));
  // In one class alone; and nothing of it where one of several is in another.
  expect((await link({ appeals: [ids[0], other] })).codes).toEqual(['LIKE_CLASS_OTHER']);
  expect((await suggested()).appealClassesSuggested).toEqual([]);

  const close = (as = station) => act('closeAppealClass', 'CloseAppealClassInput', { class: id, text: '目录已改' }, as);
  const propose = (input: Record<string, unknown> = {}, as = station) =>
    act(
      'proposeAppealClassChange',
      'ProposeAppealClassChangeInput',
      { class: id, matter: matter.code, path: ['requirements', row], reason: '洗煤厂不涉及，不再索要', ...input },
      as,
    );
  expect((await close()).codes).toEqual(['LIKE_CLASS_NOT_PROPOSED']);
  expect((await propose({ matter: 'none' })).codes).toEqual(['CATALOGUE_MATTER_UNKNOWN']);
  expect((await propose({ path: ['requirements', 'no-such-row'] })).codes).toEqual(['CATALOGUE_CHANGE_HOLDS']);
  expect((await propose({}, clerk('tax'))).codes).toEqual(['LIKE_CLASS_NOT_FOUND']);
  const proposed = await propose();
  expect(proposed.class).toMatchObject({
    ...{ status: 'PROPOSED', proposedAtRevision: 1, closedByRevision: null },
    change: {
      id: expect.stringMatching(/^change-/),
      matter: { code: matter.code },
      path: ['requirements', row],
      value: null,
    },
  });
  expect((await close()).codes).toEqual(['CATALOGUE_CHANGE_NOT_PUBLISHED']);
  // Something else was changed, and published: that is not it.
  await publish((rows) => rows.slice(0, 1).concat(rows.slice(2)));
  expect((await close()).codes).toEqual(['CATALOGUE_CHANGE_NOT_PUBLISHED']);
  const revision = await publish((rows) => rows.filter(({ code }) => code !== row));
  expect((await close(clerk('tax'))).codes).toEqual(['LIKE_CLASS_NOT_FOUND']);
  expect(await close()).toMatchObject({
    codes: [],
    class: {
      ...{ status: 'CLOSED', closedByRevision: revision },
      history: [{ kind: 'LINKED' }, { kind: 'LINKED' }, { kind: 'PROPOSED' }, { kind: 'CLOSED', text: '目录已改' }],
    },
  });
  expect((await close()).codes).toEqual(['LIKE_CLASS_CLOSED']);
  expect((await link({ class: id, appeals: [other] })).codes).toEqual(['LIKE_CLASS_CLOSED']);
  expect((await propose()).codes).toEqual(['LIKE_CLASS_CLOSED']);
  await expect(sql`delete from appeals.like_class_events`).rejects.toThrow('neither changed');
  await expect(sql`update appeals.like_classes set closed_by = 1 where id = ${id}`).rejects.toThrow('check');
});

it('a class is for who looks after its kind', async () => {
  const query = '{ likeClasses { id } }';
  expect((await graph.ask<{ likeClasses: ReadonlyArray<object> }>({ query }, station)).likeClasses).toHaveLength(1);
  expect(await graph.ask({ query }, clerk('tax'))).toEqual({ likeClasses: [] });
  await expect(graph.ask({ query }, citizen)).rejects.toThrow('FORBIDDEN');
  const [{ id } = { id: '' }] = (await graph.ask<{ likeClasses: ReadonlyArray<{ id: string }> }>({ query }, station))
    .likeClasses;
  const one = (as: Caller) => graph.ask({ query: `{ likeClass(id: "${id}") { status } }` }, as);
  expect(await one(station)).toEqual({ likeClass: { status: 'CLOSED' } });
  for (const as of [clerk('tax'), citizen]) expect(await one(as)).toEqual({ likeClass: null });
});
