import type { Resolvers } from '../../../schema/generated/supervision.ts';
import { isOverdue } from '../../language/case-clock.ts';
import { addDays, addPeriod, civilDateOf, isCivilDate } from '../../language/civil-date.ts';
import { localized } from '../../language/text.ts';
import { refusal } from '../../runtime/errors.ts';
import { hasScope, type Identity, requireIdentity, requireScope } from '../../runtime/identity.ts';
import { makePage, readPage } from '../../runtime/page.ts';
import { driftOf, type Origin } from '../domain/issues.ts';
import type { Context } from '../parents.ts';
import { seesIssue } from '../steps/issues.ts';
import type { IssueFilter } from '../store/issues.ts';

const todayOf = ({ now }: Context): string => civilDateOf(now());

/** What of the ledger somebody may see. Throws FORBIDDEN of who may see nothing. */
function mayList(identity: Identity | null): Pick<IssueFilter, 'department' | 'among'> {
  const staff = requireIdentity(identity);
  if (hasScope(staff, 'audit')) return {};
  const drift: ReadonlyArray<Origin> = ['WALKTHROUGH', 'CORRECTIONS'];
  if (hasScope(staff, 'walk')) return { among: drift };
  return { department: requireScope(staff, 'issues').department ?? '' };
}
/** Staff who supervise or walk. */
function requireWalker(identity: Identity | null): void {
  if (!hasScope(requireIdentity(identity), 'audit')) requireScope(identity, 'walk');
}

export async function issueOf(id: string, { store, identity }: Context) {
  const issue = (await store.issues.many([id])).get(id);
  return issue && seesIssue(issue, identity) ? issue : null;
}
/** A month (YYYY-MM) from its first day to the day after its last. */
function monthOf(month: string): { readonly from: string; readonly until: string } {
  const from = `${month}-01`;
  if (!/^\d{4}-\d{2}$/.test(month) || !isCivilDate(from)) throw refusal('INVALID_DATE.MONTH', { month });
  return { from, until: addPeriod(from, { months: 1 }) };
}
const instantOf = (date: string): string => new Date(`${date}T00:00:00+08:00`).toISOString();
/** What a department or a unit is called by. */
const handlerOf = (handler: string) => {
  const [kind, ...code] = handler.split(':');
  return kind === 'department' ? { code: code.join(':') } : null;
};

export const issueQueries = {
  issue: (_, { id }, context) => issueOf(id, context),
  issueLedger: async (_, { filter, first, after }, context) => {
    const { store, identity } = context;
    const may = mayList(identity);
    const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
    const { status, department, matter, origin } = filter ?? {};
    // Somebody who sees one department's alone sees nothing of another's.
    if (may.department != null && department != null && department !== may.department) return makePage([], 0, 0);
    const asked: IssueFilter = {
      ...{ matter: matter ?? null, origin: origin ?? null, department: department ?? null, ...may },
      ...(status === 'OVERDUE' ? { status: 'OPEN', overdueOn: todayOf(context) } : { status: status ?? null }),
    };
    const [ids, total] = await Promise.all([store.issues.list(asked, limit, offset), store.issues.count(asked)]);
    const found = await store.issues.many(ids);
    return makePage(
      ids.flatMap((id) => found.get(id) ?? []),
      offset,
      total,
    );
  },
  ledgerReport: async (_, { month }, { store, identity }) => {
    requireScope(identity, 'audit');
    const { from, until } = monthOf(month);
    const [walked, rows] = await Promise.all([
      store.walkthroughs.figures(from, until),
      store.issues.report(instantOf(from), instantOf(until), until),
    ]);
    const sum = (field: 'opened' | 'closed' | 'open' | 'overdue') => rows.reduce((all, row) => all + row[field], 0);
    return {
      ...{ month, ...walked, byDepartment: [...rows] },
      ...{ opened: sum('opened'), closed: sum('closed'), open: sum('open'), overdue: sum('overdue') },
    };
  },
  walkthroughs: async (_, { matter, first, after }, { store, identity }) => {
    requireWalker(identity);
    const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
    const [nodes, total] = await Promise.all([
      store.walkthroughs.ofMatter(matter, limit, offset),
      store.walkthroughs.countOf(matter),
    ]);
    return makePage(nodes, offset, total);
  },
  driftReport: async (_, { matter }, { store, identity, now, published: supervised }) => {
    requireWalker(identity);
    const published = await store.issues.papersOf(matter);
    if (!published) return null;
    const back = (await supervised()).content.rules?.drift.withinDays ?? 0;
    const [walks, walked, filed] = await Promise.all([
      store.walkthroughs.countOf(matter),
      store.walkthroughs.askedOn(matter),
      store.askedPapers.since(matter, addDays(civilDateOf(now()), -back)),
    ]);
    const types = new Set([...walked, ...filed].map(({ documentType }) => documentType));
    const asked = [...types].sort().map((documentType) => ({ documentType, name: null }));
    const drift = driftOf(asked, published.papers).map((paper) => ({
      paper,
      walks: walked.find(({ documentType }) => documentType === paper.documentType)?.count ?? 0,
      filings: filed.find(({ documentType }) => documentType === paper.documentType)?.count ?? 0,
    }));
    return { revision: published.revision, walks, drift };
  },
} satisfies Resolvers['Query'];

export const issueResolvers = {
  Issue: {
    kind: ({ terms }, { language }) => localized(terms.name, language),
    matter: ({ matter }) => ({ code: matter }),
    about: ({ about }) => ({ code: about }),
    paper: ({ paper }) => paper,
    status: ({ state }) => state.status,
    owner: ({ state }) => ({ handler: state.owner, escalatesTo: state.terms.escalatesTo }),
    section: ({ section }, { language }) => localized(section, language),
    measure: ({ measure }, { language }) => localized(measure, language),
    dueOn: ({ state }) => state.dueOn,
    overdue: ({ state }, _, context) => isOverdue(state, todayOf(context)),
    // Nothing is merged here: what is the same is one issue from the first.
    closedBy: ({ state: { closedBy } }) => (closedBy === 'MERGE' ? null : closedBy),
    history: ({ events }) => events,
  },
  IssueOwner: {
    department: ({ handler }) => handlerOf(handler),
    unit: async ({ handler }, { language }, { published }) => {
      if (handlerOf(handler)) return null;
      const { rules } = (await published()).content;
      return rules ? localized(rules.unit.name, language) : null;
    },
  },
  IssueEvent: {
    text: ({ event, isErased }) => {
      if (isErased) return null;
      const words = 'reason' in event ? event.reason : 'text' in event ? event.text : null;
      return words === '' ? null : words;
    },
  },
  ObservedPaper: { documentType: ({ documentType }) => (documentType === null ? null : { code: documentType }) },
  Walkthrough: {
    matter: ({ matter }) => ({ code: matter }),
    papers: ({ asked, names }) => [
      ...asked.map((documentType) => ({ documentType, name: null })),
      ...(names ?? []).map((name) => ({ documentType: null, name })),
    ],
    issues: async ({ issues }, _, context) => {
      const found = await context.store.issues.many(issues);
      return issues.flatMap((id) => found.get(id) ?? []).filter((each) => seesIssue(each, context.identity));
    },
  },
  LedgerRow: { department: ({ department }) => ({ code: department }) },
} satisfies Partial<Resolvers>;
