import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller, GraphRequest } from '../../gateway/index.ts';
import { type Assembled, type AssembleOptions, assemble, operationText } from '../../scripts/assemble.ts';
import { importCatalogue } from '../../scripts/database.ts';
import {
  newbornAnswers,
  newbornApplicant,
  newbornForm,
  newbornFormOn,
  newbornParties,
} from '../../scripts/newborn-example.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import type { UploadType } from '../../subgraphs/language/upload-types.ts';
import type { LinkedCatalogue } from '../../subgraphs/publishing/link/catalogue.ts';
import { revisionHeader } from '../../subgraphs/runtime/pin.ts';
import { patient } from '../patient.ts';
import { catalogue } from '../pure/planning/catalogue-input.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';

export const citizen: Caller = {
  ...{ subject: 'lin', kind: 'CITIZEN', department: null, scopes: [] },
  claims: { ...newbornApplicant },
};
/** Nobody vouches for who they are. */
export const otherCitizen: Caller = { subject: 'zhao', kind: 'CITIZEN', department: null, scopes: [] };
export const clerk = (department: string): Caller => ({
  subject: `clerk-${department}`,
  kind: 'STAFF',
  department,
  scopes: [],
});

/** Switches that stand between the graph and its subgraphs: a stopped one answers nobody; of `<name> door` only the door is stopped, of `<name> asked` what it provides. */
export interface Switches {
  readonly stopped: Set<string>;
  /** Operations that reached each subgraph; under `planning input`, how often a submission was planned anew. */
  readonly reached: Map<string, number>;
  /** Document types that departments were asked to provide, one after the other. */
  readonly provided: string[];
  /** Days whose catalogue submissions were planned from. */
  readonly dates: Set<string | undefined>;
  /** Of the catalogue, by which a subgraph was asked last. */
  revision: number;
  /** What a subgraph's door says in place of what it would: mutations alone. */
  readonly tampered: Map<string, (data: Record<string, unknown>) => Record<string, unknown>>;
}
export interface Graph extends Assembled {
  readonly database: TestDatabase;
  readonly switches: Switches;
  readonly folder: string;
  /** Leaves the database, for one that is started again. */
  stop(): Promise<void>;
  ask<T = Record<string, unknown>>(request: GraphRequest, as?: Caller | null): Promise<T>;
  close(): Promise<void>;
}

/** The whole product in this process, on a database of its own or, started again, on one of before. `before`: what is done to the database before the start. */
export async function startGraph(
  options: Partial<AssembleOptions> = {},
  before: (adminUrl: string) => Promise<void> = async () => {},
  known?: TestDatabase,
): Promise<Graph> {
  const database = known ?? (await createTestDatabase());
  await before(database.adminUrl);
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-graph-'));
  const switches: Switches = {
    stopped: new Set(),
    reached: new Map(),
    provided: [],
    dates: new Set(),
    revision: 0,
    tampered: new Map(),
  };
  const around: NonNullable<AssembleOptions['around']> = (name, execute) => async (request) => {
    const { request: asked } = request.variables as { readonly request?: { readonly documentType: string } };
    if (request.query.includes('Provide(') && asked) switches.provided.push(asked.documentType);
    const door = request.query.startsWith('mutation') && switches.stopped.has(`${name} door`);
    if (switches.stopped.has(`${name} asked`) && request.query.includes('Provide(')) throw new Error('stopped');
    if (door || switches.stopped.has(name)) throw new Error('stopped');
    if (request.query.includes('planningInput')) switches.dates.add(request.headers['catalogue-date']);
    for (const what of request.query.includes('planningInput') ? [name, 'planning input'] : [name])
      switches.reached.set(what, (switches.reached.get(what) ?? 0) + 1);
    const answer = await execute(request);
    const tamper = request.query.startsWith('mutation') ? switches.tampered.get(name) : undefined;
    return tamper && answer.data ? { ...answer, data: tamper(structuredClone(answer.data)) } : answer;
  };
  const assembled = await assemble({
    secrets: await rootSecrets(database.adminUrl, testSecret),
    data: folder,
    issuers: [],
    payments: { provider: 'SANDBOX', paysAtOnce: true },
    // A test that moves the clock need not wait a second for a worker to see it.
    pace: { dueMs: 100 },
    ...options,
    around: (name, execute) => {
      const noted: typeof execute = (request) => {
        switches.revision = Number(request.headers[revisionHeader] ?? switches.revision);
        return execute(request);
      };
      return (options.around ?? around)(name, noted);
    },
    gateway: { ...patient, ...options.gateway },
  });
  const graph: Graph = {
    ...assembled,
    database,
    switches,
    folder,
    stop: assembled.close,
    async ask<T>(request: GraphRequest, as: Caller | null = null): Promise<T> {
      const { data, errors } = await assembled.gateway.execute(request, as);
      if (errors) throw new Error(JSON.stringify(errors));
      return data as T;
    },
    close: async () => {
      await assembled.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
      // Files that have ended keep what they declared for as long as their worker lives: a graph is a hundred megabytes.
      for (const part of ['gateway', 'subgraphs', 'workReady', 'ask', 'stop'] as const)
        Reflect.deleteProperty(graph, part);
      graph.close = async () => {};
    },
  };
  return graph;
}

