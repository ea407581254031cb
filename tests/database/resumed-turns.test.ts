import { afterAll, beforeAll, expect, it } from 'vitest';
import { pieceBytes } from '../../subgraphs/journeys/domain/pieces.ts';
import { appending, type Sending, written } from '../broken-link.ts';
import { type Bringing, contentOf, startBringing, type Upload } from './bringing-of.ts';

/* One brings a file at a time: whoever asks last. A link that hangs keeps nobody from going on, here or at another replica. */

let of: Bringing;
let elsewhere: URL;
beforeAll(async () => {
  of = await startBringing('the data folder');
  elsewhere = await of.replica();
});
afterAll(() => of.close());

/** A request for all of what is left, of which so much is sent before it hangs. */
async function hang(upload: Upload, content: Buffer, begins: number, sent: number): Promise<Sending> {
  const headers = { ...appending(begins, true), 'content-length': content.length - begins };
  const sending = begins === 0 ? of.put(upload, content) : of.begin('PATCH', upload, headers);
  await written(sending.socket, content.subarray(begins, begins + sent));
  return sending;
}
const standing = async (upload: Upload): Promise<number> => {
  const [row] = await of.admin<[{ arrived: number }]>`select arrived from journeys.uploads where id = ${upload.id}`;
  return row.arrived;
};

it('what a link has brought stands while it hangs, a second after it came', async () => {
  const content = contentOf();
  const upload = await of.announce(content);
  const hanging = await hang(upload, content, 0, pieceBytes + 9);
  await expect.poll(() => standing(upload)).toBe(pieceBytes);
  // It goes on as if nothing had been.
  await written(hanging.socket, content.subarray(pieceBytes + 9, 2 * pieceBytes + 9));
  await expect.poll(() => standing(upload)).toBe(2 * pieceBytes);
  await written(hanging.socket, content.subarray(2 * pieceBytes + 9));
  expect(await hanging.answer).toMatch(/^HTTP\/1\.1 201 .*upload-complete: \?1/s);
  await of.expectWhole(upload, content);
});

it.each([
  ['PUT', 0],
  ['PATCH', pieceBytes],
])('whoever asks takes over from a %s that hangs, with all whole pieces of it', async (_method, begins) => {
  const content = contentOf();
  const upload = await of.announce(content);
  if (begins > 0) await of.patch(upload, 0, content.subarray(0, begins), { isLast: false });
  const hanging = await hang(upload, content, begins, pieceBytes + 9);
  await expect.poll(() => of.read(hanging)).toBeGreaterThan(pieceBytes + 9);
  // At once: it need not have been passed on by itself yet.
  expect(await of.offsetOf(upload)).toBe(begins + pieceBytes);
  expect(await hanging.answer).toMatch(/^HTTP\/1\.1 409 .*connection: close.*UPLOAD_TAKEN_OVER/s);
  const rest = begins + pieceBytes;
  expect(await of.patch(upload, rest, content.subarray(rest))).toMatchObject({ status: 201 });
  await of.expectWhole(upload, content);
});

it('so does whoever goes on at another replica, and what the first brings then is not taken', async () => {
  const content = contentOf();
  const upload = await of.announce(content);
  const hanging = await hang(upload, content, 0, pieceBytes + 9);
  await expect.poll(() => standing(upload)).toBe(pieceBytes);
  expect(await of.offsetOf(upload, elsewhere)).toBe(pieceBytes);
  // It was only slow.
  await written(hanging.socket, content.subarray(pieceBytes + 9, 2 * pieceBytes + 100));
  expect(await hanging.answer).toMatch(/^HTTP\/1\.1 409 .*connection: close.*UPLOAD_TAKEN_OVER/s);
  // What was told is taken.
  const rest = content.subarray(pieceBytes);
  expect(await of.patch(upload, pieceBytes, rest, { at: elsewhere })).toMatchObject({ status: 201 });
  await of.expectWhole(upload, content);
});

it('of many that go on at once from the same place each is answered, and the file is there as it was', async () => {
  const content = contentOf(2 * pieceBytes + 50);
  const upload = await of.announce(content);
  expect(await of.patch(upload, 0, content.subarray(0, pieceBytes), { isLast: false })).toMatchObject({ status: 204 });
  const many = Array.from({ length: 12 }, (_each, index) =>
    of.patch(upload, pieceBytes, content.subarray(pieceBytes), { at: index % 2 === 0 ? of.address : elsewhere }),
  );
  const codes = (await Promise.all(many)).map(({ status, code }) => `${status} ${code ?? ''}`);
  expect(codes.filter((each) => each.startsWith('201')).length).toBeLessThanOrEqual(1);
  // Taken over, there before, or told to come again: one address has so many places.
  expect(codes.filter((each) => !/^(201|409 UPLOAD_(TAKEN_OVER|REPEATED)|429|503)/.test(each))).toEqual([]);
  const { complete, offset } = await of.stands(upload);
  if (complete === '?0')
    expect(await of.patch(upload, Number(offset), content.subarray(Number(offset)))).toMatchObject({ status: 201 });
  await of.expectWhole(upload, content);
});

it('of many pieces for the same place one stands', async () => {
  const content = contentOf();
  const upload = await of.announce(content);
  const [first, second] = [content.subarray(0, pieceBytes), content.subarray(0, 2 * pieceBytes)];
  const many = [first, second, first, second].map((part, index) =>
    of.patch(upload, 0, part, { isLast: false, at: index % 2 === 0 ? of.address : elsewhere }),
  );
  await Promise.all(many);
  const stands = await standing(upload);
  const rows = await of.pieces(upload);
  expect(rows.map(({ begins }) => begins)).toEqual(stands === 0 ? [] : [0]);
  expect(of.kept('upload-pieces', upload.id)).toEqual(rows.map(({ id }) => id));
  expect(await of.patch(upload, stands, content.subarray(stands))).toMatchObject({ status: 201 });
  await of.expectWhole(upload, content);
});

it('a link that hangs gives its place back when it is taken over from: a third can go on', async () => {
  const content = contentOf();
  const upload = await of.announce(content);
  // One address has two places.
  for (const turn of [1, 2, 3, 4]) {
    const begins = await of.offsetOf(upload);
    const sending = await hang(upload, content, begins, 100);
    if (turn < 4) continue;
    await written(sending.socket, content.subarray(begins + 100));
    expect(await sending.answer).toMatch(/^HTTP\/1\.1 201 /);
  }
  await of.expectWhole(upload, content);
});
