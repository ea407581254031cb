import { readdirSync } from 'node:fs';
import type { Catalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { KeptFaults } from './kept-faults.ts';
import { Remainder } from './remainder.ts';
import type { Fault, Rule } from './rule.ts';

export interface FoundRule {
  readonly rule: Rule;
  readonly group: string;
  readonly source: URL;
}

const folder = new URL('./rules/', import.meta.url);
/** As this file itself: built, they are JavaScript. */
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Every rule that stands in a group's folder, in order of path. The import is written as bundlers follow it: from here, with an ending. */
export const rules: ReadonlyArray<FoundRule> = await Promise.all(
  foldersIn(folder)
    .flatMap((group) => rulesIn(group).map((name) => ({ group, name })))
    .map(async ({ group, name }) => {
      const { rule } = (await import(`./rules/${group}/${name}.ts`)) as { readonly rule: Rule };
      return { rule, group, source: new URL(`${group}/${name}${ending}`, folder) };
    }),
);

function foldersIn(top: URL): ReadonlyArray<string> {
  return readdirSync(top, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
function rulesIn(group: string): ReadonlyArray<string> {
  return readdirSync(new URL(`${group}/`, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/**
 * Groups that later ones rest upon: what is judged later supposes that files have their form, that every code leads somewhere, and that
 * what is written in a language of its own can be read by it. Parts in which an earlier one finds an error are set aside, with what rests on them.
 */
const stages: ReadonlyArray<(group: string) => boolean> = [
  (group) => group === 'file',
  (group) => group === 'reference',
  (group) => group === 'schema',
  (group) => !['file', 'reference', 'schema'].includes(group),
];
const severityOf = { error: 'ERROR', warning: 'WARNING', trial: 'INFO' } as const;

/** What the rules say of a catalogue, and what they could not judge. */
export interface Judgement {
  /** What every rule was asked about: the catalogue without what was set aside. */
  readonly judged: Catalogue;
  readonly findings: ReadonlyArray<Finding>;
  /** Files of which something was not judged by every rule, because of an error in it or in what it rests on. */
  readonly setAside: ReadonlyArray<string>;
  /** Codes of rules that need the whole, and were not asked. */
  readonly notAsked: ReadonlyArray<string>;
}

/** With what was kept of the catalogue before, only what changed since is looked at; what is found is the same. */
export function judge(
  catalogue: Catalogue,
  among: ReadonlyArray<Pick<FoundRule, 'rule' | 'group'>> = rules,
  kept: Pick<KeptFaults, 'find'> = new KeptFaults(),
): Judgement {
  const remainder = new Remainder(catalogue);
  const findings: Finding[] = [];
  const notAsked: string[] = [];
  for (const [stage, belongs] of stages.entries()) {
    const errors: Fault[] = [];
    for (const { rule } of among.filter(({ group }) => belongs(group))) {
      if (rule.whole && !remainder.isWhole) {
        notAsked.push(rule.code);
        continue;
      }
      const faults = kept.find(rule, remainder.catalogue);
      findings.push(...faults.map((fault) => findingOf(rule, fault)));
      if (rule.severity === 'error') errors.push(...faults);
    }
    // Nothing comes after the last.
    if (errors.length > 0 && stage < stages.length - 1) remainder.setAside(errors);
  }
  return { judged: remainder.catalogue, findings, setAside: remainder.filesSetAside(), notAsked };
}

export function findAll(
  catalogue: Catalogue,
  among: ReadonlyArray<Pick<FoundRule, 'rule' | 'group'>> = rules,
): ReadonlyArray<Finding> {
  return judge(catalogue, among).findings;
}

/** Of a fault that was found before: to look up where it stands its file is read once more. */
const placed = new WeakMap<Fault, Finding>();

function findingOf({ code, severity }: Rule, fault: Fault): Finding {
  const { file, at, message, mend } = fault;
  const known = placed.get(fault);
  if (known) return known;
  const finding = {
    rule: code,
    severity: severityOf[severity],
    file: file.path,
    ...file.positionOf(at),
    part: file.placeOf(at),
    message,
    mend,
  };
  placed.set(fault, finding);
  return finding;
}
