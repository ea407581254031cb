import type { Catalogue, Entry } from '../catalogue.ts';
import { createKept } from '../kept.ts';
import type { LifeEventFile, RegionalEventFile } from '../shapes.ts';
import type { NodePath, SourceFile } from '../source-file.ts';
import { createRegionTree } from './regions.ts';

type Member = LifeEventFile['members'][number];
type Around = Pick<Catalogue, 'regions' | 'lifeEvents' | 'matters'>;

/** What a region has otherwise of an event, with what it differs from. */
export interface RegionalEvent extends Entry<RegionalEventFile> {
  /** The event above as this region would have it, had it nothing of its own but matters; undefined: there is none. */
  readonly above: LifeEventFile | undefined;
  /** As it stands in this region. Its file finds parts of the whole event where this file states them. */
  readonly resolved: Entry<LifeEventFile> | undefined;
  /** Index of a member above by a code of it: the region's own or that of a region above; undefined: there is none. */
  memberAbove(matter: string): number | undefined;
}

/** With what a region takes over, and under which codes. */
const resolved = createKept<Entry<RegionalEventFile>, RegionalEvent>();

/** Codes of matters by which a file speaks of members. */
const namedIn = ({ removed = [], replaced = [], added = [] }: RegionalEventFile): ReadonlyArray<string> => [
  ...removed,
  ...[...replaced.map(({ member }) => member), ...added.map(({ matter }) => matter)],
];

/** Each on top of the nearest above it, which may itself be one of these. What names no event or member is left to the rules. */
export function resolveRegionalEvents(
  files: ReadonlyArray<Entry<RegionalEventFile>>,
  around: Around,
): ReadonlyArray<RegionalEvent> {
  const regions = createRegionTree(around);
  const matterOf = new Map(around.matters.map(({ value }) => [value.code, value]));
  const known = new Map<Entry<RegionalEventFile>, RegionalEvent>();

  function asIn(region: string, event: LifeEventFile): LifeEventFile {
    const own = (code: string): string => {
      const matter = matterOf.get(code);
      return (matter && regions.nearestMatter(matter, region)?.value.code) ?? code;
    };
    return {
      ...event,
      region,
      members: event.members.map(({ restsOn, ...member }) => ({
        ...member,
        matter: own(member.matter),
        ...(restsOn ? { restsOn: restsOn.map(own) } : {}),
      })),
    };
  }

  function eventAbove({ code, region }: RegionalEventFile): LifeEventFile | undefined {
    for (const at of regions.upwards(region).slice(1)) {
      const isThere = ({ value }: Entry<{ readonly code: string; readonly region: string }>) =>
        value.code === code && value.region === at;
      const whole = around.lifeEvents.find(isThere);
      if (whole) return whole.value;
      const partial = files.find(isThere);
      if (partial) return resolve(partial).resolved?.value;
    }
    return undefined;
  }

  function resolve(entry: Entry<RegionalEventFile>): RegionalEvent {
    const regional = known.get(entry) ?? resolveOn(entry, eventAbove(entry.value));
    known.set(entry, regional);
    return regional;
  }

  function resolveOn(entry: Entry<RegionalEventFile>, found: LifeEventFile | undefined): RegionalEvent {
    const { file, value } = entry;
    const above = found && asIn(value.region, found);
    const codes = [
      ...(above?.members ?? []).flatMap(({ matter, restsOn = [] }) => [matter, ...restsOn]),
      ...namedIn(value),
    ];
    const catalogOf = (code: string) => matterOf.get(code)?.catalogCode;
    const memberAbove = (code: string): number | undefined => {
      const members = (above?.members ?? []).map(({ matter }) => matter);
      const catalogCode = catalogOf(code);
      const found = members.includes(code) ? code : members.find((each) => catalogOf(each) === catalogCode);
      return found === undefined ? undefined : members.indexOf(found);
    };
    return resolved(entry, [found, ...codes, ...codes.map(catalogOf)], () => ({
      ...{ file, value, above, memberAbove },
      resolved: above && applied(entry, above, memberAbove),
    }));
  }
  return files.map(resolve);
}

interface Placed {
  readonly member: Member;
  /** Where the file states it; undefined: it is taken over. */
  readonly at?: NodePath;
}

function applied(
  { file, value }: Entry<RegionalEventFile>,
  above: LifeEventFile,
  memberAbove: RegionalEvent['memberAbove'],
): Entry<LifeEventFile> {
  const { legalBasis: _basis, removed = [], replaced = [], added = [], ...stated } = value;
  const gone = new Set(removed.map(memberAbove));
  const instead = new Map(replaced.map(({ member, by }, index) => [memberAbove(member), { by, index }] as const));
  const placed: ReadonlyArray<Placed> = [
    ...above.members
      .map((member, index): Placed & { readonly index: number } => {
        const other = instead.get(index);
        return other ? { index, member: other.by, at: ['replaced', other.index, 'by'] } : { index, member };
      })
      .filter(({ index }) => !gone.has(index)),
    ...added.map((member, index): Placed => ({ member, at: ['added', index] })),
  ];
  return {
    file: withPlaces(file, placed),
    value: { ...above, ...stated, members: placed.map(({ member }) => member) },
  };
}

/** A fault of what is taken over stands at the file's code: there it is this region's file that brings it in. */
function withPlaces(file: SourceFile, placed: ReadonlyArray<Placed>): SourceFile {
  const placeOf = (path: NodePath): NodePath => {
    const [first, index, ...rest] = path;
    if (first === 'members') {
      const at = typeof index === 'number' ? placed[index]?.at : undefined;
      return at ? [...at, ...rest] : ['code'];
    }
    const isStated = first !== undefined && Object.hasOwn(file.value as object, first);
    return isStated ? path : ['code'];
  };
  return {
    ...file,
    positionOf: (part) => file.positionOf(typeof part === 'number' ? part : placeOf(part)),
    placeOf: (part) => file.placeOf(typeof part === 'number' ? part : placeOf(part)),
  };
}
