import { Kind, parse, type Source, visit } from 'graphql';
import type { Localized } from '../../subgraphs/language/text.ts';
import { assembleCatalogue, type Catalogue, type CheckedFile } from '../../subgraphs/publishing/catalogue.ts';
import { documentKey, usesOf } from '../../subgraphs/publishing/documents.ts';
import type { Finding } from '../../subgraphs/publishing/finding.ts';
import { cut } from '../../subgraphs/publishing/remainder.ts';
import { judge } from '../../subgraphs/publishing/rules.ts';
import { validateShape } from '../../subgraphs/publishing/schemas.ts';
import type { LifeEventFile, MatterFile, RegionalEventFile } from '../../subgraphs/publishing/shapes.ts';
import { fingerprintOf } from './findings.ts';

/** What would go: a department with all its matters, or one matter. */
export interface Target {
  readonly kind: 'department' | 'matter';
  readonly code: string;
}
interface Named {
  readonly code: string;
  readonly title: Localized;
}
/** What would vanish from one event. */
export interface EventLoss {
  readonly event: string;
  readonly title: Localized;
  /** Where it is declared: every region below has it from there. */
  readonly region: string;
  readonly matters: ReadonlyArray<Named>;
  /** Nothing of it would be left. */
  readonly whole: boolean;
  /** Fields of its form that nothing else of it asks. */
  readonly fields: ReadonlyArray<Named>;
  /** Documents that were issued on the way and that others of it need: the citizen would be asked for them. */
  readonly documents: ReadonlyArray<Named>;
}
export interface Removal {
  readonly target: Target;
  readonly matters: ReadonlyArray<Named & { readonly department: string }>;
  readonly events: ReadonlyArray<EventLoss>;
  /** Registered operations that would not hold any more, by file. */
  readonly operations: ReadonlyArray<string>;
}
export interface WithoutTarget {
  readonly removal: Omit<Removal, 'operations'>;
  readonly findings: ReadonlyArray<Finding>;
  /** What is left, without a word of what is gone: for planning. */
  readonly left: Catalogue;
}

/** Takes a department or a matter away; undefined where there is none such. */
export function without(catalogue: Catalogue, target: Target): WithoutTarget | undefined {
  const goes = catalogue.matters.filter(
    ({ department, value }) => target.code === (target.kind === 'department' ? department : value.code),
  );
  const isKnown = target.kind === 'department' && catalogue.departments.some(({ code }) => code === target.code);
  if (goes.length === 0 && !isKnown) return undefined;
  const gone = new Set(goes.map(({ value }) => value.code));
  const files = filesWithout(catalogue, gone);
  const left = assembleCatalogue(
    catalogue.departments,
    files.map((file) => silent(file, gone)),
  );
  const stands = new Map(left.lifeEvents.map(({ value }) => [`${value.code} ${value.region}`, value]));
  const losses = catalogue.lifeEvents.flatMap(({ file, value }) => {
    const loss = lossOf(value, stands.get(`${value.code} ${value.region}`), catalogue, left);
    return loss ? [{ file, value, loss }] : [];
  });
  return {
    removal: {
      target,
      matters: goes.map(({ department, value: { code, title } }) => ({ code, title, department })),
      events: losses.map(({ loss }) => loss),
    },
    findings: [
      ...losses.flatMap(({ file, value, loss }) => takenFromEvents(file, value, loss)),
      ...foundThen(catalogue, target, files),
    ],
    left,
  };
}

/**
 * 删除后，一件事将缺少这一事项。
 * An event would lack a matter once it is deleted.
 *
 * @why 申请人办这件事时不再办到该事项，需另行办理，或拿不到其结果。
 * Citizens who go through the event would not get that matter done: they have to apply apart, or go without its result.
 * @mend 先在这件事中换成替代的事项，或确认不再需要。
 * Put what replaces it into the event first, or make sure that nobody needs it.
 * @source MAINTAINERS.md
 */
export function takenFromEvents(
  file: Catalogue['lifeEvents'][number]['file'],
  event: LifeEventFile,
  { title, matters, whole }: EventLoss,
): ReadonlyArray<Finding> {
  return [...event.members.entries()].flatMap(([index, { matter }]) => {
    const named = matters.find(({ code }) => code === matter)?.title;
    if (!named) return [];
    const at = ['members', index, 'matter'];
    const end = whole ? { zh: '，且不再有任何事项', en: ', and nothing of it would be left' } : { zh: '', en: '' };
    return [
      {
        rule: 'TAKEN_FROM_EVENT',
        severity: 'ERROR' as const,
        file: file.path,
        ...file.positionOf(at),
        part: file.placeOf(at),
        message: {
          zh: `“${title.zh}”将缺少“${named.zh}”${end.zh}。`,
          en: `"${title.en}" would lack "${named.en}"${end.en}.`,
        },
        mend: {
          zh: '请先换成替代的事项，或确认不再需要。',
          en: 'Put what replaces it there first, or see that nobody needs it.',
        },
      },
    ];
  });
}

/** Of a registered operation that names a code which would be gone. */
export function operationsNaming(codes: ReadonlySet<string>, operations: ReadonlyArray<Source>): ReadonlyArray<string> {
  return operations
    .filter((source) => {
      let names = false;
      visit(parse(source), {
        [Kind.STRING]: ({ value }) => {
          names ||= codes.has(value);
        },
      });
      return names;
    })
    .map(({ name }) => name);
}

