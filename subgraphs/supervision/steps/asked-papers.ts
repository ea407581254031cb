import { addDays, civilDateOf } from '../../language/civil-date.ts';
import { type Identity, requireService } from '../../runtime/identity.ts';
import { driftOf, isAskedFor, termsOf } from '../domain/issues.ts';
import type { Journeys } from '../journeys.ts';
import type { AskedPaper } from '../store/asked-papers.ts';
import type { Published, SupervisionStore } from '../store/index.ts';

interface Parts {
  readonly store: SupervisionStore;
  readonly journeys: Journeys;
  readonly published: () => Promise<Published>;
  readonly now: () => number;
}
export type HearAsked = (paper: AskedPaper, identity: Identity | null) => Promise<boolean>;

/** Whose clerks ask by filings. */
const feeder = 'journeys';

/**
 * Counts a paper that clerks ask for, and opens an issue once it is asked for in more than the catalogue's share of a matter's filings though no row
 * names it. Heard again it is the same. Throws SUBMISSIONS_UNAVAILABLE, and is told again.
 */
export function createHearAsked({ store, journeys, published, now }: Parts): HearAsked {
  return async (paper, identity) => {
    requireService(identity, feeder);
    const { matter, department, documentType } = paper;
    const at = now();
    const on = civilDateOf(at);
    await store.askedPapers.add(paper, on);
    const { revision, content } = await published();
    const { rules, calendar } = content;
    const kind = rules?.issueKinds.find(({ origin }) => origin === 'CORRECTIONS');
    const known = await store.issues.papersOf(matter);
    if (!rules || !kind || !known || driftOf([{ documentType, name: null }], known.papers).length === 0) return false;
    const from = addDays(on, -rules.drift.withinDays);
    const asked = (await store.askedPapers.since(matter, from)).find((each) => each.documentType === documentType);
    const [figures] = await journeys.figures([{ matter, department, from, until: addDays(on, 1) }]);
    if (!isAskedFor(rules.drift, asked?.count ?? 0, figures?.lodged ?? 0)) return false;
    await store.issues.open({
      ...{ terms: termsOf(rules, kind, calendar), matter, about: known.department, revision, on },
      ...{ paper: { documentType, name: null }, section: kind.section, measure: kind.measure },
      ...{ at: new Date(at).toISOString(), by: feeder },
    });
    return true;
  };
}
