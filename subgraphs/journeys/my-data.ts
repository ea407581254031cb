import { z } from 'zod';
import { maxima } from '../language/maxima.ts';
import type { PartPage } from '../runtime/ask-part.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import type { Page, PageArguments } from '../runtime/page.ts';
import type { Appeals } from './appeals.ts';
import type { Appointments } from './appointments.ts';
import type { OpenDoor } from './doors.ts';
import type { Offers } from './offers.ts';
import { personalTables } from './personal-tables.ts';
import type { HeldPlace, HeldRecord } from './store/held.ts';
import type { SubmissionStore } from './store/index.ts';
import type { Supervision } from './supervision.ts';
import { createTellOfOneself } from './told-of-oneself.ts';
import { vaultAccount } from './use-licences.ts';
import type { Vault } from './vault.ts';

/** Another part of the graph that holds something of people; asked after all tables here, in this order. */
interface Elsewhere {
  readonly place: string;
  readonly kind: 'LICENCE' | 'APPEAL' | 'APPOINTMENT' | 'OFFER' | 'REVIEW';
  /** Said in place of what it would have told. */
  readonly out: Readonly<Record<string, unknown>>;
  data(account: string, first: number, after: string | null, identityNumber: string | null): Promise<PartPage | 'OUT'>;
}
const elsewherePlaces = ['licences', 'appeals', 'appointments', 'offers', 'reviews'];
/** Keys are ids and pseudonyms. */
const cursor = z.tuple([
  z.enum([...Object.keys(personalTables), ...elsewherePlaces]),
  z.string().regex(/^[\w: -]{0,300}$/),
]);
export type MyData = (page: PageArguments, identity: Identity | null) => Promise<Page<HeldRecord>>;

/**
 * Everything that is held of who asks, here and at the desks that have filings of theirs: as many records as were asked for, or as one
 * answer holds. Of what sources provided about somebody else, that they did. What is added meanwhile moves nothing, for a cursor names the record before it.
 */
export function createMyData(
  store: SubmissionStore,
  openDoor: OpenDoor,
  vault: Vault,
  appeals: Appeals,
  appointments: Appointments,
  offers: Offers,
  supervision: Supervision,
): MyData {
  const { held, pseudonym } = store;
  const elsewhere: ReadonlyArray<Elsewhere> = [
    { place: 'licences', kind: 'LICENCE', out: { vaultSaid: 'OUT' }, data: vault.data },
    { place: 'appeals', kind: 'APPEAL', out: { appealsSaid: 'OUT' }, data: appeals.data },
    { place: 'appointments', kind: 'APPOINTMENT', out: { appointmentsSaid: 'OUT' }, data: appointments.data },
    { place: 'offers', kind: 'OFFER', out: { policiesSaid: 'OUT' }, data: offers.data },
    { place: 'reviews', kind: 'REVIEW', out: { supervisionSaid: 'OUT' }, data: supervision.data },
  ];
  return async ({ first, after }, identity) => {
    const who = requireIdentity(identity);
    const { kind, subject: account } = who;
    if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_DATA');
    const most = maxima.pageItems;
    if (first < 0 || first > most) throw refusal('INVALID_PAGE', { most });
    const { identityNumber } = vaultAccount(who);
    const subject = pseudonym(account);
    const tell = createTellOfOneself(store, who);
    const from = after == null ? null : readCursor(after);
    const [own, ...others] = await Promise.all([
      held.count(subject),
      ...elsewhere.map(async ({ data }) => countOf(await data(account, 0, null, identityNumber))),
    ]);
    const page = ({ nodes, end }: Part, isMore: boolean): Page<HeldRecord> => ({
      nodes,
      pageInfo: { hasNextPage: isMore, endCursor: nodes.length === 0 ? null : writeCursor(end) },
      totalCount: others.reduce((sum, each) => sum + each, own),
    });
    const begin = elsewhere.findIndex(({ place }) => place === from?.[0]);
    const here = begin < 0 ? await ownPart(first, from) : { nodes: [], end: from, isMore: false };
    if (here.isMore) return page(here, true);
    const nodes = [...here.nodes];
    let end = here.end;
    let key = begin < 0 ? '' : (from?.[1] ?? '');
    for (const [index, part] of [...elsewhere.entries()].slice(Math.max(begin, 0))) {
      const left = first - nodes.length;
      // What is not asked for on this page begins the next.
      if (left <= 0) return page({ nodes, end: [part.place, key] }, others.slice(index).some(Boolean));
      const kept = await ofPart(part, who, left, key);
      nodes.push(...kept.nodes);
      end = kept.end;
      key = '';
      if (kept.isMore) return page({ nodes, end }, true);
    }
    return page({ nodes, end }, false);

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

/** One that does not answer counts as one record, which says so. */
const countOf = (said: PartPage | 'OUT'): number => (said === 'OUT' ? 1 : said.totalCount);

async function ofPart(
  { place, kind, out, data }: Elsewhere,
  who: Identity,
  first: number,
  from: string,
): Promise<Required<Part>> {
  const { account, identityNumber } = vaultAccount(who);
  const kept = await data(account, first, from === '' ? null : from, identityNumber);
  if (kept === 'OUT')
    return { nodes: [{ kind, id: place, submission: null, data: out }], end: [place, from], isMore: false };
  const nodes = kept.nodes.map((each) => ({ kind, id: each.id, submission: each.submission, data: each }));
  return { nodes, end: [place, kept.endCursor ?? ''], isMore: kept.endCursor !== null };
}

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