/** Publishes a catalogue in which these departments decide nothing by rule. */
export async function leaveToStaff(graph: Graph, ...departmentCodes: ReadonlyArray<string>): Promise<void> {
  const departments = new Map(
    [...catalogue.departments].map(([code, matters]) => [
      code,
      departmentCodes.includes(code)
        ? matters.map((each) => ({ ...each, content: { ...each.content, automatic: null } }))
        : matters,
    ]),
  );
  const publication = { ...catalogue.publication, contentHash: `staff decide at ${departmentCodes.join()}` };
  await published(graph, { publication, departments });
}

/** Publishes a catalogue, and waits until the graph answers by it: it hears of it a moment later. */
export async function published(graph: Graph, catalogue: LinkedCatalogue): Promise<void> {
  const { revision } = await importCatalogue(graph.database.adminUrl, catalogue);
  for (let turn = 0; graph.switches.revision < revision; turn++) {
    await graph.gateway.execute(
      { query: `query Revision${revision}x${turn} { lifeEvents(region: "330381000000") { nodes { code } } }` },
      null,
    );
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Publishes a catalogue in which an upload of any document may have these types alone. */
export async function takeOnly(graph: Graph, contentTypes: ReadonlyArray<UploadType>): Promise<void> {
  const only = <Type>(types: ReadonlyArray<Type>) => types.map((each) => ({ ...each, contentTypes }));
  const publication = {
    ...catalogue.publication,
    contentHash: `only ${contentTypes}`,
    documentTypes: only(catalogue.publication.documentTypes),
    lifeEvents: catalogue.publication.lifeEvents.map(({ content, ...event }) => {
      const basis = { ...content.basis, documentTypes: only(content.basis.documentTypes) };
      return { ...event, content: { ...content, basis } };
    }),
  };
  await published(graph, { publication, departments: catalogue.departments });
}

export const newborn = { code: 'newborn', region: '330381000000' };
export interface PlanAnswer {
  readonly id: string;
  readonly complete: boolean;
  readonly missing: ReadonlyArray<{ code: string; title: string }>;
  readonly problems: ReadonlyArray<{ code: string }>;
  readonly openQuestions: ReadonlyArray<{ question: { code: string } }>;
  readonly materials: ReadonlyArray<{ id: string; title: string; documentType: { code: string } }>;
  readonly account: ReadonlyArray<{ fate: string; source: { code: string } | null }>;
  readonly sources: ReadonlyArray<{ code: string; requiresConsent: boolean }>;
  readonly reduction: Record<string, unknown>;
  readonly form: { readonly schema: unknown };
  readonly steps: ReadonlyArray<{ stage: number; matter: { code: string; title: string } }>;
  readonly optimal: boolean;
}
export async function planOf(graph: Graph, variables: Record<string, unknown> = {}): Promise<PlanAnswer> {
  const { data, errors } = await graph.gateway.execute({
    query: operationText('plan'),
    variables: { ...newborn, answers: newbornAnswers, parties: newbornParties, ...variables },
  });
  const { lifeEvent } = data as { readonly lifeEvent: { readonly plan: PlanAnswer } | null };
  if (!lifeEvent) throw new Error(JSON.stringify(errors));
  return lifeEvent.plan;
}

type OneForm = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The keys that were seen, each with a number of its own. */
const numbers = new Map<string, number>();

/** A child of its own for each key, by name and by the minute of its birth: one is not born twice, and no mother has two at once. */
function formFor(key: string, form: OneForm, birthTime?: unknown): OneForm {
  const { baby } = form;
  if (baby?.name !== newbornForm.baby?.name) return form;
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  const name = `陈${String.fromCodePoint(0x4e00 + (number % 1440), 0x5b89 + Math.floor(number / 1440))}`;
  const minute = number % 1440;
  const time = [Math.floor(minute / 60), minute % 60].map((each) => String(each).padStart(2, '0')).join(':');
  return { ...form, baby: { ...baby, name, 'birth-time': birthTime ?? time } };
}

/** What a citizen sends for a plan: everything brought to the counter, every consent given. `birthTime`: where a source tells it of the child; else each key has its own. `now`: ms, what the graph's clock says. */
export function inputFor(
  plan: PlanAnswer,
  { birthTime, ...more }: Record<string, unknown> = {},
  now = Date.now(),
): Record<string, unknown> {
  const sources = plan.sources.filter(({ requiresConsent }) => requiresConsent).map(({ code }) => code);
  const input = {
    idempotencyKey: 'key-1',
    lifeEvent: newborn.code,
    region: newborn.region,
    planId: plan.id,
    answers: newbornAnswers,
    parties: newbornParties,
    form: newbornFormOn(now),
    evidence: plan.materials.map(({ id }) => ({ material: id, bringToCounter: true })),
    consents: sources.map((source) => ({ source, granted: true })),
    ...more,
  };
  return { ...input, form: formFor(input.idempotencyKey, input.form, birthTime) };
}

export interface SubmitAnswer {
  readonly submission: { id: string; receiptNumber: string; state: string } | null;
  readonly problems: ReadonlyArray<{
    code: string;
    message: string;
    path: ReadonlyArray<string>;
    material: string | null;
  }>;
}
export async function submit(
  graph: Graph,
  input: Record<string, unknown>,
  as: Caller = citizen,
): Promise<SubmitAnswer> {
  const { submitLifeEvent } = await graph.ask<{ submitLifeEvent: SubmitAnswer }>(
    { query: operationText('submit'), variables: { input } },
    as,
  );
  return submitLifeEvent;
}

export interface SubmissionAnswer {
  readonly state: string;
  readonly filings: ReadonlyArray<{
    id: string;
    state: string;
    party: string | null;
    message: string | null;
    attempts: number;
    matter: { code: string };
  }>;
  readonly correction: { items: ReadonlyArray<{ message: string; path: ReadonlyArray<string> }> } | null;
  readonly timeline: ReadonlyArray<{ event: string; message: string }>;
  readonly results: ReadonlyArray<{
    documentType: { code: string };
    party: string | null;
    spec: string | null;
    number: string;
  }>;
}
export async function look(graph: Graph, id: string, as: Caller | null = citizen): Promise<SubmissionAnswer | null> {
  const { submission } = await graph.ask<{ submission: SubmissionAnswer | null }>(
    { query: operationText('submission'), variables: { id } },
    as,
  );
  return submission;
}

/** Looks until it is so; the test's own time limit is the only clock. */
export async function until(
  graph: Graph,
  id: string,
  so: (seen: SubmissionAnswer) => boolean,
): Promise<SubmissionAnswer> {
  for (;;) {
    const seen = await look(graph, id);
    if (seen && so(seen)) return seen;
    await new Promise((done) => setTimeout(done, 25));
  }
}
