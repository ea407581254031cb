import type { Finding, Severity } from '../../subgraphs/publishing/finding.ts';
import type { Approvals } from './approvals.ts';

const placed = (
  { path, positionOf }: Approvals['file'],
  index: number,
  fingerprint: string,
  severity: Severity,
): Pick<Finding, 'severity' | 'file' | 'line' | 'column' | 'part'> => ({
  severity,
  file: path,
  ...positionOf(['approvals', index]),
  part: `approvals[${fingerprint}]`,
});

/**
 * 对一处问题的批准已经过期。
 * An approval of a finding has expired.
 *
 * @why 批准是有期限的承诺：过期不处理，例外就成了常态。
 * An approval is a promise with an end: when nobody looks at it then, the exception becomes the rule.
 * @mend 处理该问题；确需延期的，写明新的理由和期限。
 * Mend what was approved; where that takes longer, say why and until when.
 * @source MAINTAINERS.md
 */
export function expired({ file, entries }: Approvals, today: string): ReadonlyArray<Finding> {
  return [...entries.entries()]
    .filter(([, { expires }]) => expires < today)
    .map(([index, { fingerprint, author, expires }]) => ({
      rule: 'APPROVAL_EXPIRED',
      ...placed(file, index, fingerprint, 'ERROR'),
      message: {
        zh: `${author} 的批准已于 ${expires} 到期。`,
        en: `The approval by ${author} held until ${expires}.`,
      },
      mend: {
        zh: '请处理所批准的问题，或写明新的理由和期限。',
        en: 'Mend what it approved, or say why it takes longer and until when.',
      },
    }));
}

/**
 * 所批准的问题已不存在。
 * What an approval is about is not found any more.
 *
 * @why 留着的批准会在同样的问题再次出现时悄悄放行。
 * An approval that is left behind lets the same fault through when it comes back.
 * @mend 删去该条。
 * Remove it.
 * @source MAINTAINERS.md
 */
export function unused(
  { file, entries }: Approvals,
  found: ReadonlySet<string>,
  today: string,
): ReadonlyArray<Finding> {
  return [...entries.entries()]
    .filter(([, { fingerprint, expires }]) => expires >= today && !found.has(fingerprint))
    .map(([index, { fingerprint }]) => ({
      rule: 'APPROVAL_UNUSED',
      ...placed(file, index, fingerprint, 'WARNING'),
      message: { zh: `没有指纹为 ${fingerprint} 的问题。`, en: `Nothing has the fingerprint ${fingerprint}.` },
      mend: { zh: '请删去该条。', en: 'Remove it.' },
    }));
}