/** Undefined where it loses nothing: what a county had of its own it may have from its province then. */
function lossOf(
  event: LifeEventFile,
  then: LifeEventFile | undefined,
  catalogue: Catalogue,
  left: Catalogue,
): EventLoss | undefined {
  const mattersIn = (of: LifeEventFile | undefined, { matterOf }: Catalogue): ReadonlyArray<MatterFile> =>
    [...new Set(of?.members.map(({ matter }) => matter))].flatMap((code) => matterOf.get(code)?.value ?? []);
  const kept = mattersIn(then, left);
  const done = new Set(kept.map(({ catalogCode }) => catalogCode));
  const taken = mattersIn(event, catalogue).filter(({ catalogCode }) => !done.has(catalogCode));
  if (taken.length === 0) return undefined;
  const fieldsOf = (matters: ReadonlyArray<MatterFile>): ReadonlyArray<readonly [string, string]> =>
    matters.flatMap(({ formFields }) => formFields.map(({ element, subject }) => [`${element} ${subject}`, element]));
  const asked = new Set(fieldsOf(kept).map(([key]) => key));
  const lost = new Set(fieldsOf(taken).flatMap(([key, element]) => (asked.has(key) ? [] : [element])));
  const stillMade = new Set(kept.flatMap(({ results }) => results.map(documentKey)));
  const needed = new Set(kept.flatMap(({ requirements }) => requirements.flatMap(usesOf).map(documentKey)));
  const missed = taken
    .flatMap(({ results }) => results)
    .filter((result) => needed.has(documentKey(result)) && !stillMade.has(documentKey(result)));
  const types = new Map(
    catalogue.documentTypes.flatMap(({ value }) => value.documentTypes ?? []).map(({ code, name }) => [code, name]),
  );
  return {
    event: event.code,
    title: event.title,
    region: event.region,
    matters: taken.map(({ code, title }) => ({ code, title })),
    whole: kept.length === 0,
    fields: [...lost].map((code) => ({ code, title: catalogue.elementOf.get(code)?.title ?? { zh: code, en: code } })),
    documents: [...new Set(missed.map(({ type }) => type))].map((code) => ({
      code,
      title: types.get(code) ?? { zh: code, en: code },
    })),
  };
}

/** What the rules would say then and do not say now. */
function foundThen(
  catalogue: Catalogue,
  { kind, code: target }: Target,
  files: ReadonlyArray<CheckedFile>,
): ReadonlyArray<Finding> {
  const departments = catalogue.departments.filter(({ code }) => kind !== 'department' || code !== target);
  const now = new Set(judge(catalogue).findings.map(fingerprintOf));
  const then = judge(assembleCatalogue(departments, files)).findings;
  return then.filter((finding) => !now.has(fingerprintOf(finding)));
}

/** The files without the matters, and events without them as members; an event of which nothing is left goes. */
function filesWithout({ files }: Catalogue, gone: ReadonlySet<string>): ReadonlyArray<CheckedFile> {
  return files.flatMap((each): ReadonlyArray<CheckedFile> => {
    if (each.errors.length > 0 || each.file.value === null) return [each];
    if (each.kind === 'matter') return gone.has((each.file.value as MatterFile).code) ? [] : [each];
    if (each.kind !== 'life-event' && each.kind !== 'regional-event') return [each];
    const taken = entriesNaming(each.file.value as LifeEventFile | RegionalEventFile, gone);
    if (taken.size === 0) return [each];
    const { file } = cut(each.file, taken);
    const value = Object.fromEntries(
      Object.entries(file.value as object).filter(([list, of]) => !taken.has(list) || (of as unknown[]).length > 0),
    );
    if (each.kind === 'life-event' && !('members' in value)) return [];
    return [{ ...each, file: { ...file, value }, ...validateShape(each.kind, value) }];
  });
}

/** List → positions of its entries that are about what is gone. */
function entriesNaming(
  event: LifeEventFile | RegionalEventFile,
  gone: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const lists: Readonly<Record<string, ReadonlyArray<ReadonlyArray<string>>>> =
    'members' in event
      ? { members: event.members.map(({ matter }) => [matter]) }
      : {
          removed: (event.removed ?? []).map((code) => [code]),
          replaced: (event.replaced ?? []).map(({ member, by }) => [member, by.matter]),
          added: (event.added ?? []).map(({ matter }) => [matter]),
        };
  return new Map(
    Object.entries(lists).flatMap(([list, entries]) => {
      const found = [...entries.entries()].flatMap(([index, codes]) =>
        codes.some((code) => gone.has(code)) ? [index] : [],
      );
      return found.length === 0 ? [] : [[list, new Set(found)] as const];
    }),
  );
}

/** A file that does not speak of what is gone: nothing rests on it, nor is it named as an alternative. */
function silent(each: CheckedFile, gone: ReadonlySet<string>): CheckedFile {
  const isGone = (code: string | undefined): boolean => code !== undefined && gone.has(code);
  if (each.errors.length > 0 || each.file.value === null) return each;
  let value: unknown = each.file.value;
  if (each.kind === 'life-event') {
    const event = value as LifeEventFile;
    if (!event.members.some(({ restsOn = [] }) => restsOn.some(isGone))) return each;
    const members = event.members.map(({ restsOn = [], ...member }) => {
      const left = restsOn.filter((code) => !isGone(code));
      return left.length === 0 ? member : { ...member, restsOn: left };
    });
    value = { ...event, members };
  } else if (each.kind === 'matter') {
    const matter = value as MatterFile;
    const { acceptance = [] } = matter;
    if (!acceptance.some(({ otherwise }) => isGone(otherwise.alternative?.matter))) return each;
    value = {
      ...matter,
      acceptance: acceptance.map((condition) => {
        const { alternative, ...otherwise } = condition.otherwise;
        if (!alternative || !isGone(alternative.matter)) return condition;
        return { ...condition, otherwise: { ...otherwise, alternative: { text: alternative.text } } };
      }),
    };
  } else return each;
  return { ...each, file: { ...each.file, value }, ...validateShape(each.kind, value) };
}
