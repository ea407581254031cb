import { createHttpJson } from '../../../subgraphs/departments/adapters/http-json.ts';
import { httpJsonSettings } from '../../../subgraphs/departments/adapters/settings.ts';
import { silentLog } from '../../../subgraphs/runtime/log.ts';
import { noon, type Stand, type Word } from './stand.ts';
import { startTheirServer, type TheirServer } from './their-server.ts';

export const key = Buffer.from('a key that both of them have in their safes');
/** What the office calls things. */
export const codes = {
  matters: { '330381SW000730040000': 'QS-04' },
  elements: { name: 'xm', 'identity-number': 'zjhm', 'home-address': 'fwzl', 'transfer-price': 'cjje' },
  documentTypes: { 'home-certificate': 'BDCQZS', 'deed-tax-receipt': 'QSWSZM' },
  questions: { 'contract-signed': 'sfwq' },
  roles: { BUYER: 'CSF', HOME: 'FW' },
  requirements: { 'SW3040-02': 'CL02' },
  refusalReasons: { OUT_OF_DISTRICT: 'E07' },
};
const values = { sex: { MALE: '1', FEMALE: '2' } };
const tables: ReadonlyArray<Readonly<Record<string, string>>> = Object.values(codes);
export const theirs = (code: string): string => tables.flatMap((table) => table[code] ?? [])[0] ?? code;

/** What their staff say, as their system writes it: in their codes, and Chinese alone. */
export function receiptOf(word: Word): Readonly<Record<string, unknown>> {
  switch (word.says) {
    case 'ACCEPTED':
      return { state: 'ACCEPTED' };
    case 'DEMANDS': {
      const demand = { amountFen: word.amountFen, items: { zh: '契税', en: 'Deed tax' }, payer: 'CSF' };
      return { state: 'AWAITING_PAYMENT', demand: { ...demand, channel: 'ONLINE', dueInWorkingDays: 10 } };
    }
    case 'CORRECT':
      return {
        state: 'NEEDS_CORRECTION',
        corrections: word.corrections.map(({ field, ...each }) => ({
          ...each,
          ...(field === null ? {} : { field: field.replace(/\.(.*)$/, (_all, element) => `.${theirs(element)}`) }),
        })),
      };
    case 'REFUSED':
      return { state: 'REFUSED', messages: word.reason, refusalReason: theirs(word.code) };
    case 'APPROVED':
      return {
        state: 'APPROVED',
        results: [
          {
            documentType: 'QSWSZM',
            subject: 'FW',
            party: 'home',
            number: word.number,
            issuedAt: '2026-11-27T12:00:00+08:00',
          },
        ],
      };
  }
}

export interface HttpStand extends Stand {
  readonly server: TheirServer;
}

/** A system of HTTP and JSON on a server of its own. */
export async function standOfHttp(deadlineMs?: number): Promise<HttpStand> {
  const server = await startTheirServer(key, () => noon);
  const settings = httpJsonSettings.parse({ url: server.url, key: 'key', codes: { ...codes, values } });
  const system = createHttpJson({
    ...{ ...settings, key, log: silentLog, now: () => noon },
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  });
  return {
    server,
    system,
    theirs,
    received: async (filing) => server.received(filing),
    count: async () => server.filings.size,
    decide: async (filing, word) => server.decide(filing, receiptOf(word)),
    close: async () => {
      await system.close();
      await server.close();
    },
  };
}
