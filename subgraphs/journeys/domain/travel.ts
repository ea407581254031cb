import { own } from '../../language/own.ts';
import type { Evidence } from './acceptance.ts';
import { licencesIn, type SuppliedLicence } from './licence-use.ts';
import { documentsNeeded, type Provision, type SharedDocument } from './provision.ts';
import type { IssuedResult } from './receipts.ts';

/** A result that an earlier filing issued, as it travels on to a later one. */
export type ProducedResult = Omit<IssuedResult, 'issuedAt'>;

/** What a filing takes along from one that comes before it, as planned. `filing`: position of the producer. */
export interface Consumed {
  readonly documentType: string;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
  readonly filing: number;
}

/** Results that earlier filings issued and this one needs, each once: of the planned producer alone, about the consumer's parties alone. */
export function producedFor(
  consumes: ReadonlyArray<Consumed>,
  filings: ReadonlyArray<{ readonly position: number; readonly results: ReadonlyArray<IssuedResult> }>,
): ReadonlyArray<ProducedResult> {
  const found = consumes.flatMap((use) =>
    (filings.find(({ position }) => position === use.filing)?.results ?? [])
      .filter(
        (result) =>
          result.documentType === use.documentType &&
          result.spec === use.spec &&
          // About nobody in particular: about whomever it was issued for.
          (result.party === null || use.parties.includes(result.party)),
      )
      .map(({ documentType, subject, party, spec, number }) => ({ documentType, subject, party, spec, number })),
  );
  return [...new Map(found.map((result) => [JSON.stringify(result), result])).values()];
}

/** How a requirement row of a filing is met, as planned. */
export interface MetRow {
  readonly requirement: string;
  readonly fate: string;
  readonly materials: ReadonlyArray<string>;
  readonly sources: ReadonlyArray<string>;
  /** What its sources are asked for. */
  readonly shared: ReadonlyArray<SharedDocument>;
  /** Licences of the vault that it is met by, without being on the list. */
  readonly licences: ReadonlyArray<{ readonly licence: string; readonly parties: ReadonlyArray<string> }>;
}

/** Materials that may be supplied for a row: those of the list, and those of sources that have not got them. */
export function materialsOf({ materials, shared }: Pick<MetRow, 'materials' | 'shared'>): ReadonlyArray<string> {
  return [...materials, ...shared.map(({ material }) => material)];
}

/** Row by row, with what the citizen supplied for its materials and what its sources provided. */
export function evidenceFor(
  rows: ReadonlyArray<MetRow>,
  supplied: ReadonlyArray<Evidence>,
  provisions: ReadonlyArray<Provision>,
  licences: Readonly<Record<string, SuppliedLicence>>,
) {
  const byMaterial = new Map(supplied.map((item) => [item.material, item]));
  const provided = new Map(provisions.map((each) => [each.material, each]));
  return rows.map((row) => {
    const materials = materialsOf(row).flatMap((id) => byMaterial.get(id) ?? []);
    const named = [...row.licences.map(({ licence }) => licence), ...materials.flatMap(licencesIn)];
    const looked = named.flatMap((id) => own(licences, id) ?? []);
    return {
      requirement: row.requirement,
      fate: row.fate,
      sources: row.sources,
      materials,
      // Left out where there are none and no source is asked: the same row as an older release sent.
      ...(row.shared.length > 0 || looked.length > 0
        ? { documents: [...documentsNeeded([row]).flatMap((each) => providedFor(each, provided)), ...looked] }
        : {}),
    };
  });
}

/** A document as its filing's department is sent it. */
function providedFor(
  { documentType, parties, spec, source, material }: SharedDocument,
  provided: ReadonlyMap<string, Provision>,
) {
  const { document, at } = provided.get(material) ?? { document: null };
  return document ? [{ documentType, parties, spec, source, ...document, providedAt: at }] : [];
}

/** Answers to the questions that a filing's conditions name, and to no others. */
export function answersFor(
  questions: ReadonlyArray<string>,
  answers: ReadonlyArray<{ readonly question: string; readonly value: unknown }>,
): Readonly<Record<string, unknown>> {
  const named = new Set(questions);
  return Object.fromEntries(
    answers.filter(({ question }) => named.has(question)).map(({ question, value }) => [question, value]),
  );
}
