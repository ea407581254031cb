import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { WebSocket } from 'undici';

const samples = 60;
const small = '{ lifeEvent(code: "school-entry", region: "330381000000") { title } }';

/** How long another caller waits for a sign of life, in milliseconds. */
async function livezAt(address: string): Promise<number> {
  return timeOf(`${address}/livez`);
}

/** How long for a small query, never the same twice: an answer that is kept says nothing. */
async function smallAt(address: string): Promise<number> {
  return timeOf(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `# ${Math.random()}\n${small}` }),
  });
}

export interface Times {
  readonly livez: number;
  readonly small: number;
}
/** The median of each, one after the other. */
export async function timesAt(address: string): Promise<Times> {
  return { livez: await median(() => livezAt(address)), small: await median(() => smallAt(address)) };
}

/** How long somebody waits who comes at any moment of some work: each wait counts by how much of the time it took. Both at once. */
export async function timesDuring(address: string, work: Promise<unknown>): Promise<Times> {
  let isOver = false;
  const ended = work.finally(() => {
    isOver = true;
  });
  const atAnyMoment = async (wait: (address: string) => Promise<number>): Promise<number> => {
    let sum = 0;
    let squares = 0;
    do {
      const taken = await wait(address);
      sum += taken;
      squares += taken ** 2;
    } while (!isOver);
    return squares / sum;
  };
  const [livez, small] = await Promise.all([atAnyMoment(livezAt), atAnyMoment(smallAt), ended]);
  return { livez, small };
}

async function timeOf(url: string, init?: RequestInit): Promise<number> {
  const start = performance.now();
  await (await fetch(url, init)).text();
  return performance.now() - start;
}

async function median(taken: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let sample = 0; sample < samples; sample++) all.push(await taken());
  return all.sort((a, b) => a - b)[samples / 2] as number;
}

/** Memory that a process holds, in MiB. */
export async function residentOf(pid: number | undefined): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
}

/** Has a process let go of what it holds for nothing, as it does by itself when nobody has asked anything for a minute or two: by its debugger's door. */
export async function tidy(child: ChildProcess): Promise<void> {
  const { stderr } = child;
  if (!stderr) throw new Error('What it says is not heard.');
  const told = new Promise<string>((resolve) => {
    let text = '';
    stderr.on('data', (chunk: Buffer) => {
      text += chunk;
      const [address] = /ws:\/\/\S+/.exec(text) ?? [];
      if (address) resolve(address);
    });
  });
  child.kill('SIGUSR1');
  const socket = new WebSocket(await told);
  await once(socket, 'open');
  const answered = once(socket, 'message');
  socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }));
  await answered;
  socket.close();
}
