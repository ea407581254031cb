import { readdirSync } from 'node:fs';
import type { Catalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';

export interface FoundRule {
  readonly rule: Rule;
  readonly group: string;
  readonly source: URL;
}

const folder = new URL('./rules/', import.meta.url);

/** Every rule that stands in a group's folder, in order of path. The import is written as bundlers follow it: from here, with an ending. */
export const rules: ReadonlyArray<FoundRule> = await Promise.all(
  foldersIn(folder)
    .flatMap((group) => rulesIn(group).map((name) => ({ group, name })))
    .map(async ({ group, name }) => {
      const { rule } = (await import(`./rules/${group}/${name}.ts`)) as { readonly rule: Rule };
      return { rule, group, source: new URL(`${group}/${name}.ts`, folder) };
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
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/**
 * Groups whose errors end the search: what is judged later supposes that files have their form, that every code leads somewhere, and that
 * what is written in a language of its own can be read by it.
 */
const stages: ReadonlyArray<(group: string) => boolean> = [
  (group) => group === 'file',
  (group) => group === 'reference',
  (group) => group === 'schema',
  (group) => !['file', 'reference', 'schema'].includes(group),
];
const severityOf = { error: 'ERROR', warning: 'WARNING', trial: 'INFO' } as const;

export function findAll(
  catalogue: Catalogue,
  among: ReadonlyArray<Pick<FoundRule, 'rule' | 'group'>> = rules,
): ReadonlyArray<Finding> {
  const findings: Finding[] = [];
  for (const belongs of stages) {
    findings.push(...among.filter(({ group }) => belongs(group)).flatMap(({ rule }) => applyRule(rule, catalogue)));
    if (findings.some(({ severity }) => severity === 'ERROR')) break;
  }
  return findings;
}

function applyRule({ code, severity, find }: Rule, catalogue: Catalogue): ReadonlyArray<Finding> {
  return [...find(catalogue)].map(({ file, at, message, mend }) => ({
    rule: code,
    severity: severityOf[severity],
    file: file.path,
    ...file.positionOf(at),
    message,
    mend,
  }));
}
