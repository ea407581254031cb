import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { rootSecrets } from '../../scripts/secrets.ts';
import { stillWritingMs } from '../../subgraphs/journeys/bringing.ts';
import { pieceBytes, pieceId } from '../../subgraphs/journeys/domain/pieces.ts';
import { ticketLifetimeMs } from '../../subgraphs/journeys/domain/uploads.ts';
import { createKeeping } from '../../subgraphs/journeys/keeping.ts';
import { createKeptFiles, type KeptFiles } from '../../subgraphs/journeys/kept-files.ts';
import { builtInScanner } from '../../subgraphs/journeys/scanner.ts';
import { createUploadPieces, type UploadPieces } from '../../subgraphs/journeys/store/pieces.ts';
import { places } from '../../subgraphs/journeys/store/places.ts';
import { createUploadRows } from '../../subgraphs/journeys/store/uploads.ts';
import { openDatabase } from '../../subgraphs/runtime/database.ts';
import { countByKey } from '../../subgraphs/runtime/keys/counting.ts';
import { beginRotation, finishRotation, retireKeys } from '../../subgraphs/runtime/keys/rotating.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import type { Kept } from '../../subgraphs/runtime/rounds.ts';
import { type Bringing, contentOf, startBringing, type Upload } from './bringing-of.ts';
import { testSecret } from './database.ts';
import { citizen, inputFor, planOf, submit, until } from './gateway-of.ts';
import { rotatedParts, sealerOf } from './keys.ts';

/* Nothing of a file that comes piece by piece stays for ever, whatever breaks off in between. */

const noon = Date.parse('2026-11-24T04:00:00Z');
let now = noon;
let of: Bringing;
let rows: UploadPieces;
let pieces: KeptFiles;
let keeping: Kept;
let closeRows: () => Promise<void>;
beforeAll(async () => {
  of = await startBringing('the data folder', { now: () => now, keysEveryMs: 100 });
  const { adminUrl } = of.graph.database;
  const { database } = (await rootSecrets(adminUrl, testSecret))('journeys');
  const { db, close } = openDatabase({ url: database, schema: 'journeys' });
  closeRows = close;
  const sealer = await sealerOf(adminUrl, 'journeys');
  rows = createUploadPieces(db);
  pieces = createKeptFiles(of.storage('upload-pieces'), sealer, places.piece);
  // As the worker looks after files, at a moment of the test's choice.
  keeping = createKeeping({
    ...{ rows: createUploadRows(db, sealer), pieceRows: rows, pieces },
    ...{ usedLinks: { forget: async () => {} }, evidenceRequests: { removeExpired: async () => 0 } },
    ...{ files: createKeptFiles(of.storage('uploads'), sealer), scanner: builtInScanner },
    ...{ log: silentLog, now: () => now },
  });
});
afterAll(async () => {
  await closeRows();
  await of.close();
});
beforeEach(() => {
  now = noon;
});
afterEach(() => {
  Object.assign(of.state, { isOut: false, isRemoving: true, writing: async () => {} });
});

async function begun(content: Buffer): Promise<Upload> {
  const upload = await of.announce(content);
  const answer = await of.patch(upload, 0, content.subarray(0, pieceBytes), { isLast: false });
  expect(answer.status).toBe(204);
  return upload;
}
const lies = async (upload: Upload): Promise<readonly [number, number]> => [
  (await of.pieces(upload)).length,
  of.kept('upload-pieces', upload.id).length,
];
const untilGone = noon + ticketLifetimeMs + stillWritingMs;

it('what came of a file that never came whole goes once nobody can be bringing it', async () => {
  const upload = await begun(contentOf());
  now = untilGone;
  await keeping.round();
  expect(await lies(upload)).toEqual([1, 1]);
  now += 1;
  await keeping.round();
  expect(await lies(upload)).toEqual([0, 0]);
});

it.each([
  ['before it was written', false],
  ['after', true],
])(
  'a piece whose process was killed %s does not stand, keeps nobody from going on, and goes',
  async (_when, isWritten) => {
    const content = contentOf();
    const upload = await begun(content);
    const goesAt = new Date(untilGone).toISOString();
    const id = pieceId(upload.id, pieceBytes, 'killed');
    const turn = await of.turnOf(upload);
    const piece = { id, upload: upload.id, begins: pieceBytes, bytes: pieceBytes, goesAt, turn };
    expect(await rows.begin(piece, 64)).toBe('BEGUN');
    if (isWritten) await pieces.write(id, content.subarray(0, pieceBytes));
    expect(await of.offsetOf(upload)).toBe(pieceBytes);
    expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({ status: 201 });
    expect(await lies(upload)).toEqual([1, isWritten ? 1 : 0]);
    // It lived, after all: it is too late.
    expect(await rows.finish(piece)).toBe(false);
    now = untilGone + 1;
    await keeping.round();
    expect(await lies(upload)).toEqual([0, 0]);
  },
);

