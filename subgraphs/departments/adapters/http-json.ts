import { createHash, createHmac } from 'node:crypto';
import { Pool } from 'undici';
import { CodedError, refusal } from '../../runtime/errors.ts';
import type { Log } from '../../runtime/log.ts';
import { readRetryAfter } from '../../runtime/unanswered.ts';
import type { Receipt } from '../filing.ts';
import type { DepartmentSystem } from '../system.ts';
import { createCoding, type EvidenceRow, type Outgoing } from './codes.ts';
import { systemOut } from './out.ts';
import type { Codes } from './settings.ts';
import { erasedWord, providedWord, receiptWord, refusalWord, type TheirReceipt } from './words.ts';

export interface HttpJsonOptions {
  /** `/filings` and `/evidence` stand under it. */
  readonly url: string;
  /** Both have it: every call is signed with it. */
  readonly key: Uint8Array;
  readonly codes: Codes;
  readonly log: Log;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** Until a call has been answered whole, in milliseconds; less than whoever files waits for. */
  readonly deadlineMs?: number;
}
export interface HttpJsonSystem extends DepartmentSystem {
  close(): Promise<void>;
}

const usualDeadlineMs = 8000;
/** Of all that is held of one filing; a receipt has some kilobytes. */
const longestAnswer = 1024 * 1024;
const connectionsAtOnce = 8;

type Method = 'GET' | 'POST';
/** What came back and counts: 2xx with JSON, or that there is no such thing. */
type Said = { readonly kind: 'SAID'; readonly body: unknown } | { readonly kind: 'NOT_FOUND' };

/** What is signed: the method, the path, the second, the key under which it is done once, and the SHA-256 of the body, a line each. */
export const statementOf = (method: string, path: string, second: number, once: string, body: string): string =>
  [method, path, second, once, createHash('sha256').update(body).digest('hex')].join('\n');

/**
 * A department's system that speaks plain HTTP and JSON (INTEGRATORS.md, `schema/department-system.schema.json`). It keeps the filings; nothing of them is kept here. Each call is
 * signed, and done once by its `idempotency-key`; the status counts before the body.
 */
