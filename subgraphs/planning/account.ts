import { byCode } from '../language/canonical.ts';
import { type Facts, openIn } from '../language/conditions.ts';
import { apartIn, photoKey } from '../language/photo-facts.ts';
import type { Localized } from '../language/text.ts';
import { type Chosen, copiesOf, type Line, type MetNeed } from './choose.ts';
import { mayServe, servedBy } from './exemptions.ts';
import type { Expansion, Row } from './expansion.ts';
import type { Identity } from './identity.ts';
import { sortOf } from './lines.ts';
import type { NameParty } from './party-names.ts';
import { reasons, titleOf } from './reasons.ts';
import type { AccountRow, Fate, LegalBasis, PlannedMaterial, Requirement, TrustGrade } from './types.ts';

type Commitment = NonNullable<Requirement['commitment']>;

export interface Account {
  readonly materials: ReadonlyArray<PlannedMaterial>;
  readonly account: ReadonlyArray<AccountRow>;
}

interface UseOfLine {
  readonly row: Row;
  readonly met: MetNeed;
  readonly dependsOn: ReadonlyArray<string>;
}

/** Names every row's fate once, and the lines of the list from the rows that rest on them (PLANNING, rules 3, 8, 14). */
export function makeAccount(
  expansion: Expansion,
  chosen: Chosen,
  facts: Facts,
  nameParty: NameParty,
  refusedSources: ReadonlySet<string>,
): Account {
  const stage = (row: Row): number => chosen.order.stages[row.instance.index] ?? 0;
  const inOrder = (a: Row, b: Row): number =>
    stage(a) - stage(b) ||
    byCode(a.instance.member.matter, b.instance.member.matter) ||
    byCode(a.requirement.code, b.requirement.code) ||
    a.index - b.index;

  const uses = new Map<number, UseOfLine[]>(chosen.lines.map((line) => [line.index, []]));
  for (const row of [...expansion.rows].sort(inOrder)) {
    const met = chosen.met.get(row.index);
    const condition = met && row.options[met.option]?.condition;
    const opens = openIn(condition, facts);
    const dependsOn = opens.length === 0 ? row.dependsOn : [...new Set([...row.dependsOn, ...opens])].sort(byCode);
    for (const need of met?.needs ?? []) {
      if (need.outcome.kind === 'LINE') uses.get(need.outcome.line)?.push({ row, met: need, dependsOn });
    }
  }
  /** The row that introduces each line: the first of those that name the whole of it. */
  const introducedBy = new Map<number, Row>();
  for (const line of chosen.lines) {
    const of = uses.get(line.index) ?? [];
    const first = of.find(({ met }) => met.outcome.kind === 'LINE' && met.outcome.namesWhole) ?? of[0];
    if (first) introducedBy.set(line.index, first.row);
  }
  const ids = new Map(chosen.lines.map((line) => [line.index, materialId(line)]));
  const idOf = (line: number): string => ids.get(line) as string;
  const titles = new Map(chosen.lines.map((line) => [line.index, titleOf(line, nameParty)]));
  const title = (line: number): Localized => titles.get(line) as Localized;
  const isDeferrable = (line: number): boolean =>
    (uses.get(line) ?? []).every(({ row }) => row.requirement.deferral !== null);

  const account = expansion.rows.map((row): AccountRow => {
    if (row.state === 'NOT_APPLICABLE') {
      const { matterNotNeeded, rowNotNeeded, notEntitled, nobodyHas } = reasons;
      if (row.instance.failed.length > 0) return accountRow(row, 'NOT_ENTITLED', notEntitled(row));
      if (row.nobodyHas) return accountRow(row, 'NOT_APPLICABLE', nobodyHas);
      return accountRow(row, 'NOT_APPLICABLE', row.instance.truth === 'FALSE' ? matterNotNeeded(row) : rowNotNeeded);
    }
    if (row.state === 'WAIVED') return accountRow(row, 'WAIVED', reasons.waived(row.basis));
    if (row.state === 'COMMITTED') {
      return accountRow(row, 'COMMITTED', reasons.committed(row.requirement.commitment as Commitment));
    }
    const met = chosen.met.get(row.index)?.needs ?? [];
    const told = onTheList(row, met) ?? offTheList(row, met);
    const replaced = met.find(({ need }) => need.replaces !== null)?.need.replaces;
    const reason = replaced ? reasons.andInstead(told.reason, replaced.name) : told.reason;
    return { ...told, reason: row.basis === null ? reason : reasons.andOtherwise(reason, row.basis) };
  });

  /** A row with a use that a line meets: it brings the line, or rests on it. */
  function onTheList(row: Row, met: ReadonlyArray<MetNeed>): AccountRow | null {
    const lines = met.flatMap(({ outcome }) => (outcome.kind === 'LINE' ? [outcome.line] : []));
    const added = lines.find((line) => introducedBy.get(line) === row);
    const line = added ?? lines[0];
    if (line === undefined) return null;
    const material = idOf(line);
    if (added === undefined) return accountRow(row, 'MERGED', reasons.merged(title(line)), { material });
    const { deferral } = row.requirement;
    const told =
      deferral && isDeferrable(line) ? reasons.deferred(title(line), deferral) : reasons.kept(row, title(line));
    const refused = met.some(({ need }) =>
      need.documentType.sources.some((each) => refusedSources.has(each.code) && mayServe(row.requirement, each)),
    );
    const reason = refused ? reasons.andRefused(told) : told;
    return accountRow(row, isDeferrable(line) ? 'DEFERRED' : 'KEPT', reason, { material });
  }

  const materials = chosen.lines
    .map((line) => material(line, uses.get(line.index) ?? []))
    .map((each) => ({ each, row: introducedBy.get(each.line.index) as Row }))
    .sort((a, b) => inOrder(a.row, b.row) || byCode(a.each.line.key, b.each.line.key))
    .map(({ each }) => each.material);
  return { materials, account };

  /** Photographs of the same kind and of some of the same people, of which this one cannot be one as well. */
  function apartFrom(line: Line): PlannedMaterial['apart'] {
    const { photo } = line;
    if (photo === null) return [];
    return chosen.lines.flatMap((other) => {
      if (sortOf(other) !== sortOf(line) || !line.parties.some((party) => other.parties.includes(party))) return [];
      const facts = apartIn(photo, other.photo);
      if (other.photo === null || facts.length === 0) return [];
      return [{ material: idOf(other.index), reason: reasons.apart(title(other.index), photo, other.photo, facts) }];
    });
  }

  function material(line: Line, of: ReadonlyArray<UseOfLine>): { line: Line; material: PlannedMaterial } {
    const kinds = of.map(({ met }) => met.need.use.use);
    const ages = of.flatMap(({ met }) => met.need.use.maximumAgeDays ?? []);
    const deferrable = isDeferrable(line.index);
    const certain = of.some(({ dependsOn }) => dependsOn.length === 0);
    return {
      line,
      material: {
        id: idOf(line.index),
        documentType: line.documentType.code,
        subjects: [...new Set(line.parties.map(expansion.binder.roleOf))],
        parties: line.parties,
        party: line.parties.length === 1 ? (line.parties[0] as string) : null,
        spec: line.spec,
        photo: line.photo,
        title: title(line.index),
        showOriginal: kinds.includes('INSPECT') || kinds.includes('INSPECT_AND_COPY'),
        handIn: kinds.includes('HAND_IN'),
        copies: of.reduce(
          (sum, { met: { need } }) =>
            sum +
            (need.use.use === 'COPY' || need.use.use === 'INSPECT_AND_COPY' ? need.use.copies * copiesOf(need) : 0),
          0,
        ),
        minimumTrust: of.map(({ met }) => met.need.use.minimumTrust).reduce(stricter, 'D'),
        maximumAgeDays: ages.length === 0 ? null : Math.min(...ages),
        deferrable,
        dueInWorkingDays: deferrable
          ? Math.min(...of.map(({ row }) => row.requirement.deferral?.workingDays ?? 0))
          : null,
        neededBy: [...new Set(of.map(({ row }) => row.index))].sort((a, b) => a - b),
        dependsOn: certain ? [] : [...new Set(of.flatMap(({ dependsOn }) => dependsOn))].sort(byCode),
        alternatives: alternativesOf(of),
        apart: apartFrom(line),
      },
    };
  }
}

