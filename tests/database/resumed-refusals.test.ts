import { copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pieceBytes } from '../../subgraphs/journeys/domain/pieces.ts';
import { ticketLifetimeMs } from '../../subgraphs/journeys/domain/uploads.ts';
import { maxima } from '../../subgraphs/language/maxima.ts';
import { appending, written } from '../broken-link.ts';
import { eicar, page, pdf } from '../files.ts';
import { type Bringing, contentOf, startBringing, type Upload } from './bringing-of.ts';

/* What is not taken of a file that comes piece by piece, and that nothing of it stays. */

const noon = Date.parse('2026-11-24T04:00:00Z');
let now = noon;
let of: Bringing;
beforeAll(async () => {
  of = await startBringing('the data folder', { now: () => now });
});
afterAll(() => of.close());
beforeEach(() => {
  now = noon;
});

/** A file of which one piece stands. */
async function begun(content: Buffer, contentType?: string): Promise<Upload> {
  const upload = await of.announce(content, contentType);
  const answer = await of.patch(upload, 0, content.subarray(0, pieceBytes), { isLast: false });
  expect(answer).toEqual({ status: 204, offset: String(pieceBytes), complete: '?0' });
  return upload;
}
async function expectStanding(upload: Upload, bytes: number): Promise<void> {
  expect(await of.stands(upload)).toMatchObject({ offset: String(bytes), complete: '?0' });
  const rows = await of.pieces(upload);
  expect(rows.length).toBe(bytes === 0 ? 0 : 1);
  expect(of.kept('upload-pieces', upload.id)).toEqual(rows.map(({ id }) => id));
}

describe('a piece', () => {
  it.each([0, pieceBytes - 1, pieceBytes + 1, 3 * pieceBytes])('that begins at %d is not taken', async (begins) => {
    const content = contentOf();
    const upload = await begun(content);
    const wrong = { status: 409, code: 'UPLOAD_OFFSET', offset: String(pieceBytes), complete: '?0' };
    expect(await of.patch(upload, begins, content.subarray(begins))).toEqual(wrong);
    expect(await of.patch(upload, begins, content.subarray(begins), { isLast: false })).toEqual(wrong);
    await expectStanding(upload, pieceBytes);
  });

  it('that says not where it belongs is told how to', async () => {
    const content = contentOf();
    const upload = await begun(content);
    const part = content.subarray(pieceBytes);
    for (const more of [
      { 'content-type': 'application/pdf' },
      { 'upload-offset': '-1' },
      { 'upload-offset': '1e6' },
      { 'upload-offset': '9'.repeat(30) },
      { 'upload-complete': '1' },
      { 'upload-complete': '' },
    ])
      expect(await of.patch(upload, pieceBytes, part, { more })).toMatchObject({
        ...{ status: 400, code: 'UPLOAD_PIECE_UNKNOWN' },
      });
    await expectStanding(upload, pieceBytes);
  });

  it('that others follow and is too short is not taken', async () => {
    const content = contentOf();
    const upload = await begun(content);
    const short = content.subarray(pieceBytes, 2 * pieceBytes - 1);
    for (const part of [short, Buffer.alloc(0)])
      expect(await of.patch(upload, pieceBytes, part, { isLast: false })).toEqual({
        ...{ status: 400, code: 'UPLOAD_PIECE_SHORT', offset: String(pieceBytes), complete: '?0' },
      });
    await expectStanding(upload, pieceBytes);
  });

  it('that is the last and does not end where the file does is not taken', async () => {
    const content = contentOf();
    const upload = await begun(content);
    for (const part of [Buffer.alloc(0), content.subarray(pieceBytes, -1)])
      expect(await of.patch(upload, pieceBytes, part)).toMatchObject({
        ...{ status: 422, code: 'UPLOAD_DIFFERS', complete: '?0' },
      });
    await expectStanding(upload, pieceBytes);
  });

  it('that is longer than what is left is refused before it is read, and cut where it says not how long it is', async () => {
    const content = contentOf();
    const upload = await begun(content);
    const left = content.length - pieceBytes;
    const longer = of.begin('PATCH', upload, { ...appending(pieceBytes, true), 'content-length': left + 1 });
    expect(await longer.answer).toMatch(/^HTTP\/1\.1 413 .*upload-limit: max-size=.*BAD_REQUEST/s);
    const endless = of.begin('PATCH', upload, { ...appending(pieceBytes, false), 'transfer-encoding': 'chunked' });
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000), Buffer.from('\r\n')]);
    for (let sent = 0; sent <= left; sent += 0x10000) await written(endless.socket, chunk).catch(() => {});
    expect(await endless.answer).toMatch(/^HTTP\/1\.1 413 /);
    await expectStanding(upload, pieceBytes);
  });

  it.each([
    ['the most there may be', maxima.uploadPieces - 1, 0],
    // Two stand in the end.
    ['twice the bytes of the file', 1, 2 * contentOf().length - 2 * pieceBytes + 1],
  ])('beyond %s is not taken, and all that is left at once is', async (_what, others, bytes) => {
    const content = contentOf();
    const upload = await begun(content);
    const before = (await of.pieces(upload)).map(({ id }) => id);
    // What broke off.
    const many = Array.from({ length: others }, (_each, index) => `${upload.id}-1-${index}`);
    await of.admin`
      insert into journeys.upload_pieces (id, upload, begins, bytes, goes_at)
      select id, ${upload.id}, 1, ${bytes}, now() from unnest(${many}::text[]) id`;
    const second = content.subarray(pieceBytes, 2 * pieceBytes);
    const refused = { status: 409, code: 'UPLOAD_PIECES', offset: String(pieceBytes), complete: '?0' };
    expect(await of.patch(upload, pieceBytes, second, { isLast: false })).toEqual(refused);
    expect(of.kept('upload-pieces', upload.id)).toEqual(before);
    // One fewer, or of one byte less, is.
    const [last = ''] = many;
    if (others > 1) await of.admin`delete from journeys.upload_pieces where id = ${last}`;
    else await of.admin`update journeys.upload_pieces set bytes = bytes - 1 where id = ${last}`;
    const ends = 2 * pieceBytes;
    expect(await of.patch(upload, pieceBytes, second, { isLast: false })).toMatchObject({ offset: `${ends}` });
    expect(await of.patch(upload, ends, content.subarray(ends))).toMatchObject({ status: 201 });
    await of.admin`delete from journeys.upload_pieces where upload = ${upload.id}`;
    await of.expectWhole(upload, content);
  });
});