it('a piece that was given up does not stand, and one that stands is not given up', async () => {
  const upload = await begun(contentOf());
  const turn = await of.turnOf(upload);
  const goesAt = new Date(untilGone).toISOString();
  const piece = { ...{ upload: upload.id, begins: pieceBytes, bytes: pieceBytes, goesAt, turn }, id: 'given-up' };
  expect(await rows.begin(piece, 64)).toBe('BEGUN');
  await rows.remove([piece.id], async () => {});
  await expect(rows.finish(piece)).rejects.toThrow();
  expect(await of.offsetOf(upload)).toBe(pieceBytes);
  const ids = (await of.pieces(upload)).map(({ id }) => id);
  await rows.remove(ids, pieces.remove);
  expect(await lies(upload)).toEqual([1, 1]);
});

it('a piece is nobody’s where somebody else was asked for while it was written', async () => {
  const elsewhere = await of.replica();
  const content = contentOf();
  const upload = await begun(content);
  of.state.writing = async (kind) => {
    if (kind === 'upload-pieces') expect(await of.offsetOf(upload, elsewhere)).toBe(pieceBytes);
  };
  const second = content.subarray(pieceBytes, 2 * pieceBytes);
  expect(await of.patch(upload, pieceBytes, second, { isLast: false })).toMatchObject({
    ...{ status: 409, code: 'UPLOAD_TAKEN_OVER' },
  });
  expect(await lies(upload)).toEqual([1, 1]);
  expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({ status: 201 });
  await of.expectWhole(upload, content);
});

it('pieces that cannot be removed once the file is there keep nobody waiting, and go later', async () => {
  const content = contentOf();
  const upload = await begun(content);
  of.state.isRemoving = false;
  expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({ status: 201 });
  expect(await lies(upload)).toEqual([1, 1]);
  now = untilGone + 1;
  await expect(keeping.round()).rejects.toThrow();
  expect(await lies(upload)).toEqual([1, 1]);
  of.state.isRemoving = true;
  await keeping.round();
  expect(await lies(upload)).toEqual([0, 0]);
});

it('whoever has what they submitted erased has pieces erased that were left of its files', async () => {
  const content = contentOf();
  const upload = await begun(content);
  of.state.isRemoving = false;
  expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({ status: 201 });
  of.state.isRemoving = true;
  const { graph } = of;
  const plan = await planOf(graph);
  const [first, ...others] = plan.materials.map(({ id }) => id);
  const evidence = [
    { material: first, upload: upload.id },
    ...others.map((material) => ({ material, bringToCounter: true })),
  ];
  const { submission, problems } = await submit(graph, inputFor(plan, { idempotencyKey: 'erased', evidence }, now));
  expect(problems).toEqual([]);
  const id = submission?.id ?? '';
  await until(graph, id, ({ state }) => state === 'COMPLETED');
  const query = 'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { problems { code } } }';
  const variables = { input: { idempotencyKey: 'erase', submission: id } };
  expect(await graph.ask({ query, variables }, citizen)).toEqual({ requestErasure: { problems: [] } });
  expect(of.kept('uploads', upload.id)).toEqual([]);
  expect(of.kept('upload-pieces', upload.id)).toEqual([]);
});

it('a key is out of use only when no piece is sealed with it, and a rotation seals pieces anew', async () => {
  const content = contentOf();
  const upload = await begun(content);
  const parts = await rotatedParts(of.graph.database.adminUrl, of.pathOf('', ''));
  const [part] = parts.filter(({ schema }) => schema === 'journeys');
  if (!part) throw new Error('The journeys seal.');
  const pace = {
    everyMs: 200,
    sealsAfterMs: 0,
    wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
  };
  const { key } = await beginRotation(part, pace, silentLog);
  const ofPieces = part.places.files?.filter(({ table }) => table === 'upload_pieces') ?? [];
  expect([...(await countByKey({ ...part, places: { tables: [], files: ofPieces } })).values()]).toEqual([1]);
  await finishRotation(part, pace, silentLog, () => {});
  expect([...(await countByKey(part)).keys()]).toEqual([key]);
  expect(await retireKeys(part, 0)).toMatchObject({ kind: 'RETIRED' });
  for (const { sql } of parts) await sql.end();
  expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({ status: 201 });
});
