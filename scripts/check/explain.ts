import { createRequire } from 'node:module';
import { type Documentation, documentationOf } from '../../subgraphs/publishing/documentation.ts';
import { rules } from '../../subgraphs/publishing/rules.ts';
import { checks } from './checks.ts';
import { mendOfComposition } from './composition-mends.ts';
import type { LayerName } from './findings.ts';
import { lintRules } from './lint/index.ts';

export interface Explained extends Documentation {
  readonly code: string;
  readonly severity: string;
  /** Of which check it is. */
  readonly layer: LayerName;
  /** Within its check. */
  readonly group: string;
}

/** Every code that a check may report, by check, apart from those of composition, which are the composer's. */
export function explainedCodes(): ReadonlyArray<Explained> {
  const own = (layer: LayerName, code: string, file: string, name: string, severity = 'error'): Explained => ({
    code,
    severity,
    layer,
    group: layer.toLowerCase(),
    ...documentationOf(new URL(file, import.meta.url), name),
  });
  return [
    own('GENERATED', 'GENERATED_FILE_STALE', './stale-files.ts', 'findStaleFiles'),
    own('API', 'BREAKING_CHANGE', './breaking.ts', 'findBreakingChanges'),
    own('OPERATIONS', 'OPERATION_INVALID', './operations.ts', 'findOperationErrors'),
    own('OPERATIONS', 'OPERATION_DEPRECATED', './operations.ts', 'findDeprecatedUses', 'warning'),
    ...lintRules.map(
      ({ rule: { code, severity }, source }): Explained => ({
        code,
        severity,
        layer: 'LINT',
        group: 'lint',
        ...documentationOf(source),
      }),
    ),
    own('CONTRACTS', 'VIEW_OF_NOTHING', './contracts.ts', 'ofNothing'),
    own('CONTRACTS', 'VIEW_UNDECIDED', './contracts.ts', 'undecided', 'warning'),
    own('CONTRACTS', 'OPERATION_OUTSIDE_VIEW', './contracts.ts', 'outside'),
    ...rules.map(
      ({ rule: { code, severity }, group, source }): Explained => ({
        code,
        severity,
        layer: 'CATALOGUE',
        group,
        ...documentationOf(source),
      }),
    ),
    own('APPROVALS', 'APPROVAL_EXPIRED', './approval-findings.ts', 'expired'),
    own('APPROVALS', 'APPROVAL_UNUSED', './approval-findings.ts', 'unused', 'warning'),
    own('REMOVAL', 'TAKEN_FROM_EVENT', './removal.ts', 'takenFromEvents'),
  ];
}

/** What is known of a code; undefined where no check reports it. */
export function explain(code: string): Explained | undefined {
  return explainedCodes().find((each) => each.code === code) ?? explainComposition(code);
}

/** What a code means, why it matters and how to mend it; undefined where no check reports it. */
export function explainCode(code: string): string | undefined {
  const found = explain(code);
  if (!found) return undefined;
  const { severity, layer, group, what, why, mend, source } = found;
  const part = (zh: string, en: string, text: Documentation['what']): ReadonlyArray<string> => [
    '',
    `${zh} ${en}`,
    `  ${text.zh}`,
    `  ${text.en}`,
  ];
  return [
    `${code} (${group}, ${severity})`,
    `${checks[layer].name.zh} ${checks[layer].name.en}`,
    ...part('是什么', 'What', what),
    ...part('为什么', 'Why', why),
    ...part('如何修改', 'How to mend it', mend),
    '',
    `来源 Source: ${source}`,
  ].join('\n');
}

/** Every code with what it is, by check and group. */
export function listCodes(): string {
  const codes = explainedCodes();
  return (Object.keys(checks) as LayerName[])
    .flatMap((layer) => {
      const own = codes.filter((each) => each.layer === layer);
      const { name, asks } = checks[layer];
      if (layer !== 'COMPOSITION' && own.length === 0) return [];
      const head = [`${layer} ${name.zh} ${name.en}`, `  ${asks.zh}`, `  ${asks.en}`];
      return [...head, ...(layer === 'COMPOSITION' ? composerCodes() : codesByGroup(own)), ''];
    })
    .join('\n')
    .trimEnd();
}

function codesByGroup(codes: ReadonlyArray<Explained>): ReadonlyArray<string> {
  return [...new Set(codes.map(({ group }) => group))].flatMap((group) => [
    `  ${group}`,
    ...codes
      .filter((each) => each.group === group)
      .map(({ code, severity, what }) => `    ${code} (${severity})\n      ${what.zh}\n      ${what.en}`),
  ]);
}

function composerCodes(): ReadonlyArray<string> {
  const codes = Object.values(composer().ERRORS).map(({ code }) => code);
  return [...new Set(codes)].sort().map((code) => `    ${code} (error)`);
}

/** Loaded when one of its codes is asked for: it takes as long as judging a small catalogue. */
const composer = () =>
  createRequire(import.meta.url)('@apollo/federation-internals') as typeof import('@apollo/federation-internals');

/** The composer names its own codes and says what each means. */
function explainComposition(code: string): Explained | undefined {
  const known = Object.values(composer().ERRORS).find((each) => each.code === code);
  if (!known) return undefined;
  return {
    code,
    severity: 'error',
    layer: 'COMPOSITION',
    group: 'composition',
    what: { zh: '子图无法组合成一张图。', en: known.description.replaceAll(/\s+/g, ' ') },
    why: {
      zh: '组合不成，网关继续用上一张图，改动不会生效。',
      en: 'Without a composed graph the gateway goes on with the last one, and the change never takes effect.',
    },
    mend: mendOfComposition(code),
    source: 'Apollo Federation 2, composition errors',
  };
}
