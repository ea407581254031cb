import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';
import { findUnknownConditionParts } from './conditions.ts';
import { findDuplicates } from './duplicates.ts';
import { findUnknownReferences } from './references.ts';
import { findDoubtfulRows } from './rows.ts';

/** A rule looks at every file and tells what a maintainer should mend. A new rule is one more function here. */
export type Rule = (files: CatalogueFiles) => ReadonlyArray<Finding>;

const rules: ReadonlyArray<Rule> = [findDuplicates, findUnknownReferences, findUnknownConditionParts, findDoubtfulRows];

/** Every finding of every rule. Rules may assume that the shape of each file holds. */
export function findAll(files: CatalogueFiles): ReadonlyArray<Finding> {
  return rules.flatMap((rule) => rule(files));
}
