import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../gateway/index.ts';
import { serviceIdentity } from '../../subgraphs/runtime/identity.ts';
import { pdf, png } from '../files.ts';
import { citizen, clerk, type Graph, otherCitizen, startGraph } from './gateway-of.ts';
import { mutate } from './lived.ts';

let now = Date.parse('2026-11-25T10:00:00+08:00');
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ now: () => now, pace: { dueMs: 100, keptMs: 200 } });
});
afterAll(() => graph.close());

const station: Caller = { ...clerk('service-station'), subject: 'station', scopes: ['cases:service-station'] };
let pictures = 0;
/** No two alike. */
const picture = (): Buffer => {
  pictures += 1;
  return png(4 + pictures, 4);
};

/** A file of somebody's own that has arrived. */
async function upload(as: Caller, content: Buffer, contentType = 'image/png'): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const input = { fileName: 'photo.png', contentType, bytes: content.length, sha256 };
  const { upload: place } = await mutate<{ upload: { id: string; url: string } }>(
    ...[graph, 'createUpload', input, as, 'upload { id url }'],
  );
  const put = await graph.gateway.app.inject({
    ...{ method: 'PUT', url: place.url, headers: { 'content-type': contentType }, payload: content },
  });
  expect(put.statusCode).toBe(201);
  return place.id;
}
interface Seen {
  readonly id: string;
  readonly status: string;
  readonly answer: { readonly text: string } | null;
  readonly location: { readonly latitude: number } | null;
  readonly photos: ReadonlyArray<{ readonly stage: string; readonly download: { readonly url: string } | null }>;
}
const fields = 'id status answer { text } location { latitude } photos { stage download { url } }';
async function act(name: string, type: string, input: Record<string, unknown>, as: Caller) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { appeal { ${fields} } problems { code } } }`;
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const said = await graph.ask<Record<string, { appeal: Seen | null; problems: Array<{ code: string }> }>>(
    { query, variables },
    as,
  );
  return { appeal: said[name]?.appeal ?? null, codes: said[name]?.problems.map(({ code }) => code) ?? [] };
}
const open = (input: Record<string, unknown>, as: Caller = citizen) =>
  act('openAppeal', 'OpenAppealInput', { kind: 'snapshot', text: `栏杆倒了 ${randomUUID()}`, ...input }, as);
const show = (appeal: string, photos: ReadonlyArray<string>, as: Caller) =>
  act('photographAppeal', 'PhotographAppealInput', { appeal, photos }, as);
const answerIt = (appeal: string, more: Record<string, unknown> = {}) =>
  act('answerAppeal', 'AnswerAppealInput', { appeal, outcome: 'SOLVED', text: '已修好', ...more }, station);
const see = async (id: string, as: Caller | null) =>
  (
    await graph.ask<{ appeal: Seen | null }>(
      { query: `query ($id: ID!) { appeal(id: $id) { ${fields} } }`, variables: { id } },
      as,
    )
  ).appeal;
/** What is in the files of an appeal, as it is shown to whoever asks. */
async function bytesOf(seen: Seen | null, as: Caller): Promise<ReadonlyArray<[string, Buffer]>> {
  const all: Array<[string, Buffer]> = [];
  for (const { stage, download } of seen?.photos ?? []) {
    const answer = await graph.subgraphs.get('journeys')?.app.inject({ method: 'GET', url: download?.url ?? '' });
    // Without their token nobody is given it.
    expect(answer?.statusCode).not.toBe(200);
    const file = await downloaded(download?.url ?? '', as);
    all.push([stage, file]);
  }
  return all;
}
async function downloaded(url: string, as: Caller): Promise<Buffer> {
  const { handOver } = await import('../../subgraphs/runtime/admission.ts');
  const app = graph.subgraphs.get('journeys')?.app;
  const answer = await handOver(as as never, async (from) => app?.inject({ method: 'GET', url, remoteAddress: from }));
  expect(answer?.statusCode).toBe(200);
  return answer?.rawPayload as Buffer;
}

describe('随手拍 (systems 11, Test)', () => {
  it('closing without an after-photo, or with the same file as before, is refused; the reporter is told with both', async () => {
    const [before, after] = [picture(), picture()];
    const { appeal, codes } = await open({
      photos: [await upload(citizen, before)],
      location: { latitude: 37.7351, longitude: 115.6655 },
    });
    expect(codes).toEqual([]);
    const id = appeal?.id ?? '';
    expect(appeal).toMatchObject({ location: { latitude: 37.7351 }, photos: [{ stage: 'BEFORE' }] });
    expect((await answerIt(id)).codes).toEqual(['CASE_AFTER_PHOTO_MISSING']);
    expect((await answerIt(id, { outcome: 'ADVISED' })).codes).toEqual(['CASE_AFTER_PHOTO_MISSING']);
    // The same bytes, uploaded by the staff themselves, are the same file.
    expect((await show(id, [await upload(station, before)], station)).codes).toEqual([]);
    expect((await answerIt(id)).codes).toEqual(['CASE_AFTER_PHOTO_SAME']);
    await show(id, [await upload(station, after)], station);
    expect((await answerIt(id)).appeal?.status).toBe('ANSWERED');
    const told = await see(id, citizen);
    expect(told).toMatchObject({ status: 'ANSWERED', answer: { text: '已修好' } });
    expect(await bytesOf(told, citizen)).toEqual([
      ...[
        ['BEFORE', before],
        ['AFTER', before],
        ['AFTER', after],
      ],
    ]);
    const { appealSatisfaction } = await graph.ask<{ appealSatisfaction: object }>({
      query:
        '{ appealSatisfaction(kind: "snapshot", from: "2026-11-25", to: "2026-11-25") { sources answered received } }',
    });
    expect(appealSatisfaction).toEqual({ sources: 1, answered: 1, received: 1 });
    const closed = await act('confirmAppeal', 'ConfirmAppealInput', { appeal: id, accepted: true, grade: 5 }, citizen);
    expect(closed.appeal?.status).toBe('CLOSED');
  });

  it('what was disputed is shown anew', async () => {
    const id = (await open({ photos: [await upload(citizen, picture())] })).appeal?.id ?? '';
    await show(id, [await upload(station, picture())], station);
    await answerIt(id);
    await act('confirmAppeal', 'ConfirmAppealInput', { appeal: id, accepted: false }, citizen);
    const committee = { ...station, subject: 'committee', scopes: ['cases:joint-committee'] };
    const again = () =>
      act('answerAppeal', 'AnswerAppealInput', { appeal: id, outcome: 'SOLVED', text: '这次修好了' }, committee);
    expect((await again()).codes).toEqual(['CASE_AFTER_PHOTO_MISSING']);
    await show(id, [await upload(committee, picture())], committee);
    expect((await again()).appeal?.status).toBe('ANSWERED');
  });

  it('is opened with a photograph of one’s own that has arrived, and is one', async () => {
    const own = await upload(citizen, picture());
    for (const [photos, code] of [
      [[], 'APPEAL_PHOTO_MISSING'],
      [['none'], 'APPEAL_PHOTO_UNFIT'],
      [[own, 'none'], 'APPEAL_PHOTO_UNFIT'],
      [[await upload(otherCitizen, picture())], 'APPEAL_PHOTO_UNFIT'],
      [[await upload(citizen, pdf(), 'application/pdf')], 'APPEAL_PHOTO_UNFIT'],
    ] as const)
      expect(await open({ photos })).toEqual({ appeal: null, codes: [code] });
    expect((await open({ photos: [own], location: { latitude: -91, longitude: 0 } })).codes).toEqual([
      'APPEAL_LOCATION_INVALID',
    ]);
    const opened = await open({ photos: [own] });
    expect(opened.codes).toEqual([]);
    const id = opened.appeal?.id ?? '';
    // Staff who do not have it show nothing, nor does anybody else; whoever opened it shows more.
    expect((await show(id, [own], clerk('tax'))).codes).toEqual(['APPEAL_NOT_FOUND']);
    expect((await show(id, [own], otherCitizen)).codes).toEqual(['APPEAL_NOT_FOUND']);
    expect((await show(id, [await upload(citizen, picture())], citizen)).appeal?.photos).toHaveLength(2);
    expect(await see(id, otherCitizen)).toBeNull();
  });

  it('keeps its files until it is erased, and lets no other evidence be made of them', async () => {
    const file = await upload(citizen, picture());
    const key = randomUUID();
    const text = '路灯倒了';
    const { appeal } = await open({ photos: [file], idempotencyKey: key, text });
    expect((await open({ photos: [file], idempotencyKey: key, text })).appeal?.photos).toHaveLength(1);
    const ask = async (query: string, part: string) =>
      graph.subgraphs.get('journeys')?.execute({ query, headers: {}, identity: serviceIdentity(part) });
    for (const query of [
      `{ uploadsFit(account: "lin", ids: ["${file}"]) { id } }`,
      `{ uploadLink(upload: "${file}", of: "x", subject: "lin") { url } }`,
      `mutation { uploadsTake(account: "lin", ids: ["${file}"]) { id } }`,
      `mutation { uploadsLetGo(ids: ["${file}"]) }`,
    ])
      expect((await ask(query, 'catalogue'))?.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const id = appeal?.id ?? '';
    await show(id, [await upload(station, picture())], station);
    await answerIt(id);
    await act('confirmAppeal', 'ConfirmAppealInput', { appeal: id, accepted: true }, citizen);
    const fits = async () =>
      (await ask(`{ uploadsFit(account: "lin", ids: ["${file}"]) { id } }`, 'appeals'))?.data?.uploadsFit;
    now += 400 * 86_400_000;
    await new Promise((later) => setTimeout(later, 600));
    expect(await fits()).toEqual([{ id: file }]);
    now += 400 * 86_400_000;
    await expect.poll(fits).toEqual([]);
    now -= 800 * 86_400_000;
  });
});
