import type { DocumentNode } from 'graphql';
import type postgres from 'postgres';
import type { Registry, SubgraphRow } from '../../schema/registry.ts';
import type { Retention } from '../../schema/retention.ts';
import type { CataloguePublication, PublishedMatter } from '../publishing/published.ts';
import type { Storage } from './blobs.ts';
import type { DatabaseOptions } from './database.ts';
import type { InnerPort } from './inner-port.ts';
import type { SealedPlaces } from './keys/places.ts';
import type { KeyWrapper } from './keys/wrapper.ts';
import type { LedgerKey } from './ledger-key.ts';
import type { Log } from './log.ts';
import type { Meters } from './meters.ts';
import type { Subgraph, SubgraphRequest, SubgraphResponse } from './subgraph.ts';
import type { SuiteName } from './suites/suite.ts';

/** Reaches a subgraph by its code, in process or over HTTP, where what is asked is signed. Rejects while it is out. */
export type Doors = (code: string) => (request: SubgraphRequest) => Promise<SubgraphResponse>;
/** Asks the whole graph as a service of it, `@inaccessible` parts included. */
export type GraphClient = (
  request: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  headers: Readonly<Record<string, string>>,
) => Promise<SubgraphResponse>;

/**
 * The sandbox moves no money: each demand waits until somebody there pays it, or is paid as it is made. A provider with a server of its own signs with the
 * key, and so do we.
 */
export type PaymentSettings =
  | { readonly provider: 'SANDBOX'; readonly paysAtOnce: boolean }
  | { readonly provider: 'HTTP'; readonly url: string; readonly key: Uint8Array };

/** The file of a link, as nobody in particular; null: it is not given, by this link or now. Of at most as many bytes as an upload has. */
export type FileTaker = (link: string) => Promise<Buffer | null>;

/** Where a program is told of the submissions that came through it. */
export interface WebhookEndpoint {
  /** Id of the program's key. */
  readonly client: string;
  readonly url: string;
  /** In Base64; each of them signs. */
  readonly secrets: ReadonlyArray<string>;
  /** It may lead to a private network, and go in clear. */
  readonly toPrivate: boolean;
}

/** Everything that a subgraph is given when it starts; it reads neither the environment nor the registry's file. */
export interface SubgraphContext<Row extends SubgraphRow = SubgraphRow> {
  readonly row: Row;
  readonly registry: Registry;
  /** What it serves. */
  readonly typeDefs: DocumentNode;
  /** Connects as its own role to its own schema. */
  readonly database: DatabaseOptions;
  /** Where it listens, if it does. */
  readonly port: InnerPort;
  /** Wrap the keys that seal its personal data; none where it keeps none. */
  readonly wrappers: ReadonlyArray<KeyWrapper>;
  /** Of what is written from now on. */
  readonly suite: SuiteName;
  /** How often it looks for new keys, in milliseconds; default `readEveryMs`. */
  readonly keysEveryMs?: number;
  /** Makes pseudonyms, by which rows are found. */
  readonly lookupKey: Buffer;
  /** Signs the rows of its ledgers; null: it has no key of its own (`asks`). */
  readonly ledgerKey: LedgerKey | null;
  readonly log: Log;
  /** The process's own. */
  readonly meters: Meters;
  readonly graph: GraphClient;
  readonly doors: Doors;
  /** Folder of the registers that a department answers from where it has no system of its own; null: it knows nobody. */
  readonly registers: string | null;
  /** `system.yaml` of a department that has a system of its own; null: nobody said where. */
  readonly system: string | null;
  readonly takeFile: FileTaker;
  /** Everything that is kept as files, by kind. */
  readonly storage: Storage;
  /** A server that scans files (ClamAV's protocol); null: there is none. */
  readonly scanner: { readonly host: string; readonly port: number } | { readonly path: string } | null;
  /** Who collects payments. */
  readonly payments: PaymentSettings;
  /** Programs that are told of their submissions; default none. */
  readonly webhooks?: ReadonlyArray<WebhookEndpoint>;
  /** Months for which what is held of persons is kept. */
  readonly retention: Retention;
  /** How often work in the background looks, in milliseconds, for what is due and after what is kept; default each part's own. */
  readonly pace?: { readonly dueMs?: number; readonly keptMs?: number };
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** In [0, 1): spreads what should not happen at once. */
  readonly chance: () => number;
}
/** One revision of the catalogue, to be written by whoever answers for a part of it. */
export interface Publication<Row extends SubgraphRow = SubgraphRow> {
  readonly row: Row;
  /** Of the subgraph, in the database. */
  readonly schema: string;
  readonly revision: number;
  readonly catalogue: {
    readonly publication: CataloguePublication;
    /** By department. */
    readonly departments: ReadonlyMap<string, ReadonlyArray<PublishedMatter>>;
  };
}

