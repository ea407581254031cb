import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, max, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { SealedPlaces } from '../runtime/keys/places.ts';
import type { Pseudonym, Sealer } from '../runtime/personal-data.ts';
import { versionedRecord } from '../runtime/records.ts';
import { readCode } from './domain/licence.ts';
import { type LicenceRow, licenceEvents, licences } from './tables.ts';

/** Whom a licence is about, as the form told. */
export interface Holder {
  readonly name: string | null;
  readonly identityNumber: string | null;
  /** ISO date. */
  readonly bornOn: string | null;
}
/** What a licence says of persons, sealed at rest. */
export interface LicenceRecord {
  readonly number: string;
  /** Whether its number tells who somebody is. */
  readonly personal: boolean;
  readonly subject: string;
  readonly spec: string | null;
  readonly holder: Holder;
  readonly data: unknown;
  readonly verificationCode: string;
}
export const licenceRecord = versionedRecord<LicenceRecord>('licence', []);

/** A licence, opened. */
export type KeptLicence = Omit<LicenceRow, 'account' | 'person' | 'code' | 'sealed'> & LicenceRecord;
export type NewLicence = Omit<KeptLicence, 'keptAt' | 'purpose'> & { readonly account: string };
/** What becomes of a licence that an institution would use up. */
export type UsedUp = { readonly licence: KeptLicence } | 'NOT_FOUND' | 'NOT_TAKEN' | 'CONSUMED' | 'EXPIRED';
export interface UseUp {
  readonly institution: string;
  /** Document types that it takes in. */
  readonly redeems: ReadonlyArray<string>;
  readonly purpose: string;
  /** ISO date and instant. */
  readonly today: string;
  readonly at: string;
}
/** Who asks: the account, and the identity number that its issuer vouches for. */
export interface Account {
  readonly account: string;
  readonly identityNumber: string | null;
}
export interface LicenceStore {
  /** Each id once: what is there stays as it is. */
  issue(issued: ReadonlyArray<NewLicence>, at: string): Promise<void>;
  /** By id, of those that the account holds or that are about who asks. */
  ofAccount(who: Account, ids: ReadonlyArray<string>): Promise<ReadonlyMap<string, KeptLicence>>;
  list(who: Account, documentType: string | null, limit: number, offset: number): Promise<ReadonlyArray<KeptLicence>>;
  count(who: Account, documentType: string | null): Promise<number>;
  /** Of these types, those that are not used up and have not ended before a day (ISO), the newest first. */
  usable(
    who: Account,
    documentTypes: ReadonlyArray<string>,
    on: string,
    limit: number,
  ): Promise<ReadonlyArray<KeptLicence>>;
  /** By submission, of those that the account holds. */
  ofSubmissions(who: Account, submissions: ReadonlyArray<string>): Promise<ReadonlyArray<KeptLicence>>;
  byCode(code: string): Promise<KeptLicence | null>;
  /** All or none; answers those that are used up for another purpose. The caller has looked whose they are. */
  redeem(ids: ReadonlyArray<string>, purpose: string, at: string): Promise<ReadonlyArray<string>>;
  /** By its verification code, under its lock: once, however many try, and the same again for the same purpose. */
  useUp(code: string, by: UseUp): Promise<UsedUp>;
  giveBack(purpose: string, at: string): Promise<number>;
  /** Those that somebody has, of what is about them what an institution issued alone, newest first. */
  held(who: Account, limit: number, offset: number): Promise<ReadonlyArray<KeptLicence>>;
  countHeld(who: Account): Promise<number>;
  /** Takes out of the account's vault; false: there was none. */
  remove(who: Account, id: string, at: string): Promise<boolean>;
  eraseOf(submission: string, at: string): Promise<number>;
  /** Takes out those that ended before a day, some at once; answers how many. */
  removeEnded(before: string, atOnce: number, at: string): Promise<number>;
  /** What happened to licences, in order. */
  events(ids: ReadonlyArray<string>): Promise<ReadonlyArray<typeof licenceEvents.$inferSelect>>;
}

const placeOf = (id: string): string => `licence ${id}`;

/** Every column of the vault that is sealed. */
export const sealedPlaces: SealedPlaces = {
  tables: [
    {
      name: 'licences',
      key: ['id'],
      columns: [{ name: 'sealed', as: 'BYTES', place: ({ id }) => placeOf(id as string) }],
    },
  ],
};

type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];
type Happened = Pick<typeof licenceEvents.$inferInsert, 'event' | 'purpose' | 'cause' | 'institution' | 'documentType'>;

