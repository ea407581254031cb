import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pieceBytes } from '../../subgraphs/journeys/domain/pieces.ts';
import { maxima } from '../../subgraphs/language/maxima.ts';
import { appending, written } from '../broken-link.ts';
import { type Bringing, contentOf, type StoragePlace, startBringing } from './bringing-of.ts';

/* A file whose link breaks is gone on with from where it stands, over real connections to the whole product. */

const noon = Date.parse('2026-11-24T04:00:00Z');
let now = noon;
beforeEach(() => {
  now = noon;
});

describe.each<StoragePlace>(['the data folder', 'a bucket of S3'])('in %s', (place) => {
  let of: Bringing;
  beforeAll(async () => {
    of = await startBringing(place, { now: () => now });
  });
  afterAll(() => of.close());

  it.each([0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 2 * pieceBytes + 7, 3 * pieceBytes + 999])(
    'a PUT that breaks after %d bytes stands up to its last whole piece, and is gone on with',
    async (sent) => {
      const content = contentOf();
      const upload = await of.announce(content);
      await of.cut(of.put(upload, content), content.subarray(0, sent));
      const begins = sent - (sent % pieceBytes);
      expect(await of.stands(upload)).toEqual({
        ...{ status: 204, offset: String(begins), length: String(content.length), complete: '?0' },
        limit: `max-size=${content.length}, min-append-size=${pieceBytes}, max-age=1800`,
      });
      const done = { status: 201, offset: String(content.length), complete: '?1' };
      expect(await of.patch(upload, begins, content.subarray(begins))).toEqual(done);
      await of.expectWhole(upload, content);
    },
  );

  it('so it is however often it breaks: each time what has come whole stands', async () => {
    const content = contentOf(8 * pieceBytes + 5);
    const upload = await of.announce(content);
    await of.cut(of.put(upload, content), content.subarray(0, pieceBytes + 100));
    let begins = await of.offsetOf(upload);
    expect(begins).toBe(pieceBytes);
    for (const sent of [7, pieceBytes, 2 * pieceBytes + 50, 3 * pieceBytes - 1]) {
      const rest = content.subarray(begins);
      const headers = { ...appending(begins, true), 'content-length': rest.length };
      await of.cut(of.begin('PATCH', upload, headers), rest.subarray(0, sent));
      begins += sent - (sent % pieceBytes);
      expect(await of.offsetOf(upload)).toBe(begins);
    }
    // Each is sealed where it lies, and lies where its row says.
    const rows = await of.pieces(upload);
    expect(rows.map((row) => row.begins / pieceBytes)).toEqual([0, 1, 2, 4]);
    expect(of.kept('upload-pieces', upload.id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect((await of.patch(upload, begins, content.subarray(begins))).status).toBe(201);
    await of.expectWhole(upload, content);
  });

  it('a client may send it in pieces of its own, the last of them empty', async () => {
    const content = contentOf(3 * pieceBytes);
    const upload = await of.announce(content);
    const second = pieceBytes + 1234;
    const piece = { isLast: false };
    const kept = (offset: number) => ({ status: 204, offset: String(offset), complete: '?0' });
    expect(await of.patch(upload, 0, content.subarray(0, second), piece)).toEqual(kept(second));
    expect(await of.patch(upload, second, content.subarray(second), piece)).toEqual(kept(content.length));
    expect(await of.stands(upload)).toMatchObject({ offset: String(content.length), complete: '?0' });
    expect(await of.patch(upload, content.length, Buffer.alloc(0))).toMatchObject({ status: 201, complete: '?1' });
    await of.expectWhole(upload, content);
  });

  it('PUT brings the whole still, whatever stands', async () => {
    const content = contentOf();
    const upload = await of.announce(content);
    await of.cut(of.put(upload, content), content.subarray(0, 2 * pieceBytes));
    const put = of.put(upload, content);
    await written(put.socket, content);
    expect(await put.answer).toMatch(/^HTTP\/1\.1 201 /);
    await of.expectWhole(upload, content);
    expect(await of.patch(upload, content.length, Buffer.alloc(0))).toEqual({
      ...{ status: 409, code: 'UPLOAD_REPEATED', offset: String(content.length), complete: '?1' },
    });
  });

  it('storage that is out keeps no piece, and the file is gone on with once it is there', async () => {
    const content = contentOf();
    const upload = await of.announce(content);
    await of.cut(of.put(upload, content), content.subarray(0, pieceBytes));
    expect(await of.offsetOf(upload)).toBe(pieceBytes);
    of.state.isOut = true;
    const second = content.subarray(pieceBytes, 2 * pieceBytes);
    expect(await of.patch(upload, pieceBytes, second, { isLast: false })).toMatchObject({ status: 503 });
    expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({ status: 503 });
    expect(await of.pieces(upload)).toHaveLength(1);
    of.state.isOut = false;
    expect(await of.offsetOf(upload)).toBe(pieceBytes);
    expect(await of.patch(upload, pieceBytes, content.subarray(pieceBytes))).toMatchObject({ status: 201 });
    await of.expectWhole(upload, content);
  });

  it('the largest file there may be comes in as many pieces as are needed', async () => {
    const content = contentOf(maxima.uploadBytes);
    const upload = await of.announce(content);
    for (let begins = 0; begins < content.length; begins += pieceBytes) {
      const part = content.subarray(begins, begins + pieceBytes);
      const isLast = begins + pieceBytes >= content.length;
      expect(await of.patch(upload, begins, part, { isLast })).toMatchObject({ status: isLast ? 201 : 204 });
    }
    await of.expectWhole(upload, content);
  }, 60_000);
});