/** That a revision was published: by whom, why, and from which files. */
export interface PublicationAct {
  /** As the graph started, by somebody, or by somebody who went back to an earlier one. */
  readonly kind: 'STARTED' | 'PUBLISHED' | 'ROLLED_BACK';
  readonly author: string;
  readonly reason: string;
  /** Somebody else; null: nobody was asked. */
  readonly approvedBy: string | null;
  /** Packed, as whoever publishes packs them. */
  readonly files: Uint8Array;
  /** The proposal that it carries out; absent or null: none. */
  readonly proposal?: number | null;
}
/** What somebody would have published, and who let it be. */
export interface ProposedAct extends Pick<PublicationAct, 'author' | 'reason' | 'approvedBy'> {
  readonly kind: 'PUBLISHED' | 'ROLLED_BACK';
  readonly number: number;
  /** ISO timestamp. */
  readonly at: string;
  /** ISO date; null: the day on which it is published. */
  readonly holdsFrom: string | null;
  /** Why it was approved; null: it is not. */
  readonly approvalReason: string | null;
  /** Number of what it became; null: it is not published. */
  readonly revision: number | null;
}
export interface PublishedAct extends Omit<PublicationAct, 'files'> {
  readonly revision: number;
  /** ISO date; null: an earlier release published it, and did not say. */
  readonly holdsFrom: string | null;
  /** ISO timestamp. */
  readonly at: string;
}

/** Work in the background. */
export interface Work {
  /** Rejects with the reason where it does not go on. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * What the folder of a subgraph exports by default. The assembly knows no subgraph: it reads the registry, imports the folder of each row,
 * and takes from here how it starts and what the gateway has to know of it.
 */
export interface SubgraphDefinition<Row extends SubgraphRow = SubgraphRow> {
  /** Folder of its migrations, as drizzle keeps them. */
  readonly migrations: URL;
  start(context: SubgraphContext<Row>): Promise<Subgraph>;
  /** Where it keeps what is sealed; without it, it keeps nothing that is, and has no keys to seal with. */
  readonly sealed?: SealedPlaces;
  /** Whether it asks others, by `graph` or `doors`: then it has a key of its own to sign with, and others hear it. */
  readonly asks?: boolean;
  /** Works in the background: in the process of everything, or in processes of the role `worker`. */
  work?(context: SubgraphContext<Row>): Promise<Work>;
  /** Writes its part of a revision, inside the publisher's transaction. */
  publish?(transaction: postgres.Sql, publication: Publication<Row>): Promise<void>;
  /** Of the one subgraph that numbers revisions. It publishes last: its row is the switch. */
  readonly revisions?: {
    /** The number the next publication takes, and the revision with the same content that stands on the day from which it holds, or null. Locks out other publishers. */
    next(
      transaction: postgres.Sql,
      contentHash: string,
      holdsFrom: string,
    ): Promise<{ next: number; same: number | null }>;
    /** Writes beside a revision that was just published how it came to be. */
    record(transaction: postgres.Sql, revision: number, act: PublicationAct): Promise<void>;
    /** The newest first; of revisions of earlier releases nothing is known but that they were published. */
    history(sql: postgres.Sql, most: number): Promise<ReadonlyArray<PublishedAct>>;
    /** Written down before it is published, by numbers of their own. */
    readonly proposals: {
      propose(
        sql: postgres.Sql,
        proposal: Pick<ProposedAct, 'kind' | 'author' | 'reason' | 'holdsFrom'> & { readonly files: Uint8Array },
      ): Promise<number>;
      /** False: it was approved before. */
      approve(sql: postgres.Sql, proposal: number, by: { approver: string; reason: string }): Promise<boolean>;
      /** The newest first. */
      list(sql: postgres.Sql, most: number): Promise<ReadonlyArray<ProposedAct>>;
      filesOf(sql: postgres.Sql, proposal: number): Promise<Uint8Array | null>;
    };
    /** The files of a revision; null: there is no such revision, or nothing is known of it. */
    filesOf(sql: postgres.Sql, revision: number): Promise<Uint8Array | null>;
    /** What the gateway pins a whole request to on the day of the header `day`: asked for by `operation`, kept until a notification on `channel`. */
    readonly pin: {
      readonly header: string;
      readonly operation: string;
      readonly field: string;
      readonly channel: string;
      readonly day: string;
    };
  };
  /** Answered anew over Server-Sent Events on each notification; `operation` is a file of `schema/operations`. */
  readonly live?: ReadonlyArray<{ readonly path: string; readonly channel: string; readonly operation: string }>;
  /**
   * Routes of its own that are not GraphQL, and that the gateway passes on to it. One that takes a body answers HEAD as well: whether it
   * would, and by `upload-limit: max-size=N` how long it may be, for no body is read before. With PATCH what breaks off is gone on with
   * (draft-ietf-httpbis-resumable-upload): HEAD says how much stands, too.
   */
  readonly forward?: ReadonlyArray<{ readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST'; readonly path: string }>;
}