/** A row of which no line meets a use: the most demanding of the others decides. */
function offTheList(row: Row, met: ReadonlyArray<MetNeed>): AccountRow {
  const outcomes = met.map(({ outcome }) => outcome);
  const shared = outcomes.find((outcome) => outcome.kind === 'SHARED');
  if (shared) {
    const source = shared.source?.code ?? null;
    const basis = servedBy(row.requirement, source);
    return accountRow(row, 'SHARED', reasons.shared(shared.source, basis), { source, basis });
  }
  const produced = outcomes.find((outcome) => outcome.kind === 'PRODUCED');
  if (produced)
    return accountRow(row, 'PRODUCED', reasons.produced(produced.by), { producedBy: produced.by.member.matter });
  return accountRow(row, 'GENERATED', reasons.generated);
}

function accountRow(
  { instance, requirement, basis, dependsOn }: Row,
  fate: Fate,
  reason: Localized,
  pointer: {
    readonly material?: string;
    readonly producedBy?: string;
    readonly source?: string | null;
    readonly basis?: LegalBasis | null;
  } = {},
): AccountRow {
  return {
    matter: instance.member.matter,
    requirement: requirement.code,
    names: requirement.names,
    party: instance.party,
    fate,
    material: pointer.material ?? null,
    dependsOn,
    producedBy: pointer.producedBy ?? null,
    source: pointer.source ?? null,
    reason,
    basis: pointer.basis ?? basis,
  };
}

/** Grades are letters: A is the strictest. */
function stricter(a: TrustGrade, b: TrustGrade): TrustGrade {
  return a < b ? a : b;
}

/** Document types that would do instead for every row on the line. */
function alternativesOf(of: ReadonlyArray<UseOfLine>): ReadonlyArray<string> {
  if (of.some(({ row }) => row.options.length < 2)) return [];
  const perRow = of.map(({ row, met }) => {
    const own = met.need.documentType.code;
    const others = row.options.filter(
      (option) => option.truth === 'TRUE' && !option.needs.some((need) => need.documentType.code === own),
    );
    return new Set(others.flatMap((option) => option.needs.map((need) => need.documentType.code)));
  });
  const [first, ...rest] = perRow;
  return [...(first ?? [])].filter((code) => rest.every((row) => row.has(code))).sort(byCode);
}

/** Stable across plans: the same line has the same id whatever else is in the list. */
export function materialId({ documentType, parties, spec, photo }: Identity): string {
  const variant = [...(spec === null ? [] : [spec]), ...(photo === null ? [] : [photoKey(photo)])];
  return [documentType.code, parties.join('+'), ...variant].join(':');
}
