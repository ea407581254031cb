import type { JsonLdDocument } from 'jsonld';
import { closest } from '../../../subgraphs/publishing/did-you-mean.ts';
import { type Fault, fault } from './reasons.ts';
import { elsewhere, iriOf, knownContext, knownTerms, shortOf, vocabulary } from './vocabulary.ts';

/** What a document of linked data may be. A province's list fits in; what is deeper or has more terms was made to be. */
export const mostLinked = { objects: 500_000, depth: 40, terms: 2_000 };

/** A value of a property: the id of a thing, a text or number, or a list of such. */
export interface LinkedValue {
  readonly '@id'?: string;
  readonly '@value'?: unknown;
  readonly '@language'?: string;
  readonly '@list'?: ReadonlyArray<LinkedValue>;
}
/** One thing with everything that the document says of it: absolute IRI of a property → its values. */
export interface LinkedThing {
  readonly '@id': string;
  readonly '@type'?: ReadonlyArray<string>;
  readonly [iri: string]: unknown;
}
export interface LinkedData {
  /** By id; empty where there is a fault that is no note. */
  readonly things: ReadonlyMap<string, LinkedThing>;
  readonly faults: ReadonlyArray<Fault>;
}

/** What stands in a document, whatever its form: nested, flat, compacted by its context or expanded. Nothing is fetched. */
export async function readLinkedData(name: string, bytes: Uint8Array): Promise<LinkedData> {
  const refused = (...faults: ReadonlyArray<Fault>): LinkedData => ({ things: new Map(), faults });
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return refused(fault('JSON', name, '', [(error as Error).message.replaceAll(/\s+/g, ' ')]));
  }
  const looked = lookThrough(name, document);
  if (looked.faults.length > 0) return refused(...looked.faults);
  try {
    const { flat, events } = await flatten(document as JsonLdDocument);
    const faults = [...dropped(name, events, looked.places), ...unread(name, flat)];
    const isRefused = faults.some(({ isNote }) => !isNote);
    // Without any context each name is unknown, and there is one reason for all.
    if (isRefused && !looked.hasContext) return refused(fault('NO_CONTEXT', name, ''));
    const things = isRefused ? [] : flat;
    return { things: new Map(things.map((thing) => [thing['@id'], thing])), faults };
  } catch (error) {
    const { details, message } = error as Error & { readonly details?: { readonly code?: string } };
    return refused(fault('LINKED_DATA', name, '', [details?.code ?? message]));
  }
}

interface Looked {
  readonly faults: ReadonlyArray<Fault>;
  readonly hasContext: boolean;
  /** Key of the document → the id of the first thing that has it. */
  readonly places: ReadonlyMap<string, string>;
}
interface Open {
  readonly value: unknown;
  readonly depth: number;
  /** Id of the thing that it stands in. */
  readonly at: string;
  readonly isContext: boolean;
}

/** What is looked at before anything is made of a document: how large it is, and which contexts it names. */
function lookThrough(name: string, document: unknown): Looked {
  const places = new Map<string, string>();
  const strange = new Set<string>();
  let [objects, terms, hasContext] = [0, 0, false];
  const open: Open[] = [{ value: document, depth: 1, at: '', isContext: false }];
  for (let each = open.pop(); each; each = open.pop()) {
    const { value, depth, isContext } = each;
    hasContext ||= isContext;
    if (isContext && typeof value === 'string' && !knownContext(value)) strange.add(value);
    if (typeof value !== 'object' || value === null) continue;
    objects += 1;
    if (isContext) terms += Object.keys(value).length;
    const most = exceeded({ objects, terms, depth });
    if (most) return { faults: [fault('TOO_LARGE', name, '', [most])], hasContext, places };
    for (const member of within(each, value, places)) open.push(member);
  }
  return { faults: [...strange].map((address) => fault('CONTEXT_UNKNOWN', name, '', [address])), hasContext, places };
}

