import { fingerprint } from '../../../language/canonical.ts';
import type { RegionalEvent } from '../../link/regional-events.ts';
import type { Fault, Rule } from '../../rule.ts';
import type { NodePath } from '../../source-file.ts';

/**
 * 地方规定与上级一件事相同，或什么也没有规定。
 * What a region states of an event is as it is above, or it states nothing.
 *
 * @why 写下的内容现在相同，上级修改后本地却不会跟着改。
 * It is the same today; once the event above changes, this region stays behind and nobody meant it to.
 * @mend 删去相同的内容；没有不同之处的，删去文件。
 * Remove what is the same; where nothing is otherwise, remove the file.
 * @source schema/catalogue/regional-event.schema.json
 */
export const rule: Rule = {
  code: 'DIFFERS_IN_NOTHING',
  severity: 'error',
  perFile: true,
  *find({ regionalEvents }) {
    for (const each of regionalEvents) for (const at of sameAsAbove(each)) yield faultAt(each, at);
  },
};

function* sameAsAbove({ value, above, memberAbove }: RegionalEvent): Iterable<NodePath> {
  if (!above) return;
  const { code: _code, region: _region, legalBasis: _basis, removed, replaced = [], added, ...stated } = value;
  const keys = Object.keys(stated) as ReadonlyArray<keyof typeof stated>;
  if (keys.length === 0 && !removed && !added && replaced.length === 0) yield ['code'];
  for (const key of keys) if (isSame(stated[key], above[key])) yield [key];
  for (const [index, { member, by }] of replaced.entries())
    if (isSame(by, above.members[memberAbove(member) ?? -1])) yield ['replaced', index];
}

function isSame(one: unknown, other: unknown): boolean {
  return other !== undefined && fingerprint(one) === fingerprint(other);
}

function faultAt({ file }: RegionalEvent, at: NodePath): Fault {
  return {
    file,
    at,
    message: { zh: '与上级一件事没有不同。', en: 'This is no different from the event above.' },
    mend: { zh: '请删去。', en: 'Remove it.' },
  };
}
