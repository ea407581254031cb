import { byCode } from '../language/canonical.ts';
import { daysBetween } from '../language/civil-date.ts';
import type { Condition } from '../language/conditions.ts';
import { evaluate, openIn, type Truth } from '../language/conditions.ts';
import { createEntitlementOf, failedOf } from './entitlement.ts';
import { mayServe, waivedBy } from './exemptions.ts';
import { type Asked, createLacking, type Lacking } from './kinds.ts';
import { type StatedRow, statedRows } from './overrides.ts';
import { collectProducts, meets } from './products.ts';
import { type Binder, createBinder } from './roles.ts';
import type { Understood } from './situation.ts';
import type {
  AcceptanceCondition,
  DocumentType,
  EventMember,
  EvidenceUse,
  HeldDocument,
  LegalBasis,
  MatterAnswer,
  MatterWait,
  PlanInput,
  Requirement,
  Source,
} from './types.ts';

/** A matter as done once, or once per party of the role it is repeated for. */
export interface MatterInstance {
  readonly index: number;
  readonly member: EventMember;
  readonly answer: MatterAnswer | null;
  /** What it hangs on: that the situation needs it, and that those concerned are entitled to it. */
  readonly condition: Condition | null;
  /** UNKNOWN: planned as if it were needed. */
  readonly truth: Truth;
  /** Conditions of acceptance that do not hold, of a matter that is needed or may be; then it is not done. */
  readonly failed: ReadonlyArray<AcceptanceCondition>;
  /** What fails is that another benefit of its group is higher. */
  readonly outbid: boolean;
  /** Those that must be over before it begins, or may have to. */
  readonly waits: ReadonlyArray<MatterWait>;
  readonly repeatedFor: string | null;
  /** Null where the matter is done once. */
  readonly party: string | null;
}
/** A document type of a party or group, in a variant: what a line of the list, or a product of a matter, is identified by. */
export interface Identity {
  readonly documentType: DocumentType;
  readonly parties: ReadonlyArray<string>;
  readonly spec: string | null;
}
/** Equal for equal identities. */
export function identityKey({ code }: DocumentType, parties: ReadonlyArray<string>, spec: string | null): string {
  return `${code}|${parties.length === 1 ? parties[0] : parties.join('+')}|${spec ?? ''}`;
}
/** One use of one option, after binding: what it would take to meet it. */
export interface Need extends Identity {
  readonly key: string;
  readonly use: EvidenceUse;
  /** Of a form that the one form fills. */
  readonly generated: boolean;
  /** Indexes of the instances that make it, the surest first. */
  readonly producers: ReadonlyArray<number>;
  /** The source it is fetched from, unless a line meets it anyway. */
  readonly source: Source | null;
  /** The citizen has it, young and trusted enough. */
  readonly held: boolean;
  /** The documents held that meet it; none where it is not held. */
  readonly heldAs: ReadonlyArray<HeldDocument>;
  /** Open questions by which one of the parties may turn out not to have it. */
  readonly mayLack: ReadonlyArray<string>;
  /** What it stands in for, which they have not got. */
  readonly replaces: DocumentType | null;
}
export interface RowOption {
  readonly truth: Truth;
  readonly condition: Condition | null;
  readonly needs: ReadonlyArray<Need>;
}
export interface Row {
  readonly index: number;
  readonly instance: MatterInstance;
  /** As the event has it. */
  readonly requirement: Requirement;
  /** On what it is waived, or is otherwise than its department states it. */
  readonly basis: LegalBasis | null;
  /** Ways to meet it where its matter is done by itself. */
  readonly alone: ReadonlyArray<RowOption>;
  /** NOT_APPLICABLE, WAIVED, COMMITTED, or to be met by one of the options. */
  readonly state: 'NOT_APPLICABLE' | 'WAIVED' | 'COMMITTED' | 'OPEN';
  /** Only those that may hold. */
  readonly options: ReadonlyArray<RowOption>;
  /** Open questions that decide whether the row is needed at all, or of whom what. */
  readonly dependsOn: ReadonlyArray<string>;
  /** Not applicable, because those concerned have nothing that would meet it. */
  readonly nobodyHas: boolean;
}
export interface Expansion {
  readonly binder: Binder;
  /** Null where everybody has whatever documents there are. */
  readonly lacking: Lacking | null;
  /** Those the situation needs or may need, in order of code and party. */
  readonly instances: ReadonlyArray<MatterInstance>;
  /** Those that the situation needs or may need and nobody is entitled to, in order of code. */
  readonly refused: ReadonlyArray<MatterInstance>;
  readonly rows: ReadonlyArray<Row>;
  /** Codes of matters, wanted or possibly wanted, whose department did not answer. */
  readonly missing: ReadonlyArray<string>;
}

