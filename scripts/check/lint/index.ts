import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, parse, Source } from 'graphql';
import { folderOf, type Registry, type SubgraphRow } from '../../../schema/registry.ts';
import type { Finding } from '../../../subgraphs/publishing/finding.ts';
import { repositoryRoot } from '../../../subgraphs/publishing/read.ts';
import type { LintFault, LintRule, SdlFile } from './rule.ts';

export interface FoundLintRule {
  readonly rule: LintRule;
  readonly source: URL;
}

const folder = new URL('./rules/', import.meta.url);

/** Every rule of the folder, in order of its name. */
export const lintRules: ReadonlyArray<FoundLintRule> = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map(async (file) => {
      const { rule } = (await import(`./rules/${file}`)) as { readonly rule: LintRule };
      return { rule, source: new URL(file, folder) };
    }),
);

const severityOf = { error: 'ERROR', warning: 'WARNING', trial: 'INFO' } as const;

/** What the rules say of SDL files that compose to this public schema. */
export function lint(
  files: ReadonlyArray<SdlFile>,
  api: DocumentNode,
  among: ReadonlyArray<Pick<FoundLintRule, 'rule'>> = lintRules,
): ReadonlyArray<Finding> {
  return among.flatMap(({ rule }) => [...rule.find({ files, api })].map((fault) => findingOf(rule, fault)));
}

function findingOf({ code, severity }: LintRule, { file, node, part, message, mend }: LintFault): Finding {
  const token = node.loc?.startToken;
  return {
    rule: code,
    severity: severityOf[severity],
    file: file.path,
    line: token?.line ?? 1,
    column: token?.column ?? 1,
    part,
    message,
    mend,
  };
}

/** Where a subgraph's SDL stands in the repository; departments share one file. */
const pathOf = (row: SubgraphRow): string =>
  row.external ? `schema/external/${row.code}.graphql` : `${folderOf(row)}/schema.graphql`;

/** The SDL of every subgraph as it stands in the repository, each file once. */
export function sdlFiles({ subgraphs }: Pick<Registry, 'subgraphs'>): ReadonlyArray<SdlFile> {
  return [...new Set([...subgraphs.map(pathOf), 'schema/shared.graphql'])].map((path) => ({
    path,
    document: parse(new Source(readFileSync(`${repositoryRoot}/${path}`, 'utf8'), path)),
  }));
}

/** What lint says of one subgraph's other SDL, beside that of the rest; it comes last, so that what others have too is theirs. */
export function lintBeside(
  own: SdlFile,
  name: string,
  { subgraphs }: Pick<Registry, 'subgraphs'>,
  api: DocumentNode,
): ReadonlyArray<Finding> {
  const others = sdlFiles({ subgraphs: subgraphs.filter(({ code }) => code !== name) });
  return lint([...others, own], api).filter(({ file }) => file === own.path);
}
