import { createHash } from 'node:crypto';
import { byCode, canonicalJson, lastingFingerprint } from '../../language/canonical.ts';
import type { CataloguePublication, PublishedLifeEvent } from '../published.ts';
import type { LinkedCatalogue } from './catalogue.ts';

/**
 * SHA-256 of all that is published, in lower-case hexadecimal: the same however files are called, whose order is the order of lists, for nothing but
 * groups of questions is asked in that order, and each says its place. What regions share is gone through once.
 */
export function contentHashOf(
  { lifeEvents, ...lists }: Omit<CataloguePublication, 'contentHash'>,
  departments: LinkedCatalogue['departments'],
): string {
  const hash = createHash('sha256');
  // Part by part: all of a province in one text would be most of the memory that publishing takes.
  const tell = (value: unknown) => hash.update(`${canonicalJson(value)}\n`);
  for (const [name, list] of Object.entries(lists).sort(([a], [b]) => byCode(a, b))) {
    const parts = Array.isArray(list) ? inOrder<unknown>(list) : [list];
    tell([name, parts.length]);
    parts.forEach(tell);
  }
  const ordered = inOrderOnce();
  tell(['lifeEvents', lifeEvents.length]);
  for (const event of inOrder(lifeEvents)) tell(eventBriefly(event, ordered));
  for (const [code, matters] of departments) {
    tell([code, matters.length]);
    for (const { content, ...matter } of matters) tell([matter, lastingFingerprint(content)]);
  }
  return hash.digest('hex');
}

/** What an event has in common with those of other regions by its fingerprint. */
function eventBriefly(
  { content: { basis, ...content }, ...event }: PublishedLifeEvent,
  ordered: ReturnType<typeof inOrderOnce>,
): unknown {
  const { questions, roles, kinds = [], rules = [], documentTypes, words = null, calendar, ...own } = basis;
  const lists = [questions, roles, kinds, rules].map(ordered);
  return [
    event,
    content,
    own,
    [...lists, documentTypes, calendar, words].map((part) => part && lastingFingerprint(part)),
  ];
}

function inOrderOnce(): (list: ReadonlyArray<object>) => ReadonlyArray<object> {
  const known = new Map<ReadonlyArray<object>, ReadonlyArray<object>>();
  return (list) => {
    const sorted = known.get(list) ?? inOrder(list);
    known.set(list, sorted);
    return sorted;
  };
}

function inOrder<T>(list: ReadonlyArray<T>): ReadonlyArray<T> {
  const keyed = list.map((each) => {
    const { code, region } = each as { readonly code?: unknown; readonly region?: unknown };
    return { key: JSON.stringify([code, region]), each: withRegionsInOrder(each) };
  });
  return keyed.sort((a, b) => byCode(a.key, b.key)).map(({ each }) => each);
}

/** Regions of which it holds stand in the order of their files. */
function withRegionsInOrder<T>(each: T): T {
  const { regions } = each as { readonly regions?: unknown };
  return Array.isArray(regions) ? { ...each, regions: [...regions].sort() } : each;
}
