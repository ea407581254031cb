import { createHash, generateKeyPairSync } from 'node:crypto';
import { CompactSign, importJWK, type JWK } from 'jose';
import { createRelay } from '../../../subgraphs/departments/adapters/relay.ts';
import { type Line, takeAnswers } from '../../../subgraphs/departments/adapters/relay-answers.ts';
import { exportWaiting } from '../../../subgraphs/departments/adapters/relay-export.ts';
import {
  type FileRefusal,
  type Keys,
  keySet,
  openBytes,
  openWord,
  sealBytes,
} from '../../../subgraphs/departments/adapters/sealed-files.ts';
import { relaySettings } from '../../../subgraphs/departments/adapters/settings.ts';
import { createDeskFilings } from '../../../subgraphs/departments/store/filings.ts';
import { createMatterStore } from '../../../subgraphs/departments/store/matters.ts';
import { createOutbox } from '../../../subgraphs/departments/store/outgoing.ts';
import type { FileTaker } from '../../../subgraphs/runtime/definition.ts';
import { codes, receiptOf, theirs } from './http-stand.ts';
import { requireShape } from './shapes.ts';
import { noon, openTax, type Received, type Stand } from './stand.ts';

/** Keys of one side, and what the other side is given of them. */
export function keyPairs(name: string): { readonly own: Keys; readonly told: Keys } {
  const jwks = (['ed25519', 'x25519'] as const).map((kind) => {
    const { privateKey } = generateKeyPairSync(kind as 'ed25519');
    return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: `${name}-${kind}` };
  });
  const told = jwks.map(({ d: _private, ...each }) => each);
  return { own: keySet.parse({ keys: jwks }), told: keySet.parse({ keys: told }) };
}

/** The officers' side, on a network of its own: it opens what was carried in, and signs what is carried out. */
export function createOfficers(department: string, ours: Keys, us = 'yijianshi') {
  const { own, told } = keyPairs(department);
  const filings = new Map<string, Record<string, unknown>>();
  const states = new Map<string, { last: number; withdrawn: boolean; paid: string[] }>();
  const files = new Map<string, Buffer>();
  let number = 0;
  /** Reads a package, entry by entry; an entry that comes again changes nothing. */
  const take = async (medium: ReadonlyMap<string, string>, now = noon): Promise<void> => {
    for (const [name, text] of [...medium].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (name.includes('-')) files.set(name, Buffer.from(await openBytes(text, own)));
      else await takeEntry(text, now);
    }
  };
  const takeEntry = async (text: string, now: number): Promise<void> => {
    const opened = await openWord(text, { from: us, to: department, ours: own, theirs: ours, now });
    if (typeof opened === 'string') throw new Error(opened);
    const {
      number: entry,
      kind,
      filing,
      body,
    } = opened.word as {
      readonly number: number;
      readonly kind: string;
      readonly filing: string;
      readonly body: Record<string, unknown>;
    };
    const state = states.get(filing) ?? { last: 0, withdrawn: false, paid: [] };
    states.set(filing, state);
    if (entry <= state.last) return;
    state.last = entry;
    requireShape(kind.toLowerCase(), body);
    if (kind === 'FILING') filings.set(filing, body);
    if (kind === 'SUPPLEMENT')
      filings.set(filing, { ...filings.get(filing), form: body.form, evidence: body.evidence });
    if (kind === 'PAYMENT') state.paid.push(String(body.receiptNumber));
    if (kind === 'WITHDRAWAL') state.withdrawn = true;
  };
  const sign = async (word: unknown, more: { from?: string; to?: string; at?: number; key?: Keys } = {}) => {
    const { from = department, to = us, at = noon, key = own } = more;
    const signing = key.keys.find(({ crv }) => crv === 'Ed25519');
    return new CompactSign(Buffer.from(JSON.stringify({ iss: from, aud: to, iat: at / 1000, word })))
      .setProtectedHeader({ alg: 'EdDSA', kid: signing?.kid ?? '' })
      .sign(await importJWK(signing as unknown as JWK, 'EdDSA'));
  };
  return {
    ...{ own, told, filings, files, states, take, sign },
    /** An answer to the last that was carried in of a filing. */
    answer(filing: string, receipt: unknown, more: { number?: number; about?: number } = {}) {
      number += 1;
      return { number, filing, about: states.get(filing)?.last ?? 0, receipt, ...more };
    },
    /** Signed, then sealed for us. */
    seal: async (word: unknown): Promise<string> => sealBytes(Buffer.from(await sign(word)), ours),
  };
}

export interface RelayStand extends Stand {
  readonly officers: ReturnType<typeof createOfficers>;
  /** Everything that was carried out so far, by name. */
  readonly medium: Map<string, string>;
  carryOut(from?: number | null): Promise<number>;
  carryIn(text: string, now?: number): Promise<ReadonlyArray<Line> | FileRefusal | null>;
  /** Rows that lie in the outbox, and files. */
  waiting(): Promise<{ readonly entries: number; readonly files: number }>;
  readonly links: Map<string, Buffer>;
  readonly adminUrl: string;
  /** Keys of this side. */
  readonly own: Keys;
}

/** A department that staff carry data to and from. `links`: what opens which file; each opens once. */
export async function standOfRelay(): Promise<RelayStand> {
  const { db, sql, sealer, adminUrl, close } = await openTax();
  const ours = keyPairs('us');
  const officers = createOfficers('tax', ours.told);
  const settings = relaySettings.parse({ ours: 'ours', theirs: 'theirs', codes });
  const filings = createDeskFilings(db, sealer, () => noon);
  const outbox = createOutbox(db, sealer);
  const links = new Map<string, Buffer>();
  const takeFile: FileTaker = async (link) => {
    const content = links.get(link) ?? null;
    links.delete(link);
    return content;
  };
  const system = createRelay({
    ...{ filings, takeFile, matters: createMatterStore(db), codes: settings.codes, now: () => noon },
  });
  const medium = new Map<string, string>();
  const sides = { ours: ours.own, theirs: officers.told };
  const stand: RelayStand = {
    ...{ system, theirs, officers, medium, links, adminUrl, own: ours.own },
    async carryOut(from = null) {
      const write = async (name: string, text: string): Promise<void> => {
        medium.set(name, text);
      };
      const parts = { outbox, department: 'tax', us: 'yijianshi', ...sides, now: () => noon, write };
      const exported = await exportWaiting(parts, from);
      await officers.take(medium);
      return exported.length;
    },
    async carryIn(text, now = noon) {
      const opened = await openWord(text, { from: 'tax', to: 'yijianshi', ...sides, now });
      return typeof opened === 'string' ? opened : takeAnswers({ filings, codes: settings.codes }, opened.word);
    },
    async received(filing) {
      await stand.carryOut();
      const [body, state] = [officers.filings.get(filing), officers.states.get(filing)];
      if (!body) return null;
      return { ...body, withdrawn: state?.withdrawn ?? false, paid: state?.paid ?? [] } as unknown as Received;
    },
    count: async () => officers.filings.size,
    async decide(filing, word) {
      await stand.carryOut();
      const answers = [officers.answer(filing, receiptOf(word))];
      const lines = await stand.carryIn(await officers.seal({ answers }));
      if (typeof lines === 'string' || lines?.some(({ outcome }) => outcome !== 'TAKEN'))
        throw new Error(JSON.stringify(lines));
    },
    async waiting() {
      const [row] = await sql<{ entries: number; files: number }[]>`
        select (select count(*)::int from outgoing) as entries, (select count(*)::int from outgoing_files) as files`;
      return row ?? { entries: 0, files: 0 };
    },
    close,
  };
  return stand;
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
