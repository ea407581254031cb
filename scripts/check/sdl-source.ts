import { readFileSync, statSync } from 'node:fs';
import { reading, UnreadableInput } from './layers.ts';

/** What a schema may weigh, and how long its server may take to say it. */
export const most = { bytes: 2 * 2 ** 20, milliseconds: 10_000 };
const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/**
 * SDL from a file or an address. An address that ends in `.graphql` is downloaded; any other is asked `_service { sdl }`, as federation does. What a
 * file lacks is bad usage (`UnreadableInput`); a server that does not answer is an error of the run.
 */
export async function readSdl(source: string): Promise<string> {
  if (!/^[a-z]+:\/\//i.test(source)) return fileSdl(source);
  const url = reading(source, () => new URL(source));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    throw new UnreadableInput(source, new Error('write an https address: anybody between could change another'));
  const isDownload = url.pathname.endsWith('.graphql');
  const response = await answerOf(source, url, {
    ...(isDownload
      ? {}
      : {
          method: 'POST',
          body: JSON.stringify({ query: '{ _service { sdl } }' }),
          headers: { 'content-type': 'application/json' },
        }),
    // What it would lead to might be anything inside.
    redirect: 'error',
    signal: AbortSignal.timeout(most.milliseconds),
  });
  const text = await textOf(response, source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  if (isDownload) return text;
  const sdl = (JSON.parse(text) as { data?: { _service?: { sdl?: unknown } } }).data?._service?.sdl;
  if (typeof sdl !== 'string' || sdl.trim() === '') throw new Error(`${source} answered without _service.sdl`);
  return sdl;
}

/** Names who did not answer, and why, which `fetch` keeps to itself. */
async function answerOf(source: string, url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    const { cause = error } = error as { cause?: unknown };
    throw new Error(
      `${source}: ${cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause)}`,
      { cause: error },
    );
  }
}

function fileSdl(path: string): string {
  return reading(path, () => {
    if (statSync(path).size > most.bytes) throw new Error(`more than ${most.bytes} bytes`);
    return readFileSync(path, 'utf8');
  });
}

/** Read while it comes: what is longer is not kept. */
async function textOf(response: Response, source: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most.bytes) throw new Error(`${source} answered more than ${most.bytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
