import type { Catalogue } from './catalogue.ts';
import { areSame } from './kept.ts';
import type { Fault, Rule } from './rule.ts';
import type { SourceFile } from './source-file.ts';

type Part = keyof Catalogue;

/** Parts to which thousands of files bring something, each by itself: of these a rule that is asked per file is shown what changed. */
const divided: ReadonlySet<Part> = new Set([
  ...(['files', 'matters', 'lifeEvents', 'regionalEvents', 'eventFiles', 'worded'] as const),
  ...(['references', 'repeated', 'comparisons'] as const),
]);
type Held = ReadonlyArray<{ readonly file: SourceFile }>;

/** A catalogue as a rule sees it: what it looks at is noted, and of divided parts it may be shown some files alone. */
function shown(catalogue: Catalogue, seen: Set<Part>, only: (part: Part) => unknown = () => undefined): Catalogue {
  return new Proxy(catalogue, {
    get(whole, part: Part) {
      seen.add(part);
      return only(part) ?? whole[part];
    },
  });
}

/** What a rule that says `perFile` finds in some files, asked of them alone. */
export function createFindIn(catalogue: Catalogue, paths: ReadonlySet<string>) {
  const known = new Map<Part, Held>();
  const brought = (part: Part): Held | undefined => {
    if (!divided.has(part)) return undefined;
    const held = known.get(part) ?? (catalogue[part] as Held).filter(createIsAmong(paths));
    known.set(part, held);
    return held;
  };
  return (rule: Rule, seen: Set<Part> = new Set()): ReadonlyArray<Fault> =>
    [...rule.find(shown(catalogue, seen, brought))].filter(createIsAmong(paths));
}

/** Of what one file brings, tens of thousands together, the file is looked up once. */
function createIsAmong(paths: ReadonlySet<string>): (each: Held[number]) => boolean {
  let last: { readonly file: SourceFile; readonly is: boolean } | undefined;
  return ({ file }) => {
    if (last?.file !== file) last = { file, is: paths.has(file.path) };
    return last.is;
  };
}

interface Kept {
  readonly catalogue: Catalogue;
  /** All that the rule looked at. */
  readonly seen: ReadonlySet<Part>;
  readonly faults: ReadonlyArray<Fault>;
}

/**
 * What rules found in the catalogue that was judged last. A rule is a function of the catalogue: where no part that it looked at is another than it was, it
 * would find the same, and one that says `perFile` is asked of the files that are others alone. Parts are compared by the objects in them, which a file
 * that did not change brings into every catalogue.
 */
export class KeptFaults {
  private readonly of = new Map<Rule, Kept>();
  private readonly differences = new WeakMap<Catalogue, WeakMap<Catalogue, Difference>>();

  /** Those of a rule that says `perFile` in the order of the files. */
  find(rule: Rule, catalogue: Catalogue): ReadonlyArray<Fault> {
    const before = this.of.get(rule);
    const now = before ? this.again(rule, before, catalogue) : asked(rule, catalogue);
    this.of.set(rule, now);
    return now.faults;
  }

  private again(rule: Rule, before: Kept, catalogue: Catalogue): Kept {
    const { isSame, paths, findIn } = this.differenceOf(before.catalogue, catalogue);
    const others = [...before.seen].filter((part) => !isSame(part));
    if (others.length === 0) return { ...before, catalogue };
    if (!rule.perFile || !others.every((part) => divided.has(part))) return asked(rule, catalogue);
    // What was looked at for files that did not change is still what their faults rest on.
    const seen = new Set(before.seen);
    const stayed = before.faults.filter(({ file }) => !paths.has(file.path));
    return { catalogue, seen, faults: inOrderOfFiles([...stayed, ...findIn(rule, seen)], catalogue) };
  }

  private differenceOf(before: Catalogue, now: Catalogue): Difference {
    const known = this.differences.get(now) ?? new WeakMap<Catalogue, Difference>();
    const difference = known.get(before) ?? differenceBetween(before, now);
    this.differences.set(now, known.set(before, difference));
    return difference;
  }
}

function asked(rule: Rule, catalogue: Catalogue): Kept {
  const seen = new Set<Part>();
  const faults = [...rule.find(shown(catalogue, seen))];
  return { catalogue, seen, faults: rule.perFile ? inOrderOfFiles(faults, catalogue) : faults };
}

interface Difference {
  readonly isSame: (part: Part) => boolean;
  /** Of files that bring something else into a divided part. */
  readonly paths: ReadonlySet<string>;
  readonly findIn: ReturnType<typeof createFindIn>;
}

function differenceBetween(before: Catalogue, now: Catalogue): Difference {
  const known = new Map<Part, boolean>();
  const isSame = (part: Part): boolean => {
    const is = known.get(part) ?? holdSame(before[part], now[part]);
    known.set(part, is);
    return is;
  };
  const paths = new Set<string>();
  for (const part of ['files', 'lifeEvents', 'regionalEvents'] as const)
    for (const path of pathsApart(before[part], now[part])) paths.add(path);
  return { isSame, paths, findIn: createFindIn(now, paths) };
}

function* pathsApart(before: Held, now: Held): Iterable<string> {
  const [one, other] = [new Set(before), new Set(now)];
  for (const each of one) if (!other.has(each)) yield each.file.path;
  for (const each of other) if (!one.has(each)) yield each.file.path;
}

function holdSame(before: Catalogue[Part], now: Catalogue[Part]): boolean {
  return areSame(heldIn(before), heldIn(now));
}

const heldIn = (part: Catalogue[Part]): ReadonlyArray<unknown> => ('length' in part ? part : [...part.values()]);

const positions = new WeakMap<Catalogue, ReadonlyMap<string, number>>();

function inOrderOfFiles(faults: ReadonlyArray<Fault>, catalogue: Catalogue): ReadonlyArray<Fault> {
  if (faults.length < 2) return faults;
  const at = positions.get(catalogue) ?? new Map(catalogue.files.map(({ file }, index) => [file.path, index]));
  positions.set(catalogue, at);
  return [...faults].sort((a, b) => (at.get(a.file.path) ?? 0) - (at.get(b.file.path) ?? 0));
}
