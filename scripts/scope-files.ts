import { readScopes, type ScopeTable } from '../schema/scopes.ts';

/** What is generated from `schema/scopes.yaml`: paths from the top of the repository, and texts. */
export function scopeFiles(table: ScopeTable = readScopes()): ReadonlyMap<string, string> {
  return new Map([
    ['subgraphs/language/scopes.ts', source(table)],
    ['SCOPES.md', documentation(table)],
  ]);
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1).replace(/'/g, "\\'");

function source({ scopes }: ScopeTable): string {
  const rows = (isNamed: boolean): string =>
    scopes
      .filter(({ named }) => (named !== undefined) === isNamed)
      .map(({ code, zh, en }) => `\n  '${code}': { zh: '${escaped(zh)}', en: '${escaped(en)}' },`)
      .join('');
  return `// Generated from schema/scopes.yaml by "npm run compose": change it there.

/** What a scope lets staff do. */
export const scopes = {${rows(false)}\n} as const;

/** The same of scopes that are for one thing each: \`code:name\`. */
export const namedScopes = {${rows(true)}\n} as const;
`;
}

function documentation({ scopes, staff }: ScopeTable): string {
  const rows = scopes.map(({ code, named, zh, en }) => `- \`${code}${named ? `:<${named}>` : ''}\`: ${en} (${zh})`);
  const kinds = staff.map(
    ({ code, scopes: given, zh, en }) =>
      `- \`${code}\` (${en}, ${zh}): ${given.map((each) => `\`${each}\``).join(', ')}`,
  );
  return `<!-- Generated from schema/scopes.yaml by "npm run compose": change it there. -->

# Scopes of staff

What the \`scope\` claim of a staff token (RFC 6749, section 3.3: words with spaces between) lets its bearer do, beside the desk of the department that its \`department\` claim names.

${rows.join('\n')}
${kinds.length === 0 ? '' : `\n## Kinds of staff of the first run\n\nTheir tokens are in \`dev-tokens.json\`, under \`staff\`.\n\n${kinds.join('\n')}\n`}`;
}
