import { byCode } from '../language/canonical.ts';
import { type Facts, mayBeAsked } from '../language/conditions.ts';
import type { Binder } from './roles.ts';
import type { DocumentType, EvidenceUse, PlanningBasis } from './types.ts';

/** One document of those that a use asks for: of whom, and as what. */
export interface Asked {
  readonly parties: ReadonlyArray<string>;
  readonly use: EvidenceUse;
}
/** What people have not got by what they are (PLANNING, rule 2): whoever they are in the event, and whichever department asks. */
export interface Lacking {
  readonly lacks: (party: string, documentType: string) => boolean;
  /** Documents instead, each of those who have it; null: somebody has neither it nor what stands in for it. */
  readonly replaced: (asked: Asked, documentType: DocumentType) => ReadonlyArray<Asked> | null;
  /** Codes of the open questions by which somebody may turn out not to have it. */
  readonly openFor: (asked: Asked) => ReadonlyArray<string>;
}

/** Role → kind that an answer makes its party. */
interface Made {
  readonly role: string;
  readonly kind: string;
  readonly question: string;
}

/** Null where no answer makes anybody of a kind, and none that is missing may. */
export function createLacking(basis: PlanningBasis, facts: Facts, binder: Binder): Lacking | null {
  if (!basis.kinds || basis.kinds.length === 0) return null;
  const { certain, open } = kindsMade(facts);
  if (certain.length + open.length === 0) return null;
  const lacksOf = new Map(basis.kinds.map(({ code, lacks }) => [code, lacks]));
  const instead = new Map<string, string | null>();
  for (const { role, kind } of certain)
    for (const party of binder.partiesOf(role))
      for (const lacked of lacksOf.get(kind) ?? []) instead.set(`${party}\n${lacked.documentType}`, lacked.instead);
  const doubtful = new Map<string, Set<string>>();
  for (const { role, kind, question } of open)
    for (const party of binder.partiesOf(role))
      for (const { documentType } of lacksOf.get(kind) ?? []) {
        const key = `${party}\n${documentType}`;
        doubtful.set(key, (doubtful.get(key) ?? new Set()).add(question));
      }
  const lacks = (party: string, documentType: string): boolean => instead.has(`${party}\n${documentType}`);

  const replaced = ({ parties, use }: Asked, { holding }: DocumentType): ReadonlyArray<Asked> | null => {
    const without = parties.filter((party) => lacks(party, use.documentType.code));
    // One that they hold together is there as long as one of them may hold it.
    if (without.length === 0 || (holding === 'JOINT' && without.length < parties.length)) return [{ parties, use }];
    const others = parties.filter((party) => !lacks(party, use.documentType.code));
    const found: Asked[] = others.length > 0 ? [{ parties: others, use }] : [];
    for (const party of without) {
      const code = instead.get(`${party}\n${use.documentType.code}`);
      if (code == null) return null;
      found.push({ parties: [party], use: { ...use, documentType: { code }, spec: null, photo: null } });
    }
    return found;
  };
  const openFor = ({ parties, use }: Asked): ReadonlyArray<string> => [
    ...new Set(parties.flatMap((party) => [...(doubtful.get(`${party}\n${use.documentType.code}`) ?? [])])),
  ];
  return { lacks, replaced, openFor };
}

/** Kinds that answers make somebody, and those that an answer still missing may, in order of the questions' codes. */
export function kindsMade(facts: Facts): {
  readonly certain: ReadonlyArray<Made>;
  readonly open: ReadonlyArray<Made>;
} {
  const certain: Made[] = [];
  const open: Made[] = [];
  for (const { code: question, options } of [...facts.questions.values()].sort((a, b) => byCode(a.code, b.code))) {
    const answer = facts.answers.get(question);
    for (const { code, makes } of options)
      for (const [role, kind] of Object.entries(makes ?? {})) {
        if (answer !== undefined && String(answer) === code) certain.push({ role, kind, question });
        if (answer === undefined && mayBeAsked(question, facts) !== 'FALSE') open.push({ role, kind, question });
      }
  }
  return { certain, open };
}
