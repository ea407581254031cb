import { setTimeout as wait } from 'node:timers/promises';
import { beginRotation, finishRotation } from '../../subgraphs/runtime/keys/rotating.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { rotatedParts } from './keys.ts';

/** Rotates every part at a pace, in a process that may be killed; says a line for each key and each batch. */
const [adminUrl = '', folder = '', everyMs = '', sealsAfterMs = ''] = process.argv.slice(2);
const pace = { everyMs: Number(everyMs), sealsAfterMs: Number(sealsAfterMs), wait };
const parts = await rotatedParts(adminUrl, folder);
const say = (...words: ReadonlyArray<unknown>): void => {
  process.stdout.write(`${words.join(' ')}\n`);
};
for (const part of parts) {
  const { key, made } = await beginRotation(part, pace, silentLog);
  say(made ? 'made' : 'went on', part.schema, key);
}
for (const part of parts) {
  const { done, closed } = await finishRotation(part, pace, silentLog, (where) => say('batch', part.schema, where));
  say('done', part.schema, done, ...closed);
}
await Promise.all(parts.map(({ sql }) => sql.end()));