describe('by a ticket', () => {
  it('that nobody was given nothing is taken, and nothing kept', async () => {
    const [rows] = await of.admin`select count(*)::int as many from journeys.upload_pieces`;
    const kept = of.kept('upload-pieces');
    const none = { url: `/uploads/${'x'.repeat(43)}` };
    const unknown = { status: 404, code: 'UPLOAD_TICKET_UNKNOWN' };
    expect(await of.stands(none)).toEqual({ status: 404 });
    expect(await of.patch(none, 0, contentOf())).toMatchObject(unknown);
    expect(await of.patch(none, 0, contentOf(), { isLast: false })).toMatchObject(unknown);
    expect(await of.admin`select count(*)::int as many from journeys.upload_pieces`).toEqual([rows]);
    expect(of.kept('upload-pieces')).toEqual(kept);
  });

  it('that has ended nothing more is taken', async () => {
    const content = contentOf();
    const upload = await begun(content);
    now = noon + ticketLifetimeMs;
    expect(await of.stands(upload)).toMatchObject({ status: 204, offset: String(pieceBytes) });
    now += 1;
    expect(await of.stands(upload)).toEqual({ status: 404 });
    const part = content.subarray(pieceBytes);
    expect(await of.patch(upload, pieceBytes, part)).toMatchObject({ status: 404, code: 'UPLOAD_TICKET_UNKNOWN' });
    expect((await of.pieces(upload)).length).toBe(1);
  });

  it('by which the file has arrived nothing more is taken', async () => {
    const content = contentOf();
    const upload = await begun(content);
    expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({ status: 201 });
    const length = String(content.length);
    expect(await of.stands(upload)).toMatchObject({ status: 204, offset: length, length, complete: '?1' });
    for (const begins of [0, pieceBytes, content.length])
      expect(await of.patch(upload, begins, content.subarray(begins))).toEqual({
        ...{ status: 409, code: 'UPLOAD_REPEATED', offset: length, complete: '?1' },
      });
    expect(await of.put(upload, content).answer).toMatch(/^HTTP\/1\.1 409 .*UPLOAD_REPEATED/s);
    await of.expectWhole(upload, content);
  });
});

