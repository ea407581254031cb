import { writeCell } from './cells.ts';
import { type Column, tables } from './columns.ts';
import { yuan } from './cpsv-ap.ts';
import { type LinkedCell, type LinkedRow, rowOf } from './linked-sheet.ts';
import { codeIn, oneOf, type Placed, partsOf, type Reading, tell, textOf, valuesOf, wordsOf } from './linked-values.ts';

/** What says of a row which matter it is of. */
export type OfMatter = ReadonlyArray<LinkedCell>;

const basesColumn = tables.matters.columns.find(({ kind }) => kind === 'bases') as Column;

/** Laws as a cell has them. */
export function lawsIn(reading: Reading, laws: ReadonlyArray<Placed>): string | undefined {
  const bases = laws.map((law) => ({
    title: textOf(valuesOf(law, 'dct:title')[0]) ?? '',
    article: textOf(oneOf(reading, law, 'dct:bibliographicCitation')) ?? '',
    documentNumber: textOf(oneOf(reading, law, 'dct:identifier')) ?? '',
  }));
  return bases.length === 0 ? undefined : writeCell(basesColumn, bases);
}

/** One row for each document; lists of documents are options where there are several, or where they say so. */
export function materialRows(reading: Reading, service: Placed, of: OfMatter): ReadonlyArray<LinkedRow> {
  const seen = new Map<string, string>();
  return partsOf(reading, service, 'cv:holdsRequirement').flatMap((requirement) => {
    const code = textOf(oneOf(reading, requirement, 'dct:identifier'));
    const twice = seen.get(code ?? '');
    if (code !== undefined && twice !== undefined) tell(reading, 'TWICE', requirement, 'dct:identifier', [twice]);
    seen.set(code ?? '', requirement.place);
    const { zh, en } = wordsOf(reading, requirement, 'dct:title');
    const shared: OfMatter = [
      ...of,
      ['MATERIAL_CODE', 'dct:identifier', code],
      ['MATERIAL_NAME', 'dct:title', zh],
      ['MATERIAL_NAME_EN', 'dct:title', en],
      ['IS_NEED', 'yjs:necessity', codeIn(reading, oneOf(reading, requirement, 'yjs:necessity'), 'necessity')],
      [
        'SOURCE_TYPE',
        'yjs:declaredSource',
        codeIn(reading, oneOf(reading, requirement, 'yjs:declaredSource'), 'source'),
      ],
      ['BY_LAW', 'cv:isDerivedFrom', lawsIn(reading, partsOf(reading, requirement, 'cv:isDerivedFrom'))],
    ];
    const lists = partsOf(reading, requirement, 'cv:hasEvidenceTypeList').map((list, index, { length }) => ({
      list,
      option: textOf(oneOf(reading, list, 'yjs:option')) ?? (length > 1 ? String(index + 1) : undefined),
    }));
    const rows = lists
      .sort((one, other) => Number(one.option ?? 0) - Number(other.option ?? 0))
      .flatMap(({ list, option }) => useRows(reading, list, [...shared, ['OPTION_NO', 'yjs:option', option]]));
    if (rows.length === 0) tell(reading, 'NO_DOCUMENTS', requirement, 'cv:hasEvidenceTypeList', [], true);
    return rows;
  });
}

function useRows(reading: Reading, list: Placed, shared: OfMatter): ReadonlyArray<LinkedRow> {
  const types = valuesOf(list, 'cv:specifiesEvidenceType').map((value) => codeIn(reading, value, 'document-type'));
  const uses = partsOf(reading, list, 'yjs:documentUse').map((use) => ({
    use,
    type: codeIn(reading, oneOf(reading, use, 'dct:type'), 'document-type'),
  }));
  // What says nothing of a use says at least which document it is; the rest is found to be missing.
  if (uses.length === 0)
    return types.map((type) => rowOf(list, [...shared, ['CATALOG_FILE_ID', 'cv:specifiesEvidenceType', type]]));
  const [one, other] = [types, uses.map(({ type }) => type)].map((codes) => [...new Set(codes)].sort().join(', '));
  if (types.length > 0 && one !== other)
    tell(reading, 'SAYS_OTHERWISE', list, 'cv:specifiesEvidenceType', [one ?? '', 'yjs:documentUse', other ?? '']);
  return uses.map(({ use, type }) => {
    const value = (term: string) => textOf(oneOf(reading, use, term));
    return rowOf(use, [
      ...shared,
      ['CATALOG_FILE_ID', 'dct:type', type],
      ['MATERIAL_SUBJECT', 'yjs:subject', value('yjs:subject')],
      ['MATERIAL_SPEC', 'yjs:spec', value('yjs:spec')],
      ['MATERIAL_TYPE', 'yjs:handling', codeIn(reading, oneOf(reading, use, 'yjs:handling'), 'handling')],
      ['PAGE_NUM', 'yjs:copies', value('yjs:copies')],
    ]);
  });
}

export function resultRows(reading: Reading, service: Placed, of: OfMatter): ReadonlyArray<LinkedRow> {
  return partsOf(reading, service, 'cpsv:produces').map((output) => {
    const value = (term: string) => textOf(oneOf(reading, output, term));
    const { zh, en } = wordsOf(reading, output, 'yjs:validUntil');
    const type = codeIn(reading, oneOf(reading, output, 'dct:type'), 'document-type');
    return rowOf(output, [
      ...of,
      ['RESULT_CODE', 'dct:type', type ?? value('dct:identifier')],
      ['RESULT_SUBJECT', 'yjs:subject', value('yjs:subject')],
      ['RESULT_SPEC', 'yjs:spec', value('yjs:spec')],
      ['RESULT_VALIDITY', 'yjs:validity', value('yjs:validity')],
      ['RESULT_UNTIL', 'yjs:validUntil', zh],
      ['RESULT_UNTIL_EN', 'yjs:validUntil', en],
    ]);
  });
}

export function feeRows(reading: Reading, service: Placed, of: OfMatter): ReadonlyArray<LinkedRow> {
  return partsOf(reading, service, 'cv:hasCost').map((cost) => {
    const { zh, en } = wordsOf(reading, cost, 'dct:description');
    const currency = textOf(oneOf(reading, cost, 'cv:currency')) ?? yuan;
    if (currency !== yuan) tell(reading, 'NOT_IN_YUAN', cost, 'cv:currency', [currency]);
    const amount = textOf(oneOf(reading, cost, 'cv:hasValue'));
    return rowOf(cost, [
      ...of,
      ['FEE_NAME', 'dct:description', zh],
      ['FEE_NAME_EN', 'dct:description', en],
      // A double is often written with an exponent.
      ['FEE_STAND', 'cv:hasValue', amount && /^\d[\d.]*E\+?\d+$/i.test(amount) ? Number(amount) : amount],
      ['BY_LAW', 'yjs:basis', textOf(oneOf(reading, cost, 'yjs:basis'))],
    ]);
  });
}

export function fieldRows(reading: Reading, service: Placed, of: OfMatter): ReadonlyArray<LinkedRow> {
  return partsOf(reading, service, 'yjs:formField').map((field) => {
    const value = (term: string) => textOf(oneOf(reading, field, term));
    return rowOf(field, [
      ...of,
      ['ELEMENT_CODE', 'yjs:element', value('yjs:element')],
      ['ELEMENT_SUBJECT', 'yjs:subject', value('yjs:subject')],
      ['ELEMENT_NEED', 'yjs:required', value('yjs:required')],
    ]);
  });
}
