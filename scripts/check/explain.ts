import { createRequire } from 'node:module';
import { type Documentation, documentationOf } from '../../subgraphs/publishing/documentation.ts';
import { rules } from '../../subgraphs/publishing/rules.ts';
import { mendOfComposition } from './composition-mends.ts';

export interface Explained extends Documentation {
  readonly code: string;
  readonly severity: string;
  readonly group: string;
}

/** Every code that a check may report, apart from those of composition, which are the composer's. */
export function explainedCodes(): ReadonlyArray<Explained> {
  const own = (code: string, group: string, file: string, name: string): Explained => ({
    code,
    severity: 'error',
    group,
    ...documentationOf(new URL(file, import.meta.url), name),
  });
  return [
    ...rules.map(({ rule: { code, severity }, group, source }) => ({
      code,
      severity,
      group,
      ...documentationOf(source),
    })),
    own('BREAKING_CHANGE', 'api', './breaking.ts', 'findBreakingChanges'),
    own('GENERATED_FILE_STALE', 'api', './stale-files.ts', 'findStaleFiles'),
    own('OPERATION_INVALID', 'api', './operations.ts', 'findOperationErrors'),
    own('VIEW_OF_NOTHING', 'contracts', './contracts.ts', 'ofNothing'),
    { ...own('VIEW_UNDECIDED', 'contracts', './contracts.ts', 'undecided'), severity: 'warning' },
    own('OPERATION_OUTSIDE_VIEW', 'contracts', './contracts.ts', 'outside'),
    own('APPROVAL_EXPIRED', 'approvals', './approval-findings.ts', 'expired'),
    own('TAKEN_FROM_EVENT', 'removal', './removal.ts', 'takenFromEvents'),
    { ...own('APPROVAL_UNUSED', 'approvals', './approval-findings.ts', 'unused'), severity: 'warning' },
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
  const { severity, group, what, why, mend, source } = found;
  const part = (zh: string, en: string, text: Documentation['what']): ReadonlyArray<string> => [
    '',
    `${zh} ${en}`,
    `  ${text.zh}`,
    `  ${text.en}`,
  ];
  return [
    `${code} (${group}, ${severity})`,
    ...part('是什么', 'What', what),
    ...part('为什么', 'Why', why),
    ...part('如何修改', 'How to mend it', mend),
    '',
    `来源 Source: ${source}`,
  ].join('\n');
}

/** Every code with what it is, by group. */
export function listCodes(): string {
  const codes = explainedCodes();
  const groups = [...new Set(codes.map(({ group }) => group))];
  return groups
    .flatMap((group) => [
      group,
      ...codes
        .filter((each) => each.group === group)
        .map(({ code, severity, what }) => `  ${code} (${severity})\n    ${what.zh}\n    ${what.en}`),
    ])
    .join('\n');
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