const countedIn = { objects: 'objects', depth: 'levels', terms: 'terms of contexts' } as const;
const exceeded = (counted: Readonly<typeof mostLinked>): string | undefined =>
  (Object.keys(countedIn) as ReadonlyArray<keyof typeof countedIn>)
    .filter((each) => counted[each] > mostLinked[each])
    .map((each) => `${mostLinked[each]} ${countedIn[each]}`)[0];

/** The members of an object or array, the first to be taken last: `open` is a stack. */
function within({ depth, at, isContext }: Open, value: object, places: Map<string, string>): ReadonlyArray<Open> {
  const id = (value as { readonly '@id'?: unknown })['@id'];
  const here = typeof id === 'string' ? id : at;
  const isArray = Array.isArray(value);
  const entries = Object.entries(value);
  for (const [key] of entries) if (!isArray && !isContext && !places.has(key)) places.set(key, here);
  return entries.reverse().map(([key, part]) => ({
    value: part,
    depth: depth + 1,
    at: here,
    // Of what stands in a context, texts are addresses only in an array of contexts and where one is imported.
    isContext: key === '@context' || (isContext && (isArray || key === '@import')),
  }));
}

interface Told {
  readonly code: string;
  readonly level: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

async function flatten(document: JsonLdDocument) {
  // Not with the rest: it brings a client for the network, which is never used, and takes a moment to load.
  const { default: jsonld } = await import('jsonld');
  const events: Told[] = [];
  const options = {
    documentLoader: (address: string) => {
      const known = knownContext(address);
      if (!known) throw new Error(address);
      return Promise.resolve({ documentUrl: address, document: { '@context': known } });
    },
    // Its own type lacks this: by default what is not understood is dropped without a word.
    eventHandler: ({ event, next }: { readonly event: Told; readonly next: () => void }) => {
      events.push(event);
      next();
    },
  };
  const flat = (await jsonld.flatten(document, undefined, options as never)) as unknown as ReadonlyArray<LinkedThing>;
  return { flat, events };
}

/** What was dropped, each once. What says nothing (an object without members, a thing that is only named) is no fault. */
function dropped(name: string, events: ReadonlyArray<Told>, places: ReadonlyMap<string, string>): ReadonlyArray<Fault> {
  const told = new Map<string, Fault>();
  for (const { code, level, details } of events) {
    const word = String(details.property ?? details.type ?? details.id ?? '');
    if (level !== 'warning' || /^(object with only|empty object)/.test(code)) continue;
    const at = places.get(word) ?? '';
    const isTerm = code === 'invalid property' || code === 'relative @type reference';
    const each = isTerm ? unknownTerm(name, at, word) : fault('LINKED_DATA', name, word, [code]);
    told.set(`${code} ${word}`, each);
  }
  return [...told.values()];
}

const terms = [...knownTerms].map((iri) => ({ code: shortOf(iri) }));

function unknownTerm(name: string, at: string, word: string): Fault {
  const meant = closest(word, terms);
  return fault('TERM_UNKNOWN', name, at, [word, meant ? ` ${meant}?` : '']);
}

/** Properties that nobody reads: of a vocabulary of somebody else they are noted, among our own terms, or with a prefix that has no meaning, refused. */
function unread(name: string, flat: ReadonlyArray<LinkedThing>): ReadonlyArray<Fault> {
  const told = new Map<string, Fault>();
  for (const thing of flat)
    for (const iri of Object.keys(thing)) {
      if (iri.startsWith('@') || knownTerms.has(iri) || told.has(iri)) continue;
      const [prefix = ''] = iri.split(':');
      const isOurs = iri.startsWith(iriOf('yjs:')) || Object.hasOwn(vocabulary.prefixes, prefix);
      const [at, word] = [shortOf(thing['@id']), shortOf(iri).replace(elsewhere, '')];
      told.set(iri, isOurs ? unknownTerm(name, at, word) : fault('TERM_NOT_READ', name, at, [word], true));
    }
  return [...told.values()];
}
