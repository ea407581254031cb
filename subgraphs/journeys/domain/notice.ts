import { canonicalJson } from '../../language/canonical.ts';
import { own } from '../../language/own.ts';
import type { Localized } from '../../language/text.ts';
import { type Evidence, type FormValue, itemRefusals, type StoredFile, type UploadTerms } from './acceptance.ts';
import { theMaterial } from './reasons.ts';
import type { Correction } from './receipts.ts';
import { type Refusal, refuse } from './refusals.ts';
import { type MetRow, materialsOf } from './travel.ts';

/** A filing that asks for corrections, with what it takes along. */
export interface Asking {
  readonly corrections: ReadonlyArray<Correction>;
  /** Party → data elements of its own form. */
  readonly fields: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly rows: ReadonlyArray<Pick<MetRow, 'materials' | 'shared'>>;
}
/** What may be mended (补正范围). */
export interface Notice {
  /** `party.element` of the one form. */
  readonly fields: ReadonlySet<string>;
  readonly materials: ReadonlySet<string>;
}

/** What corrections name, of what the filings that ask take along; where one asks in words alone, or names what its filing has not, all that the filing takes. */
export function noticeOf(asking: ReadonlyArray<Asking>): Notice {
  const fields = new Set<string>();
  const materials = new Set<string>();
  for (const { corrections, fields: own, rows } of asking) {
    const ownFields = Object.entries(own).flatMap(([party, elements]) => elements.map((each) => `${party}.${each}`));
    const ownMaterials = rows.flatMap(materialsOf);
    const names = (each: Correction): boolean =>
      ownFields.some((field) => field === each.field) || ownMaterials.some((material) => material === each.material);
    const all = corrections.length === 0 || !corrections.every(names);
    for (const each of ownFields) if (all || corrections.some(({ field }) => field === each)) fields.add(each);
    for (const each of ownMaterials)
      if (all || corrections.some(({ material }) => material === each)) materials.add(each);
  }
  return { fields, materials };
}

/** What filings ask for alike is told once: one document that several of them lack is brought once. */
export function toldOnce(corrections: ReadonlyArray<Correction>): ReadonlyArray<Correction> {
  return [...new Map(corrections.map((each) => [canonicalJson(each), each])).values()];
}

/** A form may change what the notice names, and take nothing away. What is sent as it was changes nothing. `titleOf`: of what stands at a path in the form. */
export function changeRefusals(
  notice: Notice,
  before: FormValue,
  changes: FormValue,
  titleOf: (path: ReadonlyArray<string>) => Localized,
): ReadonlyArray<Refusal> {
  return Object.entries(changes).flatMap(([party, values]) =>
    Object.entries(values ?? {}).flatMap(([element, value]) => {
      const at = { path: ['form', party, element] };
      const known = own(own(before, party), element);
      if (known !== undefined && canonicalJson(known) === canonicalJson(value)) return [];
      if (!notice.fields.has(`${party}.${element}`)) return [refuse('NOT_ASKED_FOR', at)];
      return isNothing(value) ? [refuse('FIELD_MISSING', at, { field: titleOf([party, element]) })] : [];
    }),
  );
}

function isNothing(value: unknown): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Evidence for what the notice names, each as on submission; a second time nothing is put off. `listed`: materials of the plan; `titles`: of those that have one. */
export function supplementRefusals(
  notice: Notice,
  listed: ReadonlySet<string>,
  evidence: ReadonlyArray<Evidence>,
  stored: ReadonlyMap<string, StoredFile>,
  terms: UploadTerms,
  titles: Readonly<Record<string, Localized>>,
): ReadonlyArray<Refusal> {
  return itemRefusals(evidence, stored, terms, (item, at) => {
    if (!listed.has(item.material)) return refuse('UNKNOWN_MATERIAL', at);
    if (!notice.materials.has(item.material)) return refuse('NOT_ASKED_FOR', at);
    return { title: own(titles, item.material) ?? theMaterial, deferrable: false };
  });
}