export function createLicenceStore(db: PostgresJsDatabase, sealer: Sealer, pseudonym: Pseudonym): LicenceStore {
  const opened = ({ account: _account, person: _person, code: _code, sealed, ...row }: LicenceRow): KeptLicence => ({
    ...row,
    ...licenceRecord.read(sealer.open(sealed, placeOf(row.id))),
  });
  const isOf = ({ account, identityNumber }: Account): SQL | undefined =>
    or(
      eq(licences.account, pseudonym(account)),
      ...(identityNumber === null ? [] : [eq(licences.person, pseudonym(identityNumber))]),
    );
  /** What departments issued to an account, and what institutions issued to whoever signs in with the number. */
  const isHeldBy = ({ account, identityNumber }: Account): SQL | undefined =>
    or(
      eq(licences.account, pseudonym(account)),
      ...(identityNumber === null
        ? []
        : [and(isNotNull(licences.institution), eq(licences.person, pseudonym(identityNumber)))]),
    );
  const ofType = (documentType: string | null): SQL | undefined =>
    documentType === null ? undefined : eq(licences.documentType, documentType);
  const codeOf = (written: string): string | null => {
    const code = readCode(written);
    return code && pseudonym(`code ${code}`);
  };
  /** One more line in the history of each; the caller holds their rows' locks. */
  const note = async (
    transaction: Transaction,
    ids: ReadonlyArray<string>,
    at: string,
    happened: Happened,
  ): Promise<void> => {
    if (ids.length === 0) return;
    const last = await transaction
      .select({ licence: licenceEvents.licence, number: max(licenceEvents.number) })
      .from(licenceEvents)
      .where(inArray(licenceEvents.licence, [...ids]))
      .groupBy(licenceEvents.licence);
    const numbers = new Map(last.map(({ licence, number }) => [licence, number ?? 0]));
    await transaction
      .insert(licenceEvents)
      .values(ids.map((licence) => ({ licence, number: (numbers.get(licence) ?? 0) + 1, at, ...happened })));
  };
  /** In one order, so that two never wait for each other. */
  const locked = (transaction: Transaction, where: SQL | undefined, most?: number) => {
    const query = transaction.select().from(licences).where(where).orderBy(asc(licences.id)).for('update');
    return most === undefined ? query : query.limit(most);
  };
  const removeWhere = (where: SQL | undefined, cause: Happened['cause'], at: string, most?: number): Promise<number> =>
    db.transaction(async (transaction) => {
      const ids = (await locked(transaction, where, most)).map(({ id }) => id);
      if (ids.length === 0) return 0;
      await transaction.delete(licences).where(inArray(licences.id, ids));
      await note(transaction, ids, at, { event: 'REMOVED', cause: cause ?? null });
      return ids.length;
    });
  return {
    async issue(issued, at) {
      if (issued.length === 0) return;
      const rows = issued.map(
        ({ account, number, personal, subject, spec, holder, data, verificationCode, ...row }) => {
          const record: LicenceRecord = { number, personal, subject, spec, holder, data, verificationCode };
          return {
            ...{ id: row.id, submission: row.submission, filing: row.filing, matter: row.matter, issuer: row.issuer },
            ...{ document_type: row.documentType, trust: row.trust, consumable: row.consumable },
            ...{ issued_on: row.issuedOn, expires_on: row.expiresOn, institution: row.institution },
            ...{ request_hash: row.requestHash, account: pseudonym(account), code: codeOf(verificationCode) },
            person: holder.identityNumber === null ? null : pseudonym(holder.identityNumber),
            sealed: sealer.seal(licenceRecord.write(record), placeOf(row.id)).toString('base64'),
          };
        },
      );
      // One that its holder took out stays out, however often it is told. In one order, so that two never wait for each other.
      await db.execute(sql`
        with given as materialized (
          select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as new(
            id text, account text, person text, code text, submission text, filing text, matter text, issuer text,
            document_type text, trust text, consumable boolean, issued_on date, expires_on date, institution text,
            request_hash text, sealed text)
        ), added as (
          insert into licences (id, account, person, code, submission, filing, matter, issuer, document_type, trust, consumable,
            issued_on, expires_on, kept_at, institution, request_hash, sealed)
          select new.id, new.account, new.person, new.code, new.submission, new.filing, new.matter, new.issuer,
            new.document_type, new.trust, new.consumable, new.issued_on, new.expires_on, ${at}::text::timestamptz,
            new.institution, new.request_hash, decode(new.sealed, 'base64')
          from given new
          where new.id <> all (array(
            select gone.licence from licence_events gone
            where gone.licence = any(array(select id from given)) and gone.event = 'REMOVED'))
          order by new.id
          on conflict do nothing
          returning id, institution, document_type
        )
        insert into licence_events (licence, number, at, event, institution, document_type)
        select added.id,
          (select coalesce(max(known.number), 0) + 1 from licence_events known where known.licence = added.id),
          ${at}::text::timestamptz, 'ISSUED', added.institution,
          case when added.institution is null then null else added.document_type end
        from added`);
    },
    async ofAccount(who, ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select()
        .from(licences)
        .where(and(inArray(licences.id, [...ids]), isOf(who)));
      return new Map(rows.map((row) => [row.id, opened(row)]));
    },
    async list(who, documentType, limit, offset) {
      const rows = await db
        .select()
        .from(licences)
        .where(and(isOf(who), ofType(documentType)))
        .orderBy(desc(licences.issuedOn), desc(licences.id))
        .limit(limit)
        .offset(offset);
      return rows.map(opened);
    },
    async usable(who, documentTypes, on, limit) {
      if (documentTypes.length === 0) return [];
      const rows = await db
        .select()
        .from(licences)
        .where(
          and(
            isOf(who),
            inArray(licences.documentType, [...documentTypes]),
            isNull(licences.purpose),
            or(isNull(licences.expiresOn), gte(licences.expiresOn, on)),
          ),
        )
        .orderBy(desc(licences.issuedOn), desc(licences.id))
        .limit(limit);
      return rows.map(opened);
    },
    count: (who, documentType) => db.$count(licences, and(isOf(who), ofType(documentType))),
    async ofSubmissions(who, submissions) {
      if (submissions.length === 0) return [];
      const rows = await db
        .select()
        .from(licences)
        .where(and(inArray(licences.submission, [...submissions]), eq(licences.account, pseudonym(who.account))))
        .orderBy(asc(licences.id));
      return rows.map(opened);
    },
    async byCode(written) {
      const code = codeOf(written);
      if (code === null) return null;
      const [row] = await db.select().from(licences).where(eq(licences.code, code));
      return row ? opened(row) : null;
    },
    redeem: (ids, purpose, at) =>
      db.transaction(async (transaction) => {
        const rows = await locked(transaction, inArray(licences.id, [...ids]));
        const found = new Map(rows.map((row) => [row.id, row]));
        const taken = ids.filter((id) => {
          const row = found.get(id);
          return !row || (row.purpose !== null && row.purpose !== purpose);
        });
        const open = rows.filter((row) => row.purpose === null).map(({ id }) => id);
        if (taken.length > 0 || open.length === 0) return taken;
        await transaction
          .update(licences)
          .set({ purpose })
          .where(and(inArray(licences.id, open), isNull(licences.purpose)));
        await note(transaction, open, at, { event: 'REDEEMED', purpose });
        return [];
      }),
    useUp: (written, { institution, redeems, purpose, today, at }) =>
      db.transaction(async (transaction): Promise<UsedUp> => {
        const code = codeOf(written);
        const [row] = code === null ? [] : await locked(transaction, eq(licences.code, code));
        if (!row) return 'NOT_FOUND';
        if (!row.consumable || !redeems.includes(row.documentType)) return 'NOT_TAKEN';
        if (row.purpose === purpose) return { licence: opened(row) };
        if (row.purpose !== null) return 'CONSUMED';
        if (row.expiresOn !== null && row.expiresOn < today) return 'EXPIRED';
        await transaction.update(licences).set({ purpose }).where(eq(licences.id, row.id));
        await note(transaction, [row.id], at, {
          event: 'REDEEMED',
          purpose,
          institution,
          documentType: row.documentType,
        });
        return { licence: opened({ ...row, purpose }) };
      }),
    async held(who, limit, offset) {
      const rows = await db
        .select()
        .from(licences)
        .where(isHeldBy(who))
        .orderBy(desc(licences.issuedOn), desc(licences.id))
        .limit(limit)
        .offset(offset);
      return rows.map(opened);
    },
    countHeld: (who) => db.$count(licences, isHeldBy(who)),
    giveBack: (purpose, at) =>
      db.transaction(async (transaction) => {
        const ids = (await locked(transaction, eq(licences.purpose, purpose))).map(({ id }) => id);
        if (ids.length === 0) return 0;
        await transaction.update(licences).set({ purpose: null }).where(inArray(licences.id, ids));
        await note(transaction, ids, at, { event: 'GIVEN_BACK', purpose });
        return ids.length;
      }),
    remove: async (who, id, at) => (await removeWhere(and(eq(licences.id, id), isHeldBy(who)), 'HOLDER', at)) > 0,
    eraseOf: (submission, at) => removeWhere(eq(licences.submission, submission), 'ERASURE', at),
    removeEnded: (before, atOnce, at) => removeWhere(lt(licences.expiresOn, before), 'RETENTION', at, atOnce),
    events: async (ids) =>
      ids.length === 0
        ? []
        : db
            .select()
            .from(licenceEvents)
            .where(inArray(licenceEvents.licence, [...ids]))
            .orderBy(asc(licenceEvents.licence), asc(licenceEvents.number)),
  };
}
