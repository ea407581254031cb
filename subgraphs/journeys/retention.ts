import type { Retention } from '../../schema/retention.ts';
import { isDatabaseOut } from '../runtime/database-out.ts';
import type { Log } from '../runtime/log.ts';
import { monthsBefore } from './domain/retention.ts';
import { type EraseParts, tellAgainMs, tellDepartments } from './erase.ts';

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
  /** Of one that cannot be done nobody else has to wait: it is told, and tried again in the next round. */
  const tried = async (id: string, work: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await work();
    } catch (err) {
      if (isDatabaseOut(err)) throw err;
      log.error({ err, submission: id }, 'a submission could not be erased');
      return false;
    }
  };
  const eraseOne = async (id: string, at: string): Promise<boolean> => {
    const removing = { removeFile: files.remove, removePiece: pieces.remove };
    const done = await erasures.erase(id, { cause: 'RETENTION', at, ...removing });
    if (done !== 'ERASED')
      log.warn({ submission: id, reason: done }, 'a submission whose time is over is still needed');
    return done === 'ERASED';
  };
  const eraseEnded = async (at: string): Promise<void> => {
    const before = monthsBefore(now(), retention.content);
    let kept = 0;
    let erased = 0;
    for (let page = 0; page < statements && erased < submissionsAtOnce; page++) {
      const ids = await erasures.endedBefore(before, submissionsAtOnce, kept);
      for (const id of ids) {
        if (await tried(id, () => eraseOne(id, at))) erased += 1;
        else kept += 1;
      }
      if (ids.length < submissionsAtOnce) break;
    }
    for (const id of await erasures.toTell(at, submissionsAtOnce)) {
      const told = await tried(id, async () => {
        await tellDepartments(parts, id);
        return true;
      });
      if (!told) await erasures.tellAgain(id, new Date(now() + tellAgainMs).toISOString());
    }
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
