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

/** Every rule that stands in a group's folder, in order of path. */
export const rules: ReadonlyArray<FoundRule> = await Promise.all(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: group }) =>
      readdirSync(new URL(`${group}/`, folder))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => ({ group, source: new URL(`${group}/${file}`, folder) })),
    )
    .sort((a, b) => (a.source.href < b.source.href ? -1 : 1))
    .map(async ({ group, source }) => {
      const { rule } = (await import(source.href)) as { readonly rule: Rule };
      return { rule, group, source };
    }),
);

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
