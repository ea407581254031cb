import { questionsOf } from '../language/conditions.ts';
import { groupBy } from '../language/group-by.ts';
import { assembleCatalogue, type Catalogue, type CheckedFile } from './catalogue.ts';
import type { Fault } from './rule.ts';
import { validateShape } from './schemas.ts';
import type { NodePath, SourceFile } from './source-file.ts';

type Place = Pick<Fault, 'file' | 'at'>;

/** Files of one thing each: a fault anywhere in them is one of the whole. */
const undivided: ReadonlySet<CheckedFile['kind']> = new Set(['matter', 'life-event', 'regional-event']);

/**
 * What can still be judged of a catalogue with faults: everything but the faulty parts and what rests on them, transitively. A part is an entry
 * of a list (one document type, one question), or a matter or an event as a whole. So that one malformed file hides nothing that is wrong
 * elsewhere, and nothing is said to be missing that merely could not be read.
 */
export class Remainder {
  private readonly whole: Catalogue;
  private readonly lost = new Lost();
  private left: Catalogue;
  constructor(whole: Catalogue) {
    this.whole = whole;
    this.left = whole;
  }
  get catalogue(): Catalogue {
    return this.left;
  }
  get isWhole(): boolean {
    return this.left === this.whole;
  }
  /** Takes away the parts where faults were found in what is left. */
  setAside(faults: ReadonlyArray<Place>): void {
    let places: ReadonlyArray<Place> = [...faults, ...this.left.files.flatMap(faultsOf)];
    // Each round takes away at least one part.
    while (places.length > 0) {
      const files = without(this.left.files, places, this.lost);
      this.left = assembleCatalogue(this.whole.departments, files);
      places = restingOnWhatIsLost(this.left, this.lost);
    }
  }
  /** Paths of files of which a part is set aside, or all. */
  filesSetAside(): ReadonlyArray<string> {
    const untouched = new Set(this.left.files.map(({ file }) => file));
    return this.whole.files.filter(({ file }) => !untouched.has(file)).map(({ file }) => file.path);
  }
}

function faultsOf({ file, errors }: CheckedFile): ReadonlyArray<Place> {
  if (file.syntaxErrors.length > 0) return [{ file, at: [] }];
  return errors.map(({ instancePath }) => ({ file, at: instancePath.split('/').slice(1) }));
}

/** Codes that what is lost may have declared. */
class Lost {
  readonly codes = new Set<string>();
  /** Of a file whose syntax does not hold the text alone is there. */
  noteText(text: string): void {
    for (const [, code] of text.matchAll(/\bcode["']?\s*:\s*["']?([\w-]+)/g)) this.codes.add(code as string);
  }
  noteValue(value: unknown): void {
    if (value === null || typeof value !== 'object') return;
    for (const [key, member] of Object.entries(value)) {
      if (key === 'code' && typeof member === 'string') this.codes.add(member);
      else this.noteValue(member);
    }
  }
  /** Questions about who is who are made of two roles. */
  mayHaveAsked(question: string): boolean {
    if (this.codes.has(question)) return true;
    const roles = question.split('-is-').map((role) => role.toUpperCase().replaceAll('-', '_'));
    return roles.length === 2 && roles.some((role) => this.codes.has(role));
  }
}

function restingOnWhatIsLost(left: Catalogue, lost: Lost): ReadonlyArray<Place> {
  return [
    ...left.references
      .filter(({ what, code }) => lost.codes.has(code) && !left.declared.has(`${what}\n${code}`))
      .map(({ file, path }) => ({ file, at: path })),
    ...left.comparisons
      .filter(({ comparison }) =>
        questionsOf(comparison).some((code) => !left.questionOf.has(code) && lost.mayHaveAsked(code)),
      )
      .map(({ file, path }) => ({ file, at: path })),
    ...left.regionalEvents
      .filter(({ value, above }) => !above && lost.codes.has(value.code))
      .map(({ file }) => ({ file, at: ['code'] })),
  ];
}

function without(
  files: ReadonlyArray<CheckedFile>,
  places: ReadonlyArray<Place>,
  lost: Lost,
): ReadonlyArray<CheckedFile> {
  // By path: what a region takes over is a file of its own to the rules.
  const faulty = groupBy(places, ({ file }) => file.path);
  return files.flatMap((each): ReadonlyArray<CheckedFile> => {
    const at = faulty.get(each.file.path)?.map((place) => place.at);
    if (!at) return [each];
    const entries = undivided.has(each.kind) ? null : entriesAt(each.file, at);
    if (entries === null) {
      lost.noteText(each.file.text);
      return [];
    }
    const { file, taken } = cut(each.file, entries);
    lost.noteValue(taken);
    const checked = validateShape(each.kind, file.value);
    if (checked.errors.length === 0) return [{ ...each, file, ...checked }];
    lost.noteText(each.file.text);
    return [];
  });
}

/** List → positions of its faulty entries; null where a fault lies in no entry of a list. */
function entriesAt(
  { value }: SourceFile,
  places: ReadonlyArray<NodePath | number>,
): ReadonlyMap<string, ReadonlySet<number>> | null {
  const entries = new Map<string, Set<number>>();
  for (const at of places) {
    if (typeof at === 'number' || at.length < 2) return null;
    const [list, position] = [String(at[0]), Number(at[1])];
    if (!Array.isArray((value as Readonly<Record<string, unknown>> | null)?.[list])) return null;
    entries.set(list, (entries.get(list) ?? new Set()).add(position));
  }
  return entries;
}

/** The file without some entries of its lists; what is left still stands where it stood. */
export function cut(
  file: SourceFile,
  entries: ReadonlyMap<string, ReadonlySet<number>>,
): { readonly file: SourceFile; readonly taken: ReadonlyArray<unknown> } {
  const value = { ...(file.value as Readonly<Record<string, unknown>>) };
  const taken: unknown[] = [];
  const kept = new Map<string, ReadonlyArray<number>>();
  for (const [list, positions] of entries) {
    const all = value[list] as ReadonlyArray<unknown>;
    const left = [...all.keys()].filter((index) => !positions.has(index));
    taken.push(...all.filter((_each, index) => positions.has(index)));
    kept.set(list, left);
    value[list] = left.map((index) => all[index]);
  }
  const asWritten = (part: NodePath): NodePath => {
    const [list, position, ...rest] = part;
    const left = kept.get(String(list));
    if (!left || position === undefined) return part;
    return [list as string, left[Number(position)] ?? 0, ...rest];
  };
  const remaining: SourceFile = {
    ...file,
    value,
    positionOf: (part) => file.positionOf(typeof part === 'number' ? part : asWritten(part)),
    placeOf: (part) => file.placeOf(typeof part === 'number' ? part : asWritten(part)),
  };
  return { file: remaining, taken };
}
