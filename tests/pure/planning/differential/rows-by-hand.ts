import type {
  DocumentType,
  EventMember,
  EvidenceOption,
  EvidenceUse,
  HeldDocument,
  MatterAnswer,
  MatterWait,
  Requirement,
} from '../../../../subgraphs/planning/types.ts';
import type { ByHand, OwnParty } from './situation-by-hand.ts';

/** Rules 17 to 19 by hand: which matters are done, what each of their rows comes to, and what would meet it. */
export interface Work {
  readonly matters: ReadonlyArray<Doing>;
  /** Matters that are needed, and nobody is entitled to. */
  readonly refused: ReadonlySet<string>;
  readonly rows: ReadonlyArray<HandRow>;
}
/** A matter as it is done: once, or for each of several parties. */
export interface Doing {
  readonly member: EventMember;
  readonly answer: MatterAnswer;
  readonly own: OwnParty;
  /** Rule 20: those that must be over before it begins. */
  readonly waits: ReadonlyArray<MatterWait>;
}
export type State = 'NOT_APPLICABLE' | 'WAIVED' | 'COMMITTED' | 'OPEN';
export interface HandRow {
  readonly doing: number;
  readonly code: string;
  readonly state: State;
  readonly onSite: boolean;
  readonly ways: ReadonlyArray<ReadonlyArray<Asked>>;
  /** Ways to meet it where its matter is done by itself. */
  readonly alone: ReadonlyArray<ReadonlyArray<Asked>>;
}
/** One document of one party, or of a group. */
export interface Asked {
  readonly documentType: DocumentType;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
  readonly use: EvidenceUse;
  /** Indexes of the matters that make it. */
  readonly makers: ReadonlyArray<number>;
  /** What brings it where the event does not make it and no line of the list meets it anyway. */
  readonly by: 'FORM' | 'HELD' | { readonly source: string } | null;
}

export function workByHand(hand: ByHand): Work {
  const { basis, matters: answers } = hand.input;
  const { done, refused } = decided(hand);
  const matters = [...done]
    .sort((a, b) => (a.matter < b.matter ? -1 : 1))
    .flatMap((member): ReadonlyArray<Doing> => {
      const answer = (answers ?? []).find((each) => each?.code === member.matter) as MatterAnswer;
      const parties = member.repeatedFor === null ? [] : hand.partiesOf(member.repeatedFor);
      const owns = parties.length > 1 ? parties : [null];
      const waits = (answer.waits ?? []).filter(({ condition }) => hand.holds(condition));
      return owns.map((party) => ({ member, answer, own: { role: member.repeatedFor, party }, waits }));
    });
  const rows = matters.flatMap(({ answer }, doing) =>
    (answer.requirements ?? []).map((row) => rowByHand(hand, matters, doing, row)),
  );
  return { matters, refused: new Set(refused.map(({ matter }) => matter)), rows };

  function decided({ holds }: ByHand): {
    readonly done: ReadonlyArray<EventMember>;
    readonly refused: ReadonlyArray<EventMember>;
  } {
    const said = ({ matter }: EventMember) => (answers ?? []).find((each) => each?.code === matter);
    const isEntitled = (member: EventMember, above: ReadonlyArray<string> = []): boolean => {
      const own = said(member)?.acceptance ?? member.acceptance ?? [];
      const bases = basis.members.filter(
        ({ matter, condition }) =>
          member.restsOn?.includes(matter) && ![...above, member.matter].includes(matter) && holds(condition),
      );
      return (
        own.every(({ condition }) => holds(condition)) &&
        bases.every((base) => isEntitled(base, [...above, member.matter]))
      );
    };
    const amount = (member: EventMember): number =>
      (said(member)?.benefits ?? member.benefits ?? []).find(({ condition }) => holds(condition))?.amountFen ?? 0;
    const needed = basis.members.filter(({ condition }) => holds(condition));
    const entitled = needed.filter((member) => isEntitled(member));
    const done = entitled.filter((member) => {
      const group = basis.groups?.find(({ code }) => code === member.exclusiveGroup);
      if (group?.choose !== 'HIGHEST_BENEFIT') return true;
      const rivals = entitled.filter(({ exclusiveGroup }) => exclusiveGroup === group.code);
      const most = Math.max(...rivals.map(amount));
      const first = rivals.filter((rival) => amount(rival) === most).map(({ matter }) => matter);
      return member.matter === first.sort()[0];
    });
    return { done, refused: needed.filter((member) => !done.includes(member)) };
  }
}

function rowByHand(hand: ByHand, matters: ReadonlyArray<Doing>, doing: number, stated: Requirement): HandRow {
  const { holds, input } = hand;
  const { member } = matters[doing] as Doing;
  const override = member.overrides?.find(({ requirement }) => requirement === stated.code);
  const isOpen = ({ condition }: Pick<EvidenceOption, 'condition'>): boolean => holds(condition);
  const waysOf = (options: ReadonlyArray<EvidenceOption>) =>
    options.filter(isOpen).flatMap((option) => {
      const way = option.uses.map((use) => askedBy(hand, matters, doing, stated, use));
      return way.includes(null) ? [] : [way.flatMap((asked) => asked ?? [])];
    });
  const row = { doing, code: stated.code, onSite: stated.onSite ?? false, ways: [], alone: [] };
  if (!isOpen(stated) || !stated.options.some(isOpen)) return { ...row, state: 'NOT_APPLICABLE' };
  if (stated.exemptions?.some(({ sources }) => sources === null)) return { ...row, state: 'WAIVED' };
  const alone = waysOf(stated.options);
  const options = override?.options ?? stated.options;
  if ((override && !isOpen(override)) || !options.some(isOpen)) return { ...row, alone, state: 'WAIVED' };
  const ways = waysOf(options);
  if (ways.length === 0) return { ...row, alone, state: 'NOT_APPLICABLE' };
  if (stated.commitment && input.situation.commitments.includes(stated.code))
    return { ...row, alone, state: 'COMMITTED' };
  return { ...row, alone, ways, state: 'OPEN' };
}

