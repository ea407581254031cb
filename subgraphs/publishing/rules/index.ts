import type { Finding } from '../finding.ts';
import type { CatalogueFiles } from '../read.ts';
import { findUnknownConditionParts } from './conditions.ts';
import { findDuplicates } from './duplicates.ts';
import { findEventContradictions } from './events.ts';
import { findFieldConflicts } from './forms.ts';
import { findLevelsThatDiffer } from './levels.ts';
import { findUnknownReferences } from './references.ts';
import { findDoubtfulRows } from './rows.ts';
import { findLooseExclusiveGroups, findRowsWithoutSituation } from './situations.ts';
import { findSwappedFields } from './texts.ts';

/** A rule looks at every file and tells what a maintainer should mend. A new rule is one more function here. */
export type Rule = (files: CatalogueFiles) => ReadonlyArray<Finding>;

const references: ReadonlyArray<Rule> = [findDuplicates, findUnknownReferences, findUnknownConditionParts];
const meanings: ReadonlyArray<Rule> = [
  findDoubtfulRows,
  findSwappedFields,
  findFieldConflicts,
  findRowsWithoutSituation,
  findLooseExclusiveGroups,
  findEventContradictions,
  findLevelsThatDiffer,
];

/** Every finding. Rules may assume that the shape of each file holds; those about meaning, that every reference does too. */
export function findAll(files: CatalogueFiles): ReadonlyArray<Finding> {
  const unresolved = references.flatMap((rule) => rule(files));
  return unresolved.length > 0 ? unresolved : meanings.flatMap((rule) => rule(files));
}
