import { z } from 'zod';
import { maxima } from '../language/maxima.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import type { Page, PageArguments } from '../runtime/page.ts';
import type { OpenDoor } from './doors.ts';
import { personalTables } from './personal-tables.ts';
import type { HeldPlace, HeldRecord } from './store/held.ts';
import type { SubmissionStore } from './store/index.ts';
import { createTellOfOneself } from './told-of-oneself.ts';

/** Keys are ids and pseudonyms. */
const cursor = z.tuple([z.enum(Object.keys(personalTables)), z.string().regex(/^[\w: -]{0,300}$/)]);
export type MyData = (page: PageArguments, identity: Identity | null) => Promise<Page<HeldRecord>>;

/**
 * Everything that is held of who asks, here and at the desks that have filings of theirs: as many records as were asked for, or as one
 * answer holds. Of what sources provided about somebody else, that they did. What is added meanwhile moves nothing, for a cursor names the record before it.
 */
export function createMyData(store: SubmissionStore, openDoor: OpenDoor): MyData {
  const { held, pseudonym } = store;
  return async ({ first, after }, identity) => {
    const who = requireIdentity(identity);
    const { kind, subject: account } = who;
    if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_DATA');
    const most = maxima.pageItems;
    if (first < 0 || first > most) throw refusal('INVALID_PAGE', { most });
    const subject = pseudonym(account);
    const tell = createTellOfOneself(store, who);
    const nodes: HeldRecord[] = [];
    let end = after == null ? null : readCursor(after);
    let bytes = 0;
    const totalCount = await held.count(subject);
    const page = (hasNextPage: boolean): Page<HeldRecord> => {
      const endCursor = nodes.length === 0 ? null : Buffer.from(JSON.stringify(end)).toString('base64url');
      return { nodes, pageInfo: { hasNextPage, endCursor }, totalCount };
    };
    for (;;) {
      const found = await held.after(subject, end);
      if (found.length === 0) return page(false);
      const told = await Promise.all(
        found.map(async (each) => ({ ...each, record: await tell(await withDesk(openDoor, each.record)) })),
      );
      for (const { place, record } of told) {
        bytes += Buffer.byteLength(JSON.stringify(record));
        if (nodes.length === first || (nodes.length > 0 && bytes > maxima.personalDataBytes)) return page(true);
        nodes.push(record);
        end = place;
      }
    }
  };
}

/** A filing with what its department holds of it: `atDepartment`, or in `department` that it did not answer, or tells it only itself. */
async function withDesk(openDoor: OpenDoor, record: HeldRecord): Promise<HeldRecord> {
  const { id, department, state } = record.data;
  if (record.kind !== 'FILING' || state === 'WAITING') return record;
  const said = await openDoor(String(department))?.held(String(id));
  const atDepartment = said?.kind === 'TOLD' ? said.told : null;
  return { ...record, data: { ...record.data, atDepartment, departmentSaid: said?.kind ?? 'NOT_KNOWN' } };
}

function readCursor(text: string): HeldPlace {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw refusal('INVALID_PAGE', { most: maxima.pageItems });
  }
}
