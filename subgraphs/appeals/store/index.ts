import { desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { standingRevision } from '../../runtime/beginnings.ts';
import type { LedgerKey } from '../../runtime/ledger-key.ts';
import type { Pseudonym, Sealer } from '../../runtime/personal-data.ts';
import { type IntakePlace, type IntakePoint, pointKey } from '../domain/intake.ts';
import type { AppealRules } from '../domain/rules.ts';
import { intakePoints, matters, rules } from '../tables.ts';
import { type Accesses, createAccesses } from './accesses.ts';
import type { Newcomer, Origin, Received } from './arranging.ts';
import { createErasing, type Erasing } from './erasing.ts';
import { type CreatedFigures, createFigures } from './figures.ts';
import { createLikeClasses, type LikeClasses } from './like-classes.ts';
import { createMerging, type Merging } from './merging.ts';
import { createNotices, type Notices } from './notices.ts';
import { createProving, type Proving } from './proof.ts';
import { createReading, type Reading } from './reading.ts';
import { receive } from './receiving.ts';
import { createRecords } from './records.ts';
import { createStepping, type Stepping } from './stepping.ts';
import { createWords, type Words } from './words.ts';

export type { Newcomer, Origin, Received } from './arranging.ts';
export type { SatisfactionScope } from './figures.ts';
export type { Merged } from './merging.ts';
export type { Notice } from './notices.ts';
export { publishRules } from './publish.ts';
export { type KeptAppeal, type KeptEvent, type KeptSource, sealedPlaces } from './records.ts';
export type { Stepped } from './stepping.ts';
export type { AskedWord, Worded } from './words.ts';

export interface AppealStore
  extends Reading,
    Stepping,
    Words,
    Erasing,
    CreatedFigures,
    Accesses,
    Notices,
    Merging,
    LikeClasses,
    Proving {
  rules(): Promise<AppealRules | null>;
  /** Tells files apart by their SHA-256, and tells nobody which they are. */
  digestOf(sha256: string): string;
  departmentOf(matter: string): Promise<string | null>;
  /** By matter; those that there are. */
  departmentsOf(matters: ReadonlyArray<string>): Promise<ReadonlyMap<string, string>>;
  /** However it was typed; null: no such code hangs anywhere. */
  point(code: string): Promise<IntakePoint | null>;
  /** Those that still hang, by code; places by theirs. */
  points(codes: ReadonlyArray<string>): Promise<ReadonlyMap<string, IntakePoint>>;
  places(codes: ReadonlyArray<string>): Promise<ReadonlyMap<string, IntakePlace>>;
  /** In the order given. */
  receive(origin: Origin, newcomers: ReadonlyArray<Newcomer>): Promise<ReadonlyArray<Received>>;
}

export function createAppealStore(
  db: PostgresJsDatabase,
  sealer: Sealer,
  pseudonym: Pseudonym,
  ledgerKey: LedgerKey,
): AppealStore {
  const records = createRecords(sealer, pseudonym, ledgerKey);
  const departmentsOf = async (codes: ReadonlyArray<string>): Promise<ReadonlyMap<string, string>> => {
    if (codes.length === 0) return new Map();
    const rows = await db
      .select()
      .from(matters)
      .where(inArray(matters.code, [...codes]));
    return new Map(rows.map(({ code, department }) => [code, department]));
  };
  return {
    ...createReading(db, records),
    ...createStepping(db, records),
    ...createWords(db, records),
    ...createErasing(db, records),
    ...createFigures(db),
    ...createAccesses(db, records),
    ...createNotices(db, records),
    ...createMerging(db, records),
    ...createLikeClasses(db, records, ledgerKey),
    ...createProving(db, ledgerKey),
    async rules() {
      const [row] = await db
        .select()
        .from(rules)
        .where(lte(rules.revision, standingRevision()))
        .orderBy(desc(rules.revision))
        .limit(1);
      // Of a revision that an earlier release published.
      return row ? { ...row.content, platforms: row.content.platforms ?? [] } : null;
    },
    departmentOf: async (matter) => (await departmentsOf([matter])).get(matter) ?? null,
    departmentsOf,
    digestOf: (sha256) => pseudonym(`file ${sha256}`),
    async point(code) {
      const key = pointKey(code);
      const [row] = key === null ? [] : await db.select().from(intakePoints).where(eq(intakePoints.key, key));
      return row?.content ?? null;
    },
    async points(codes) {
      const keys = codes.flatMap((code) => pointKey(code) ?? []);
      const rows = keys.length === 0 ? [] : await db.select().from(intakePoints).where(inArray(intakePoints.key, keys));
      return new Map(rows.map(({ content }) => [content.code, content]));
    },
    async places(codes) {
      if (codes.length === 0) return new Map();
      const place = sql<string>`${intakePoints.content}->'place'->>'code'`;
      const rows = await db
        .select()
        .from(intakePoints)
        .where(inArray(place, [...codes]));
      return new Map(rows.map(({ content }) => [content.place.code, content.place]));
    },
    receive: (origin, newcomers) => db.transaction((transaction) => receive(transaction, records, origin, newcomers)),
  };
}
export type { ClassRefusal, KeptClass, KeptClassEvent, OfClass } from './like-classes.ts';
