import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGateway, type Gateway } from '../../gateway/index.ts';
import { createPlan } from '../../gateway/planning/planner.ts';
import { proofOf, prove, provenPlan } from '../../gateway/planning/proof.ts';
import { loadSupergraph } from '../../gateway/planning/supergraph.ts';
import { operationText, supergraphFile } from '../../scripts/assemble.ts';
import { composed, type Part } from './subgraphs.ts';

const one: Part = ['one', 'type Query { x: Int } type Mutation { m: Int }', {}];
const two: Part = ['two', 'type Query { y: Int } type Mutation { n: Int }', {}];
const good = composed(one, two);
/** Nobody owns the root of its mutations: it can be read, but nothing can be planned over it. */
const unplannable = good.replace(/type Mutation\n(\s+@join__type\(graph: \w+\)\n)+/, 'type Mutation\n');
const entity: Part = ['one', 'type Query { t: T } type T @key(fields: "id") { id: ID! a: Int }', {}];
const added: Part = ['two', 'type T @key(fields: "id") { id: ID! b: Int }', {}];
const unreachable = composed(entity, added).replaceAll('@join__type(graph: TWO, key: "id")', '@join__type(graph: TWO)');
const connecting = good.replace(
  'schema\n',
  'schema\n  @link(url: "https://specs.apollo.dev/connect/v0.2", for: EXECUTION)\n',
);

const execute = async () => ({ data: { x: 1 } });
const start = (sdl: string, planning: 'HERE' | 'THREAD' = 'HERE'): Promise<Gateway> =>
  createGateway({ supergraph: { sdl }, planning, subgraphs: { one: { execute }, two: { execute } } });

describe('a supergraph is proven before it serves', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['no operation can be planned', unplannable, /No operation can be planned/],
    ['a field cannot be reached', unreachable, /cannot be reached: .*\{ t \{ b/],
    ['it asks for what is not carried out', connecting, /connect/],
    ['it is none', 'type Query { x: Int }', /no supergraph/],
  ])('%s: it is refused at the start', async (_name, sdl, why) => {
    expect(sdl).not.toBe(good);
    const refused = start(sdl);
    await expect(refused).rejects.toThrow(why);
    await expect(refused).rejects.toMatchObject({
      code: 'UNUSABLE_SUPERGRAPH',
      message: expect.stringMatching(/超图/),
    });
  });

  it('in a thread as well', async () => {
    await expect(start(unplannable, 'THREAD')).rejects.toThrow(/No operation can be planned/);
  });

  it.each(['HERE', 'THREAD'] as const)('planning %s: at a reload the old one keeps answering', async (planning) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const gateway = await start(good, planning);
    expect((await gateway.reload({ sdl: unplannable })).refused?.reason).toMatch(/No operation can be planned/);
    expect((await gateway.execute({ query: '{ x }' })).data).toEqual({ x: 1 });
    await gateway.close();
  });

  it('a subgraph without an address is named', async () => {
    const sdl = good.replace('"http://two.invalid/graphql"', '""');
    const begin = createGateway({ supergraph: { sdl }, planning: 'HERE' });
    await expect(begin).rejects.toThrow(/address .* of two\./);
  });
});

describe('a supergraph whose proof is kept', () => {
  const begin = (sdl: string, proven: ReadonlyArray<string>) =>
    createGateway({ supergraph: { sdl }, proven, planning: 'HERE', subgraphs: { one: { execute }, two: { execute } } });

  it('is not proven again; every other is, before it answers', async () => {
    // A proof that cannot be: what is not refused was not looked at.
    const gateway = await begin(unreachable, [proofOf(unreachable)]);
    expect((await gateway.reload({ sdl: `${unreachable}\n` })).refused?.reason).toMatch(/cannot be reached/);
    await gateway.close();
    await expect(begin(unreachable, [proofOf(good)])).rejects.toThrow(/cannot be reached/);
  });

  const ours = readFileSync(supergraphFile, 'utf8');
  const kept = readFileSync(supergraphFile.replace(/graphql$/, 'proof'), 'utf8').trim();

  it('is this very one of ours, which holds', () => {
    expect(prove(ours)).toBe(kept);
  });

  it('is planned for as one that is proven', () => {
    const fail = (error: unknown): never => {
      throw error;
    };
    const proven = provenPlan(loadSupergraph(ours).publicView(), fail);
    const believed = createPlan(loadSupergraph(ours, true).publicView(), fail);
    for (const file of readdirSync(new URL('../../schema/operations/', import.meta.url))) {
      const document = parse(operationText(file.replace(/\.graphql$/, '')));
      expect(believed(document, undefined)).toEqual(proven(document, undefined));
    }
  });
});
