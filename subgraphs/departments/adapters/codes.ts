import type { EvidenceRequestInput } from '../../../schema/generated/departments.ts';
import { own } from '../../language/own.ts';
import type { Form } from '../filing.ts';
import type { Codes } from './settings.ts';
import type { TheirEvidence, TheirReceipt } from './words.ts';

/** The file of an evidence item, as it is offered to a system of a department's own. */
export interface OfferedFile {
  /** For one GET within minutes, relative to the gateway. */
  readonly url?: string;
  readonly expiresAt?: string;
  /** Where it lies in what is carried, in place of a link. */
  readonly entry?: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
}
/** How a material came, and its file. */
export interface EvidenceItem {
  readonly material: string;
  readonly upload?: string | null;
  readonly download?: OfferedFile;
}
/** How one requirement row is met. */
export interface EvidenceRow {
  readonly requirement: string;
  readonly fate: string;
  readonly sources: ReadonlyArray<string>;
  readonly materials: ReadonlyArray<EvidenceItem>;
  readonly documents?: ReadonlyArray<Readonly<Record<string, unknown>> & { readonly documentType: string }>;
}
/** What is sent of a filing, in whoever's codes. */
export interface Outgoing {
  readonly id: string;
  readonly matter: string;
  readonly party?: string | null | undefined;
  readonly parties: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly form: Form;
  readonly evidence: ReadonlyArray<EvidenceRow>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly produced: ReadonlyArray<
    Readonly<Record<string, unknown>> & { readonly documentType: string; readonly subject: string }
  >;
  readonly unverified?: ReadonlyArray<unknown> | null | undefined;
}

/** Between the catalogue's codes and a department's own. What stands in no table is the same on both sides. */
export interface Coding {
  filing(filing: Outgoing): Outgoing;
  form(form: Form): Form;
  evidence(evidence: ReadonlyArray<EvidenceRow>): ReadonlyArray<EvidenceRow>;
  request(request: EvidenceRequestInput): EvidenceRequestInput;
  /** Of what the department says. */
  receipt(receipt: TheirReceipt): TheirReceipt;
  evidenceOf(provided: TheirEvidence): TheirEvidence;
}

type Table = Readonly<Record<string, string>>;

export function createCoding(codes: Codes): Coding {
  const to = (table: Table) => (code: string) => own(table, code) ?? code;
  const turned = (table: Table): Table =>
    Object.fromEntries(Object.entries(table).map(([ours, theirs]) => [theirs, ours]));
  const from = (table: Table) => to(turned(table));
  const value = (of: string, given: unknown): unknown =>
    typeof given === 'string' || typeof given === 'boolean'
      ? (own(own(codes.values, of) ?? {}, String(given)) ?? given)
      : given;
  const keyed = <Value>(
    record: Readonly<Record<string, Value>>,
    table: Table,
    each: (key: string, value: Value) => Value,
  ) => Object.fromEntries(Object.entries(record).map(([key, of]) => [to(table)(key), each(key, of)]));
  const form: Coding['form'] = (given) =>
    Object.fromEntries(
      Object.entries(given as Readonly<Record<string, Readonly<Record<string, unknown>>>>).map(([party, fields]) => [
        party,
        keyed(fields, codes.elements, value),
      ]),
    );
  const documentType = to(codes.documentTypes);
  const evidence: Coding['evidence'] = (rows) =>
    rows.map((row) => ({
      ...row,
      requirement: to(codes.requirements)(row.requirement),
      ...(row.documents
        ? { documents: row.documents.map((each) => ({ ...each, documentType: documentType(each.documentType) })) }
        : {}),
    }));
  const element = from(codes.elements);
  /** `party.element` of the one form. */
  const field = (place: string): string => {
    const point = place.indexOf('.');
    return point < 0 ? place : `${place.slice(0, point)}.${element(place.slice(point + 1))}`;
  };
  const ourValue = (of: string, said: unknown): unknown =>
    typeof said === 'string' ? (own(turned(own(codes.values, of) ?? {}), said) ?? said) : said;
  return {
    form,
    evidence,
    request: (request) => ({
      ...request,
      documentType: documentType(request.documentType),
      matter: to(codes.matters)(request.matter),
    }),
    evidenceOf: ({ data, ...provided }) => ({
      ...provided,
      data:
        data &&
        Object.fromEntries(Object.entries(data).map(([name, said]) => [element(name), ourValue(element(name), said)])),
    }),
    filing: (filing) => ({
      ...filing,
      matter: to(codes.matters)(filing.matter),
      parties: keyed(filing.parties, codes.roles, (_role, parties) => parties),
      form: form(filing.form),
      evidence: evidence(filing.evidence),
      answers: keyed(filing.answers, codes.questions, value),
      produced: filing.produced.map((each) => ({
        ...each,
        documentType: documentType(each.documentType),
        subject: to(codes.roles)(each.subject),
      })),
    }),
    receipt: (receipt) => ({
      ...receipt,
      corrections: receipt.corrections.map((each) => ({
        ...each,
        field: each.field === null ? null : field(each.field),
      })),
      results: receipt.results.map((each) => ({
        ...each,
        documentType: from(codes.documentTypes)(each.documentType),
        subject: from(codes.roles)(each.subject),
      })),
      demand: receipt.demand && { ...receipt.demand, payer: from(codes.roles)(receipt.demand.payer) },
      refusalReason: receipt.refusalReason === null ? null : from(codes.refusalReasons)(receipt.refusalReason),
    }),
  };
}
