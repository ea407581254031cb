import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegistry, registryOf } from '../../../schema/registry.ts';
import { departmentTypeDefs, typeDefsOf } from '../../../schema/subgraphs.ts';
import { composeRegistry } from '../../../scripts/check/composition.ts';
import { most, readSdl } from '../../../scripts/check/sdl-source.ts';
import { type AskedSubgraph, subgraphLayers } from '../../../scripts/check/subgraph.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'subgraph-'));
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const whole = readRegistry();
/** As much of the graph as composes by itself. */
const registry = registryOf(whole.subgraphs.filter(({ code }) => ['catalogue', 'licences', 'health'].includes(code)));
const composed = composeRegistry(registry);
const published = composed.ok ? composed.api : '';
const row = registry.subgraphs.find(({ code }) => code === 'licences');
const sdl = row ? print(typeDefsOf(row, registry)) : '';
const without = (type: string, field: string): string =>
  sdl.replace(new RegExp(`(type ${type} [\\s\\S]*?\\n)((?:  "[^\\n]*"\\n)?  ${field}: [^\\n]*\\n)`), '$1');

const check = (asked: AskedSubgraph) =>
  run(['--json'], {
    examine: () => ({ layers: subgraphLayers(asked, registry, published), consequences: () => ({}) }),
  }).then(({ code, out, err }) => ({ code, err, ...(out ? JSON.parse(out) : {}) }));
const told = ({ findings }: { findings: ReadonlyArray<{ severity: string; rule: string; part: string }> }) =>
  findings.map(({ severity, rule, part }) => `${severity} ${rule} ${part}`.trim());

describe('a subgraph of somebody else’s', () => {
  it('passes as it stands, and as one that is new: a department by the type of its matters', async () => {
    expect(await check({ name: 'licences', schema: write('same.graphql', sdl) })).toMatchObject({
      code: 0,
      findings: [],
    });
    const archives = write('archives.graphql', print(departmentTypeDefs('Archives')));
    expect(await check({ name: 'archives', schema: archives })).toMatchObject({ code: 0, findings: [] });
  });

  it('that takes away what a registered operation uses is stopped, with the operation’s name', async () => {
    const report = await check({
      name: 'licences',
      schema: write('used.graphql', without('Licence', 'verificationCode')),
    });
    expect(report.code).toBe(1);
    expect(told(report)).toEqual(['ERROR BREAKING_CHANGE Licence.verificationCode', 'ERROR OPERATION_INVALID']);
    expect(report.findings[0].message.en).toContain('schema/operations/licences.graphql');
    expect(report.findings[1].file).toBe('schema/operations/licences.graphql');
  });

  it('that takes away what none uses passes with a note, where it was recorded what clients send', async () => {
    const schema = write('unused.graphql', without('AdoptionReport', 'month'));
    const unsaid = await check({ name: 'licences', schema });
    expect(told(unsaid)).toEqual(['ERROR BREAKING_CHANGE AdoptionReport.month']);
    const none = write('none.jsonl', `${JSON.stringify({ name: 'a', document: '{ __typename }' })}\n`);
    const noted = await check({ name: 'licences', schema, operations: none });
    expect([noted.code, ...told(noted)]).toEqual([0, 'INFO BREAKING_CHANGE AdoptionReport.month']);
    const document = '{ adoption(documentType: "x", month: "2026-11") { month } }';
    const recorded = write(
      'some.jsonl',
      JSON.stringify({ name: 'Verify', document, client: 'pharmacy 2.1', lastUsed: '2026-11-20' }),
    );
    const stopped = await check({ name: 'licences', schema, operations: recorded });
    expect([stopped.code, ...told(stopped)]).toEqual([
      1,
      'ERROR OPERATION_INVALID',
      'ERROR BREAKING_CHANGE AdoptionReport.month',
    ]);
    for (const { message } of stopped.findings) expect(message.en).toContain('pharmacy 2.1, last used 2026-11-20');
  });

  it('that adds to what is another’s, and may not be null there, is told so by lint', async () => {
    const added = sdl.replace(
      /type DocumentType @key[^{]*\{/,
      'type DocumentType @key(fields: "code") {\n  kept: Int!',
    );
    const report = await check({ name: 'licences', schema: write('added.graphql', added) });
    expect(told(report)).toContain('ERROR REQUIRED_OF_ANOTHERS_ENTITY DocumentType.kept');
  });

  it('that does not compose is told at its own line, and nothing else is judged', async () => {
    const schema = write('wrong.graphql', sdl.replace('type Licence ', 'type Nothing { a: Nowhere }\n\ntype Licence '));
    const report = await check({ name: 'licences', schema });
    expect(report.code).toBe(1);
    expect(report.findings[0]).toMatchObject({ layer: 'COMPOSITION', file: schema });
    expect(report.layers.map(({ state }: { state: string }) => state)).toEqual([
      'JUDGED',
      ...report.layers.slice(1).map(() => 'NOT_JUDGED'),
    ]);
    expect(report.layers).toHaveLength(4);
  });

  it('that is no SDL at all is a finding; a file that is not there, half an order or a line of no operation is bad usage', async () => {
    expect((await check({ name: 'licences', schema: write('bad.graphql', 'type X {') })).code).toBe(1);
    expect((await check({ name: 'licences', schema: join(folder, 'nowhere.graphql') })).code).toBe(2);
    for (const args of [
      ['--subgraph', 'licences'],
      ['--schema', 'x.graphql'],
      ['--subgraph', 'A/B', '--schema', 'x'],
    ])
      expect([args, (await run(args)).code]).toEqual([args, 2]);
    const lines = [`{`, `{"name":"a"}`, JSON.stringify({ name: 'a', document: '{a}', lastUsed: '2026-02-30' })];
    for (const [index, text] of lines.entries()) {
      const operations = write(`line${index}.jsonl`, text);
      const asked = { name: 'licences', schema: join(folder, 'same.graphql'), operations };
      expect(
        (
          await run([], {
            examine: () => ({ layers: subgraphLayers(asked, registry, published), consequences: () => ({}) }),
          })
        ).code,
      ).toBe(2);
    }
  });
});

describe('a schema at an address', () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = String(request.url);
      if (path === '/graphql' && request.method === 'POST')
        response.end(JSON.stringify({ data: { _service: { sdl } } }));
      else if (path === '/schema.graphql' && request.method === 'GET') response.end(sdl);
      else if (path === '/large.graphql') response.end('x'.repeat(most.bytes + 1));
      else if (path === '/moved.graphql') response.writeHead(302, { location: '/schema.graphql' }).end();
      else if (path === '/other') response.end('{"data":{}}');
      else response.writeHead(500).end(sdl);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('is its server’s own word, or a file', async () => {
    expect(await readSdl(`${address}/graphql`)).toBe(sdl);
    expect(await readSdl(`${address}/schema.graphql`)).toBe(sdl);
  });

  it.each(['/large.graphql', '/moved.graphql', '/other', '/broken.graphql'])(
    'that cannot be had is told by its address, and could not run: %s',
    async (path) => {
      await expect(readSdl(address + path)).rejects.toThrow(address + path);
      expect((await check({ name: 'licences', schema: address + path })).code).toBe(3);
    },
  );

  it('is taken by https alone, but of this machine', async () => {
    for (const source of [
      'http://example.org/graphql',
      'ftp://example.org/a.graphql',
      'http://127.0.0.1.example.org/a',
    ])
      expect((await check({ name: 'licences', schema: source })).code).toBe(2);
  });
});