interface Kind {
  readonly documentType: DocumentType;
  readonly generated: boolean;
  /** Those that may be asked, the first by code before the others. */
  readonly sources: ReadonlyArray<Source>;
}

const noQuestion: ReadonlyArray<string> = [];
const TRUST = { A: 3, B: 2, C: 1, D: 0 } as const;

/** Every row of every matter of the event, bound to parties, with what each of its options would take on the day its matter begins. */
export function expandRows(
  input: PlanInput,
  understood: Understood,
  startsOn: (instance: number) => string,
): Expansion {
  const { basis } = input;
  const { facts } = understood;
  const binder = createBinder(basis.roles, understood.parties, understood.bindings, basis.bindings, understood.same);
  const lacking = createLacking(basis, facts, binder);
  const types = new Map(basis.documentTypes.map((type) => [type.code, type]));
  const answers = new Map((input.matters ?? []).flatMap((answer) => (answer ? [[answer.code, answer] as const] : [])));
  const members = [...basis.members].sort((a, b) => byCode(a.matter, b.matter));

  const entitlementOf = createEntitlementOf(basis, answers);
  const instances: MatterInstance[] = [];
  const idle: MatterInstance[] = [];
  const missing: string[] = [];
  for (const member of members) {
    const answer = answers.get(member.matter) ?? null;
    const entitlement = entitlementOf(member);
    const { condition } = entitlement;
    const truth = evaluate(condition, facts);
    const failed =
      truth === 'FALSE' && evaluate(member.condition, facts) !== 'FALSE' ? failedOf(entitlement, facts) : [];
    const outbid = failed.some((each) => each === entitlement.highest);
    if (truth !== 'FALSE' && !answeredFully(answer)) missing.push(member.matter);
    const parties = member.repeatedFor === null ? [] : binder.partiesOf(member.repeatedFor);
    const waits = (answer?.waits ?? []).filter((wait) => evaluate(wait.condition, facts) !== 'FALSE');
    const base = { member, answer, condition, truth, failed, outbid, waits, repeatedFor: member.repeatedFor };
    if (truth === 'FALSE') idle.push({ ...base, index: -1, party: null });
    else if (parties.length > 1) {
      for (const party of parties) instances.push({ ...base, index: instances.length, party });
    } else instances.push({ ...base, index: instances.length, party: null });
  }

  const stated = new Map<EventMember, ReadonlyArray<StatedRow>>();
  /** By code; one list for all parties that a matter is repeated for. */
  const rowsOf = ({ member, answer }: MatterInstance): ReadonlyArray<StatedRow> => {
    const known = stated.get(member) ?? [...statedRows(member, answer)].sort((a, b) => byCode(a.own.code, b.own.code));
    stated.set(member, known);
    return known;
  };
  const kinds = new Map<string, Kind>();
  const products = collectProducts(instances, binder, (code) => types.get(code)?.holding === 'JOINT');
  const rows: Row[] = [];
  for (const instance of [...instances, ...idle]) {
    for (const stated of rowsOf(instance)) rows.push(expandRow(instance, stated, rows.length));
  }
  const refused = idle.filter(({ failed }) => failed.length > 0);
  return { binder, lacking, instances, refused, rows, missing };

  function expandRow(instance: MatterInstance, stated: StatedRow, index: number): Row {
    const { own, requirement, override } = stated;
    const alone = optionsOf(instance, own);
    const options = override ? optionsOf(instance, requirement) : alone;
    const basis = override?.legalBasis ?? null;
    const row = { index, instance, requirement, basis, alone, options: [], dependsOn: [], nobodyHas: false };
    if (!(lacking ? mayApply(instance, own) : alone.length > 0))
      return { ...row, basis: null, state: 'NOT_APPLICABLE' };
    const waiver = waivedBy(requirement);
    // Its department asks nobody for it, with the event or without.
    if (waiver !== null) return { ...row, basis: waiver, alone: [], state: 'WAIVED' };
    if (!(lacking ? mayApply(instance, requirement) : options.length > 0)) return { ...row, state: 'WAIVED' };
    if (options.length === 0) return { ...row, basis: null, state: 'NOT_APPLICABLE', nobodyHas: true };
    const committed = requirement.commitment !== null && understood.commitments.has(requirement.code);
    return {
      index,
      instance,
      requirement,
      basis,
      alone,
      nobodyHas: false,
      state: committed ? 'COMMITTED' : 'OPEN',
      options: committed ? [] : options,
      dependsOn: dependsOnOf(instance, requirement, options),
    };
  }

  /** Open questions that decide whether the row is needed, or of whom what. */
  function dependsOnOf(
    instance: MatterInstance,
    requirement: Requirement,
    options: ReadonlyArray<RowOption>,
  ): ReadonlyArray<string> {
    const dependsOn = [
      ...openIn(instance.condition, facts),
      ...openIn(requirement.condition, facts),
      // Needed at all only if an option opens; where one is certainly open the row is certain.
      ...(options.some((option) => option.truth === 'TRUE')
        ? []
        : options.flatMap((option) => openIn(option.condition, facts))),
      ...(lacking ? options.flatMap(({ needs }) => needs.flatMap(({ mayLack }) => mayLack)) : []),
    ];
    return dependsOn.length < 2 ? dependsOn : [...new Set(dependsOn)].sort(byCode);
  }

  /** Whether the situation asks for the row, whoever has what. */
  function mayApply(instance: MatterInstance, { condition, options }: Requirement): boolean {
    if (instance.truth === 'FALSE' || evaluate(condition, facts) === 'FALSE') return false;
    return options.some((option) => evaluate(option.condition, facts) !== 'FALSE');
  }

  /** Those that may hold and that somebody can meet, where the row may be needed at all. */
  function optionsOf(instance: MatterInstance, requirement: Requirement): ReadonlyArray<RowOption> {
    if (instance.truth === 'FALSE' || evaluate(requirement.condition, facts) === 'FALSE') return [];
    return requirement.options.flatMap(({ condition, uses }): RowOption[] => {
      const truth = evaluate(condition, facts);
      if (truth === 'FALSE') return [];
      const needs = needsOf(instance, requirement, uses);
      return needs ? [{ truth, condition, needs }] : [];
    });
  }

  /** What would meet an option; null where somebody cannot have it. */
  function needsOf(
    instance: MatterInstance,
    requirement: Requirement,
    uses: ReadonlyArray<EvidenceUse>,
  ): ReadonlyArray<Need> | null {
    const needs: Need[] = [];
    for (const use of uses) {
      const found = expandUse(instance, requirement, use);
      if (!found) return null;
      needs.push(...found);
    }
    return needs;
  }

  function expandUse(instance: MatterInstance, requirement: Requirement, use: EvidenceUse): ReadonlyArray<Need> | null {
    const { documentType } = kindOf(use.documentType.code);
    const parties = binder.partiesOf(use.subject, instance);
    const sets =
      binder.isGroup(use.subject) || documentType.holding === 'JOINT' ? [parties] : parties.map((party) => [party]);
    if (!lacking) return sets.map((set) => needOf(instance, requirement, use, set, noQuestion, null));
    const needs: Need[] = [];
    for (const set of sets) {
      const asked: Asked = { parties: set, use };
      const found = lacking.replaced(asked, documentType);
      if (!found) return null;
      const open = lacking.openFor(asked);
      for (const each of found) {
        const replaces = each.use === use ? null : documentType;
        needs.push(needOf(instance, requirement, each.use, each.parties, open, replaces));
      }
    }
    return needs;
  }

  function needOf(
    instance: MatterInstance,
    requirement: Requirement,
    use: EvidenceUse,
    set: ReadonlyArray<string>,
    mayLack: ReadonlyArray<string>,
    replaces: DocumentType | null,
  ): Need {
    const { documentType, generated, sources } = kindOf(use.documentType.code);
    // Written out: a plan makes hundreds of these, and spreading costs several times as much.
    const need = {
      documentType,
      parties: set,
      spec: use.spec,
      key: identityKey(documentType, set, use.spec),
      use,
      generated,
      producers: [] as ReadonlyArray<number>,
      source: use.use === 'HAND_IN' ? null : (sources.find((each) => mayServe(requirement, each)) ?? null),
      held: false,
      heldAs: [] as ReadonlyArray<HeldDocument>,
      mayLack,
      replaces,
    };
    if (products.length > 0)
      need.producers = products
        .filter((product) => product.instance !== instance.index && meets(product, need))
        .map((product) => product.instance);
    if (use.use !== 'HAND_IN' && understood.held.length > 0) {
      need.heldAs = heldFor(need, use, instance);
      need.held = need.heldAs.length > 0;
    }
    return need;
  }

  /** What is the same for every use of a document type. */
  function kindOf(code: string): Kind {
    let kind = kinds.get(code);
    if (!kind) {
      const documentType = types.get(code) ?? { code, name: { zh: code, en: code }, holding: 'EACH', sources: [] };
      kind = {
        documentType,
        generated: documentType.sources.some((each) => each.method === 'GENERATED_FORM'),
        sources: sourcesOf(documentType),
      };
      kinds.set(code, kind);
    }
    return kind;
  }

  function sourcesOf(type: DocumentType): ReadonlyArray<Source> {
    const open = type.sources.filter(
      (source) =>
        !understood.refusedSources.has(source.code) &&
        evaluate(source.condition, facts) !== 'FALSE' &&
        (source.method === 'BOUND_LICENCE' || source.method === 'DATA_VERIFICATION'),
    );
    return open.sort((a, b) => byCode(a.code, b.code));
  }

  /** The one document that meets it, or of a type that each of a group has, one of each; a licence before what is only said to be held. */
  function heldFor(need: Identity, use: EvidenceUse, instance: MatterInstance): ReadonlyArray<HeldDocument> {
    const find = (documents: ReadonlyArray<HeldDocument>, identity: Identity): HeldDocument | undefined => {
      const good = documents.filter((document) => isGoodFor(document, identity, use, instance));
      return good.find(({ licence }) => licence != null) ?? good[0];
    };
    const whole = find(understood.held, need);
    if (whole) return [whole];
    if (need.parties.length === 1 || need.documentType.holding !== 'EACH') return [];
    // One of nobody in particular is no more than one of them has.
    const named = understood.held.filter(({ party, subject }) => party != null || subject != null);
    const each = need.parties.map((party) => find(named, { ...need, parties: [party] }));
    return each.every((document) => document !== undefined) ? each : [];
  }

  function isGoodFor(document: HeldDocument, need: Identity, use: EvidenceUse, { index }: MatterInstance): boolean {
    if (document.documentType !== need.documentType.code || (document.spec ?? null) !== need.spec) return false;
    const of =
      document.party != null ? [document.party] : document.subject != null ? binder.partiesOf(document.subject) : [];
    if (of.length > 0 && !need.parties.every((party) => of.includes(party))) return false;
    if (of.length === 0 && need.parties.length > 1 && need.documentType.holding === 'EACH') return false;
    if (TRUST[document.trust] < TRUST[use.minimumTrust]) return false;
    if (document.expiresOn != null && document.expiresOn < startsOn(index)) return false;
    if (use.maximumAgeDays === null) return true;
    return document.issuedOn != null && daysBetween(document.issuedOn, startsOn(index)) <= use.maximumAgeDays;
  }
}

/** A department answered a matter when none of what the plan rests on is null. */
function answeredFully(answer: MatterAnswer | null): boolean {
  return answer !== null && answer.requirements !== null && answer.results !== null && answer.formFields !== null;
}