/** Documents that a use asks for, of each of those concerned; null: somebody has neither it nor what stands in for it. */
function askedBy(
  hand: ByHand,
  matters: ReadonlyArray<Doing>,
  doing: number,
  row: Requirement,
  use: EvidenceUse,
): ReadonlyArray<Asked> | null {
  const typeOf = (code: string) => hand.input.basis.documentTypes.find((each) => each.code === code) as DocumentType;
  const { own } = matters[doing] as Doing;
  const { code } = use.documentType;
  const parties = hand.partiesOf(use.subject, own);
  const isJoint = typeOf(code).holding === 'JOINT';
  const together = isJoint || hand.isGroup(use.subject);
  const found: Asked[] = [];
  for (const set of together ? [parties] : parties.map((party) => [party])) {
    const without = set.filter((party) => hand.insteadOf(party, code) !== undefined);
    if (without.length === 0 || (isJoint && without.length < set.length)) {
      found.push(asked(code, set, use.spec));
      continue;
    }
    const others = set.filter((party) => !without.includes(party));
    if (others.length > 0) found.push(asked(code, others, use.spec));
    for (const party of without) {
      const instead = hand.insteadOf(party, code);
      if (instead == null) return null;
      found.push(asked(instead, [party], null));
    }
  }
  return found;

  function asked(type: string, of: ReadonlyArray<string>, spec: string | null): Asked {
    const document = { documentType: typeOf(type), parties: of, spec, use };
    const by = broughtBy(hand, row, document);
    return { ...document, makers: by === 'FORM' ? [] : makersOf(hand, matters, doing, document), by };
  }
}

type Document = Omit<Asked, 'makers' | 'by'>;

/** Rule 5: whoever makes it, for one of them or for all. */
function makersOf(
  hand: ByHand,
  matters: ReadonlyArray<Doing>,
  taker: number,
  { documentType, parties, spec }: Document,
): ReadonlyArray<number> {
  return matters.flatMap(({ answer, own }, maker) => {
    const isMade = (answer.results ?? []).some((result) => {
      const of = hand.partiesOf(result.subject, own);
      const isOne = hand.isGroup(result.subject) || documentType.holding === 'JOINT';
      return (
        result.documentType.code === documentType.code &&
        result.spec === spec &&
        (isOne ? parties.every((party) => of.includes(party)) : parties.length === 1 && of.includes(parties[0] ?? ''))
      );
    });
    return isMade && maker !== taker ? [maker] : [];
  });
}

/** Rules 6, 7, 10 and 18. What is taken away is neither shared nor shown from what is held. */
function broughtBy(hand: ByHand, { exemptions }: Requirement, document: Document): Asked['by'] {
  const { sources } = document.documentType;
  if (sources.some(({ method }) => method === 'GENERATED_FORM')) return 'FORM';
  if (document.use.use === 'HAND_IN') return null;
  if (isHeld(hand, document)) return 'HELD';
  const open = sources.filter(
    ({ code, method, condition }) =>
      (method === 'BOUND_LICENCE' || method === 'DATA_VERIFICATION') &&
      hand.holds(condition) &&
      !hand.input.situation.refusedSources.includes(code) &&
      (exemptions == null || exemptions.some((each) => each.sources?.some((source) => source.code === code))),
  );
  const [source] = open.map(({ code }) => code).sort();
  return source === undefined ? null : { source };
}

/** By one document of all of them, or of what each has of their own, by one of each. */
function isHeld(hand: ByHand, { documentType, parties, spec, use }: Document): boolean {
  const { today, situation } = hand.input;
  const dayOf = (date: string): number => Date.parse(date) / 86_400_000;
  const ownersOf = ({ party, subject }: HeldDocument): ReadonlyArray<string> | null =>
    party != null ? [party] : subject != null ? hand.partiesOf(subject) : null;
  const good = situation.held.filter(
    (held) =>
      held.documentType === documentType.code &&
      (held.spec ?? null) === spec &&
      // A is the best of the four grades.
      held.trust <= use.minimumTrust &&
      (held.expiresOn == null || held.expiresOn >= today) &&
      (use.maximumAgeDays === null ||
        (held.issuedOn != null && dayOf(today) - dayOf(held.issuedOn) <= use.maximumAgeDays)),
  );
  const isOf = (held: HeldDocument, of: ReadonlyArray<string>): boolean =>
    of.every((party) => ownersOf(held)?.includes(party));
  const isAnybodys = good.some((held) => ownersOf(held) === null);
  if (good.some((held) => isOf(held, parties))) return true;
  // Of whom is not said: then it is of whom it is asked, but no more than one document.
  if (isAnybodys && (parties.length === 1 || documentType.holding === 'JOINT')) return true;
  return documentType.holding === 'EACH' && parties.every((party) => good.some((held) => isOf(held, [party])));
}
