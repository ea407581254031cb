import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const compact = z.string().regex(/^[a-z]+:[A-Za-z]+$/);
const shape = z.strictObject({
  prefixes: z.record(z.string().regex(/^[a-z]+$/), z.string().regex(/[:/#]$/)),
  links: z.array(compact),
  plain: z.array(compact),
  terms: z.array(
    z.strictObject({
      term: z.string().regex(/^[a-z][A-Za-z]*$/),
      holds: z.enum(['text', 'value', 'link', 'lines', 'parts']),
      zh: z.string().min(1),
      en: z.string().min(1),
    }),
  ),
  contexts: z.strictObject({ addresses: z.array(z.url()), names: z.record(z.string(), compact) }),
});

/** CPSV-AP as `schema/tables/cpsv-ap.yaml` has it: prefixes, terms that are written and read, and terms of ours (`yjs:`). */
export const vocabulary = shape.parse(
  parse(readFileSync(new URL('../../../schema/tables/cpsv-ap.yaml', import.meta.url), 'utf8')),
);

const ours = vocabulary.terms.map(({ term, holds }) => ({ name: `yjs:${term}`, holds }));
const links: ReadonlySet<string> = new Set([
  ...vocabulary.links,
  ...ours.flatMap(({ name, holds }) => (holds === 'link' ? [name] : [])),
]);

/** Prefixes and links as they stand in the document itself: whoever reads it needs no network. */
export const context: Readonly<Record<string, unknown>> = {
  ...vocabulary.prefixes,
  ...Object.fromEntries([...links].map((name) => [name, { '@type': '@id' }])),
  ...Object.fromEntries(
    ours.flatMap(({ name, holds }) => (holds === 'lines' ? [[name, { '@container': '@list' }]] : [])),
  ),
};

/** `dct:title` as an absolute IRI. */
export function iriOf(name: string): string {
  const [prefix = '', local = ''] = name.split(/:(.*)/s);
  const base = vocabulary.prefixes[prefix];
  if (base === undefined) throw new Error(`no prefix ${prefix}`);
  return base + local;
}

/** The other way; an IRI of no vocabulary that is known stays as it is. */
export function shortOf(iri: string): string {
  const [prefix, base] = Object.entries(vocabulary.prefixes).find(([, each]) => iri.startsWith(each)) ?? [];
  return base === undefined ? iri : `${prefix}:${iri.slice(base.length)}`;
}

/** IRIs of all terms that are written. */
export const knownTerms: ReadonlySet<string> = new Set(
  [...vocabulary.links, ...vocabulary.plain, ...ours.map(({ name }) => name)].map(iriOf),
);

/** What terms of a context that is known by its address, and that is not read here, become: told, and not taken for ours. */
export const elsewhere = 'urn:cpsv-ap:';

/** A context by its address; undefined where it is not one that is known. */
export function knownContext(address: string): Readonly<Record<string, unknown>> | undefined {
  if (!vocabulary.contexts.addresses.includes(address)) return undefined;
  return {
    '@vocab': elsewhere,
    ...Object.fromEntries(
      Object.entries(vocabulary.contexts.names).map(([term, name]) => [
        term,
        { '@id': iriOf(name), ...(links.has(name) ? { '@type': '@id' } : {}) },
      ]),
    ),
  };
}
