import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { caseOf } from '../../language/case-events.ts';
import type { Localized } from '../../language/text.ts';
import { departmentHandler, type IssueTerms, type Paper, paperKey } from '../domain/issues.ts';
import { issues } from '../tables.ts';
import { columnsOf, type IssueRecords, type Transaction } from './issue-records.ts';

export interface NewIssue {
  readonly terms: IssueTerms;
  readonly matter: string;
  /** The department that it is about, and that has it. */
  readonly about: string;
  readonly paper: Paper | null;
  /** Of what is not about a paper: what makes another the same. */
  readonly subject?: string;
  /** Revision that stands. */
  readonly revision: number;
  readonly section: Localized;
  readonly measure: Localized;
  /** Day and instant, ISO. */
  readonly on: string;
  readonly at: string;
  readonly by: string;
}

/** Opens an issue with an owner and a last day, unless the same is open; answers its id. */
export async function openIssue(transaction: Transaction, records: IssueRecords, issue: NewIssue): Promise<string> {
  const { terms, matter, about, paper, revision, section, measure, on, at, by } = issue;
  const subject = records.pseudonym(
    JSON.stringify([terms.origin, matter, issue.subject ?? (paper ? paperKey(paper) : '')]),
  );
  const [open] = await transaction
    .select({ id: issues.id })
    .from(issues)
    .where(and(eq(issues.subject, subject), ne(issues.status, 'CLOSED')));
  if (open) return open.id;
  const id = randomUUID();
  const owner = departmentHandler(about);
  const event = { kind: 'OPENED' as const, on, owner, about: owner };
  const state = caseOf(terms, [{ event, unit: null }]);
  // Of two at once one is opened.
  const added = await transaction
    .insert(issues)
    .values({
      ...{ id, origin: terms.origin, matter, about, documentType: paper?.documentType ?? null, subject, revision },
      ...{ openedAt: at, terms, section, measure, ...columnsOf(state, at) },
      sealed: records.seal(id, { paper: paper?.name ?? null }),
    })
    .onConflictDoNothing()
    .returning({ id: issues.id });
  if (added.length === 0) return openIssue(transaction, records, issue);
  const asked = { event, measure: { section, measure }, unit: null, by, at };
  await records.add(transaction, id, null, { ...asked, request: `opened ${id}`, requestHash: subject });
  return id;
}