describe('a file that has come whole', () => {
  const filled = (more: string): Buffer => pdf([page, `(${'y'.repeat(2 * pieceBytes)})`, more]);
  it.each([
    ['infected', filled(`(${eicar})`), 'UPLOAD_INFECTED'],
    ['of another type', Buffer.from('just words '.repeat(40_000)), 'UPLOAD_CONTENT'],
    ['that runs something', filled('/JavaScript'), 'UPLOAD_ACTIVE'],
  ])('and is %s is refused as if it had been put, and nothing of it stays', async (_what, content, code) => {
    const upload = await begun(content);
    expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toEqual({
      ...{ status: 422, code, offset: '0', complete: '?1' },
    });
    await expectStanding(upload, 0);
    expect(of.kept('uploads', upload.id)).toEqual([]);
  });

  it('and is not the one announced begins anew', async () => {
    const content = contentOf();
    const upload = await begun(content);
    const other = Buffer.alloc(content.length - pieceBytes);
    expect(await of.patch(upload, pieceBytes, other)).toEqual({
      ...{ status: 422, code: 'UPLOAD_DIFFERS', offset: '0', complete: '?1' },
    });
    await expectStanding(upload, 0);
    expect(await of.patch(upload, 0, content)).toMatchObject({ status: 201 });
    await of.expectWhole(upload, content);
  });
});

describe('a piece is sealed for its place:', () => {
  const pathOf = (id: string): string => of.pathOf('upload-pieces', id);
  const only = async (upload: Upload): Promise<string> => (await of.pieces(upload))[0]?.id ?? '';
  /** The file begins anew, and comes whole. */
  async function expectAnew(upload: Upload, begins: number, content: Buffer): Promise<void> {
    expect(await of.patch(upload, begins, content.subarray(begins))).toEqual({
      ...{ status: 409, code: 'UPLOAD_OFFSET', offset: '0', complete: '?0' },
    });
    await expectStanding(upload, 0);
    expect(await of.patch(upload, 0, content)).toMatchObject({ status: 201 });
    await of.expectWhole(upload, content);
  }

  it('it is not read in its file', async () => {
    const content = filledWith('words of a citizen');
    const id = await only(await begun(content));
    const lies = readFileSync(pathOf(id));
    expect(lies.includes('words of a citizen')).toBe(false);
    expect(lies.includes(content.subarray(300, 600).toString('base64').slice(4, 40))).toBe(false);
  });

  it('one of another upload does not stand in', async () => {
    const [content, other] = [contentOf(), contentOf()];
    const [upload, second] = [await begun(content), await begun(other)];
    copyFileSync(pathOf(await only(second)), pathOf(await only(upload)));
    await expectAnew(upload, pieceBytes, content);
  });

  it('nor does one of another place in the same upload', async () => {
    const content = contentOf();
    const upload = await begun(content);
    const second = content.subarray(pieceBytes, 2 * pieceBytes);
    await of.patch(upload, pieceBytes, second, { isLast: false });
    const [first, next] = (await of.pieces(upload)).map(({ id }) => pathOf(id));
    renameSync(first ?? '', `${first}.swap`);
    renameSync(next ?? '', first ?? '');
    renameSync(`${first}.swap`, next ?? '');
    await expectAnew(upload, 2 * pieceBytes, content);
  });

  it('nor by its row', async () => {
    const [content, other] = [contentOf(), contentOf()];
    const [upload, second] = [await begun(content), await begun(other)];
    const [mine, theirs] = [await only(upload), await only(second)];
    await of.admin`delete from journeys.upload_pieces where id = ${mine}`;
    await of.admin`update journeys.upload_pieces set upload = ${upload.id} where id = ${theirs}`;
    expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({
      ...{ status: 409, code: 'UPLOAD_OFFSET', offset: '0' },
    });
  });

  it('nor does nothing', async () => {
    const content = contentOf();
    const upload = await begun(content);
    rmSync(pathOf(await only(upload)));
    await expectAnew(upload, pieceBytes, content);
  });
});

const filledWith = (words: string): Buffer => pdf([page, `(${words.repeat(2 * pieceBytes).slice(0, 2 * pieceBytes)})`]);
