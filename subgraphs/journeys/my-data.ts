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
import type { Vault } from './vault.ts';

/** Comes after all tables here: the vault is asked for what it holds. */
const vaultPlace = 'licences';
/** Keys are ids and pseudonyms. */
const cursor = z.tuple([z.enum([...Object.keys(personalTables), vaultPlace]), z.string().regex(/^[\w: -]{0,300}$/)]);
export type MyData = (page: PageArguments, identity: Identity | null) => Promise<Page<HeldRecord>>;

/**
 * Everything that is held of who asks, here and at the desks that have filings of theirs: as many records as were asked for, or as one
 * answer holds. Of what sources provided about somebody else, that they did. What is added meanwhile moves nothing, for a cursor names the record before it.
 */
export function createMyData(store: SubmissionStore, openDoor: OpenDoor, vault: Vault): MyData {
  const { held, pseudonym } = store;
  return async ({ first, after }, identity) => {
    const who = requireIdentity(identity);
    const { kind, subject: account } = who;
    if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_DATA');
    const most = maxima.pageItems;
    if (first < 0 || first > most) throw refusal('INVALID_PAGE', { most });
    const subject = pseudonym(account);
    const tell = createTellOfOneself(store, who);
    const from = after == null ? null : readCursor(after);
    const [own, inVault] = await Promise.all([held.count(subject), vault.data(account, 0, null)]);
    const licences = inVault === 'OUT' ? 1 : inVault.totalCount;
    const page = ({ nodes, end }: Part, isMore: boolean): Page<HeldRecord> => ({
      nodes,
      pageInfo: { hasNextPage: isMore, endCursor: nodes.length === 0 ? null : writeCursor(end) },
      totalCount: own + licences,
    });
    const here = from?.[0] === vaultPlace ? { nodes: [], end: from, isMore: false } : await ownPart(first, from);
    if (here.isMore) return page(here, true);
    const left = first - here.nodes.length;
    if (left <= 0) return page({ nodes: here.nodes, end: [vaultPlace, ''] }, licences > 0);
    const kept = await ofVault(vault, account, left, from?.[0] === vaultPlace ? from[1] : '');
    return page({ nodes: [...here.nodes, ...kept.nodes], end: kept.end }, kept.isMore);

    /** What stands in tables here, in their order. */
    async function ownPart(wanted: number, begin: HeldPlace | null): Promise<Part> {
      const nodes: HeldRecord[] = [];
      let end = begin;
      let bytes = 0;
      for (;;) {
        const found = await held.after(subject, end);
        if (found.length === 0) return { nodes, end, isMore: false };
        const told = await Promise.all(
          found.map(async (each) => ({ ...each, record: await tell(await withDesk(openDoor, each.record)) })),
        );
        for (const { place, record } of told) {
          bytes += Buffer.byteLength(JSON.stringify(record));
          if (nodes.length === wanted || (nodes.length > 0 && bytes > maxima.personalDataBytes))
            return { nodes, end, isMore: true };
          nodes.push(record);
          end = place;
        }
      }
    }
  };
}

/** Some records, the place of the last, and whether there are more of the same kind. */
interface Part {
  readonly nodes: ReadonlyArray<HeldRecord>;
  readonly end: HeldPlace | null;
  readonly isMore?: boolean;
}

async function ofVault(vault: Vault, account: string, first: number, from: string): Promise<Required<Part>> {
  const kept = await vault.data(account, first, from === '' ? null : from);
  if (kept === 'OUT') return { nodes: [vaultOut], end: [vaultPlace, from], isMore: false };
  const nodes = kept.nodes.map((data) => ({
    ...{ kind: 'LICENCE' as const, id: data.id, submission: data.submission, data },
  }));
  return { nodes, end: [vaultPlace, kept.endCursor ?? ''], isMore: kept.endCursor !== null };
}

/** Said in place of what the vault would have told. */
const vaultOut: HeldRecord = { kind: 'LICENCE', id: vaultPlace, submission: null, data: { vaultSaid: 'OUT' } };

/** A filing with what its department holds of it: `atDepartment`, or in `department` that it did not answer, or tells it only itself. */
async function withDesk(openDoor: OpenDoor, record: HeldRecord): Promise<HeldRecord> {
  const { id, department, state } = record.data;
  if (record.kind !== 'FILING' || state === 'WAITING') return record;
  const said = await openDoor(String(department))?.held(String(id));
  const atDepartment = said?.kind === 'TOLD' ? said.told : null;
  return { ...record, data: { ...record.data, atDepartment, departmentSaid: said?.kind ?? 'NOT_KNOWN' } };
}

const writeCursor = (place: HeldPlace | null): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function readCursor(text: string): HeldPlace {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw refusal('INVALID_PAGE', { most: maxima.pageItems });
  }
}
