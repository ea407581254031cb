import type { ElementWords, FormWords } from '../../language/form-words.ts';
import type { Catalogue, DataElement } from '../catalogue.ts';
import type { MatterContent } from '../published.ts';

/** Order and words of the data elements that an event's forms ask. */
export function wordsFor(
  contents: ReadonlyArray<MatterContent>,
  { dataElements }: Pick<Catalogue, 'dataElements'>,
): { readonly words?: FormWords } {
  const asked = new Set(contents.flatMap(({ formFields }) => formFields.map(({ code }) => code)));
  const files = dataElements.map(({ value }) => value);
  const groups = files
    .flatMap((file) => file.groups ?? [])
    .map((group) => ({ ...group, elements: group.elements.filter((element) => asked.has(element)) }))
    .filter(({ elements }) => elements.length > 0);
  const lists = new Map(files.flatMap((file) => file.codeLists ?? []).map(({ code, codes }) => [code, codes]));
  const worded = files
    .flatMap((file) => file.dataElements)
    .filter(({ code }) => asked.has(code))
    .map((element) => [element.code, wordsOf(element, lists)] as const)
    .filter(([, words]) => Object.keys(words).length > 0);
  if (groups.length === 0 && worded.length === 0) return {};
  return { words: { groups, elements: Object.fromEntries(worded) } };
}

type Lists = ReadonlyMap<string, NonNullable<Catalogue['dataElements'][number]['value']['codeLists']>[number]['codes']>;

/** Values of a code list are its names, and are shown as such. */
function wordsOf({ hint, error, labels, codeList }: DataElement, lists: Lists): ElementWords {
  const listed = (codeList === undefined ? undefined : lists.get(codeList))?.map(
    ({ name }) => [name.zh, name] as const,
  );
  const shown = labels ?? (listed && Object.fromEntries(listed));
  return { ...(hint ? { hint } : {}), ...(error ? { error } : {}), ...(shown ? { labels: shown } : {}) };
}
