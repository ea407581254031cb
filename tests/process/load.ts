import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'undici';

export interface Asked {
  readonly path: string;
  readonly body?: string;
}
export interface Load {
  /** Answers so far, of each origin. */
  readonly answers: (origin: string) => number;
  /** Lets every client have its last answer, and tells everything that was no answer. */
  stop(): Promise<ReadonlyArray<string>>;
}

const lookEveryMs = 20;

/**
 * Clients that ask as soon as they were answered. Some keep their connection until an answer says `connection: close`; as many connect anew each time. Like
 * whoever stands before replicas, they connect to those of which `/readyz` said 200 a moment ago.
 */
export function load(origins: ReadonlyArray<string>, asked: Asked, clientsOfAKind: number): Load {
  const counts = new Map<string, number>();
  const dropped: string[] = [];
  const ready = new Set(origins);
  let stopped = false;
  const look = async (origin: string): Promise<void> => {
    for (; !stopped; await delay(lookEveryMs)) {
      const answer = await fetch(`${origin}/readyz`, { headers: { connection: 'close' } }).catch(() => null);
      if (answer?.status === 200) ready.add(origin);
      else ready.delete(origin);
    }
  };
  let turn = 0;
  const next = (): string | undefined => [...ready][turn++ % Math.max(ready.size, 1)];
  const ask = async (keeps: boolean): Promise<void> => {
    while (!stopped) {
      const origin = next();
      if (origin === undefined) {
        await delay(lookEveryMs);
        continue;
      }
      const client = new Client(origin);
      try {
        for (let last = false; !last; ) {
          const { statusCode, headers, body } = await client.request(requestOf(asked));
          const text = await body.text();
          if (statusCode === 200 && !text.includes('"errors"')) counts.set(origin, (counts.get(origin) ?? 0) + 1);
          else dropped.push(`${origin}: ${statusCode} ${text.slice(0, 300)}`);
          last = !keeps || stopped || headers.connection === 'close';
        }
      } catch (error) {
        dropped.push(`${origin}: ${String(error)}`);
      } finally {
        await client.destroy();
      }
    }
  };
  const running = [
    ...origins.map(look),
    ...Array.from({ length: clientsOfAKind * 2 }, (_each, index) => ask(index % 2 === 0)),
  ];
  return {
    answers: (origin) => counts.get(origin) ?? 0,
    stop: async () => {
      stopped = true;
      await Promise.all(running);
      return dropped;
    },
  };
}

function requestOf({ path, body }: Asked) {
  if (body === undefined) return { path, method: 'GET' } as const;
  return { path, method: 'POST', body, headers: { 'content-type': 'application/json' } } as const;
}
