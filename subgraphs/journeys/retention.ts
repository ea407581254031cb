import type { Retention } from '../../schema/retention.ts';
import type { Log } from '../runtime/log.ts';
import { monthsBefore } from './domain/retention.ts';
import { type EraseParts, tellDepartments } from './erase.ts';

/** What becomes of a person's data by itself once nobody may keep it any longer. */
export interface Retaining {
  /** One round, of as much as is done at once; safe to run by several. */
  round(): Promise<void>;
}
export interface RetainingParts extends EraseParts {
  readonly retention: Retention;
  readonly log: Log;
}

/** Submissions in one round: each is a transaction of its own and a call to each of its departments. */
const submissionsAtOnce = 50;
/** Rows in one statement, and statements in one round: what is more waits for the next. */
const rowsAtOnce = 500;
const statements = 20;
/** An upload takes seconds: what is left of one after an hour broke off. */
const leftAfterMs = 60 * 60_000;

export function createRetaining(parts: RetainingParts): Retaining {
  const { store, files, pieces, now, retention, log } = parts;
  const { erasures } = store;
  const eraseEnded = async (at: string): Promise<void> => {
    const removing = { removeFile: files.remove, removePiece: pieces.remove };
    for (const id of await erasures.endedBefore(monthsBefore(now(), retention.content), submissionsAtOnce)) {
      const done = await erasures.erase(id, { cause: 'RETENTION', at, ...removing });
      if (done !== 'ERASED')
        log.warn({ submission: id, reason: done }, 'a submission whose time is over is still needed');
    }
    for (const id of await erasures.toTell(at, submissionsAtOnce)) await tellDepartments(parts, id);
  };
  const inBatches = async (remove: (most: number) => Promise<number>): Promise<void> => {
    for (let done = 0; done < statements && (await remove(rowsAtOnce)) === rowsAtOnce; done++);
  };
  return {
    async round() {
      await eraseEnded(new Date(now()).toISOString());
      const { content, requests, accesses } = retention;
      await inBatches((most) => store.letGo.requests(monthsBefore(now(), requests), most));
      await inBatches((most) => store.letGo.keys(monthsBefore(now(), requests), most));
      await inBatches((most) => store.letGo.accesses(monthsBefore(now(), accesses), most));
      await inBatches((most) => store.letGo.files(monthsBefore(now(), content), most, files.remove));
      for (const each of [files, pieces]) await each.removeLeft(now() - leftAfterMs);
    },
  };
}