export function createHttpJson(options: HttpJsonOptions): HttpJsonSystem {
  const { url, key, codes, log, now, deadlineMs = usualDeadlineMs } = options;
  const coding = createCoding(codes);
  const { origin, pathname } = new URL(url);
  const under = pathname.replace(/\/$/, '');
  const pool = new Pool(origin, {
    maxResponseSize: longestAnswer,
    connections: connectionsAtOnce,
    connect: { timeout: deadlineMs },
  });
  const signed = (method: Method, path: string, once: string, body: string): string => {
    const second = Math.floor(now() / 1000);
    const mac = createHmac('sha256', key)
      .update(statementOf(method, path, second, once, body))
      .digest('hex');
    return `t=${second},v1=${mac}`;
  };
  /** Throws `DEPARTMENT_SYSTEM_OUT` where nothing counts as an answer, and what the system refuses with. */
  const call = async (method: Method, place: string, once = '', content: unknown = undefined): Promise<Said> => {
    const path = `${under}${place}`;
    const body = content === undefined ? '' : JSON.stringify(content);
    try {
      const answer = await pool.request({
        method,
        path,
        headers: {
          accept: 'application/json',
          'yijianshi-signature': signed(method, path, once, body),
          ...(once === '' ? {} : { 'idempotency-key': once }),
          ...(method === 'POST' ? { 'content-type': 'application/json; charset=utf-8' } : {}),
        },
        ...(method === 'POST' ? { body } : {}),
        signal: AbortSignal.timeout(deadlineMs),
      });
      const { statusCode, headers } = answer;
      if (statusCode === 200 || statusCode === 201) return { kind: 'SAID', body: await answer.body.json() };
      if (statusCode === 422) throw refused(await answer.body.text());
      await answer.body.dump();
      if (statusCode === 404) return { kind: 'NOT_FOUND' };
      if (statusCode === 409) throw refusal('FILING_ID_REUSED');
      log.warn({ status: statusCode, method, place: kindOf(place) }, 'a department’s system did not answer');
      throw systemOut(readRetryAfter(headers));
    } catch (error) {
      if (error instanceof CodedError) throw error;
      log.warn({ err: error, method, place: kindOf(place) }, 'a department’s system did not answer');
      throw systemOut(null);
    }
  };
  const read = (body: unknown): TheirReceipt => {
    const said = receiptWord.safeParse(body);
    if (!said.success) throw refusal('RECEIPT_INVALID');
    return coding.receipt(said.data);
  };
  const placeOf = (filing: string): string => `/filings/${encodeURIComponent(filing)}`;
  const receiptOf = (filing: string, { state, messages, corrections, results }: TheirReceipt): Receipt => ({
    ...{ filing, state, messages, corrections, results },
  });
  const mutate = async (filing: string, place: string, once: string, content: unknown): Promise<Receipt> => {
    const said = await call('POST', `${placeOf(filing)}/${place}`, once, content);
    if (said.kind === 'NOT_FOUND') throw refusal('FILING_NOT_FOUND');
    return receiptOf(filing, read(said.body));
  };
  const standing = async (filing: string): Promise<TheirReceipt | null> => {
    const said = await call('GET', placeOf(filing));
    return said.kind === 'NOT_FOUND' ? null : read(said.body);
  };
  return {
    async accept(filing) {
      const content = coding.filing(filing as Outgoing);
      const said = await call('POST', '/filings', filing.id, content);
      // There is no such address: nothing was said of the filing.
      if (said.kind === 'NOT_FOUND') throw systemOut(null);
      return receiptOf(filing.id, read(said.body));
    },
    supplement: (filing, supplement, form, evidence) =>
      mutate(filing, 'supplements', supplement, {
        id: supplement,
        form: coding.form(form),
        evidence: coding.evidence(evidence as ReadonlyArray<EvidenceRow>),
      }),
    paid: ({ filing, ...paid }) => mutate(filing, 'payments', paid.id, paid),
    withdraw: (filing, reason) => mutate(filing, 'withdrawal', `withdrawal ${filing}`, { reason }),
    decide: () => Promise.reject(refusal('DECIDED_ELSEWHERE')),
    async find(filing) {
      const found = await standing(filing);
      return found && receiptOf(filing, found);
    },
    demand: async (filing) => (await standing(filing))?.demand ?? null,
    refusalReason: async (filing) => (await standing(filing))?.refusalReason ?? null,
    async provide(request) {
      const said = await call('POST', '/evidence', request.id, coding.request(request));
      if (said.kind === 'NOT_FOUND') return null;
      const provided = providedWord.safeParse(said.body);
      if (provided.success) return coding.evidenceOf(provided.data);
      const at = provided.error.issues.slice(0, 5).map(({ path }) => path.join('.'));
      log.warn({ at }, 'a department’s register answered what is no evidence');
      throw systemOut(null);
    },
    async held(filing) {
      const said = await call('GET', `${placeOf(filing)}/held`);
      return said.kind === 'SAID' && typeof said.body === 'object' ? said.body : null;
    },
    async erase(filing) {
      const said = await call('POST', `${placeOf(filing)}/erasure`, `erasure ${filing}`, {});
      if (said.kind === 'NOT_FOUND') return null;
      const erased = erasedWord.safeParse(said.body);
      if (!erased.success) throw systemOut(null);
      return erased.data;
    },
    close: () => pool.destroy(),
  };
}

/** Of a place what may be logged: without the filing. */
const kindOf = (place: string): string => place.replace(/^\/filings\/[^/]+/, '/filings/…');

/** What a system refuses with is told in its own words, and by its code. */
function refused(text: string): CodedError {
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // It refuses without a word.
  }
  const said = refusalWord.safeParse(body);
  return said.success ? new CodedError(said.data.code, said.data.message) : refusal('REJECTED');
}
