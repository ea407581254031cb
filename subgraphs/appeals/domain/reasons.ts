import type { Localized } from '../../language/text.ts';

/** What a case says of itself that nobody wrote. */
export function exclude({ zh, en }: Localized): string {
  return `两个部门的要求互相排斥：一个部门要求“${zh}”，另一个部门不允许。 What two departments want excludes each other: one wants this, the other forbids it: ${en}.`;
}
