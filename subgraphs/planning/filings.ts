import { byCode } from '../language/canonical.ts';
import type { Facts } from '../language/conditions.ts';
import { wholeDays } from '../language/time-limit.ts';
import { materialId } from './account.ts';
import type { Chosen, Line, MetNeed } from './choose.ts';
import type { Expansion, MatterInstance, Row } from './expansion.ts';
import { receivedFields } from './form.ts';
import type { NameParty } from './party-names.ts';
import { questionsNamed } from './questions.ts';
import { titleOf } from './reasons.ts';
import type { Timing } from './timing.ts';
import type { AccountRow, MetByLicence, Plan, PlannedFiling, PlanStep, SharedDocument } from './types.ts';
import type { Visits } from './visits.ts';

/** The matters in order of stage, code and party. */
export function stepsOf({ instances }: Expansion, { order }: Chosen, { inPerson }: Visits): ReadonlyArray<PlanStep> {
  return instances
    .map(
      (instance): PlanStep => ({
        matter: instance.member.matter,
        party: instance.party,
        stage: (order.stages[instance.index] ?? 0) + 1,
        after: [
          ...new Set(
            (order.before[instance.index] ?? []).map((index) => (instances[index] as MatterInstance).member.matter),
          ),
        ].sort(byCode),
        promised: instance.answer?.promisedLimit ?? null,
        waits: instance.waits,
        inPerson: inPerson[instance.index] === true,
      }),
    )
    .sort((a, b) => a.stage - b.stage || byCode(a.matter, b.matter) || byCode(a.party ?? '', b.party ?? ''));
}

/** Every source drawn on, by code. */
export function sourcesOf({ rows }: Expansion, { met }: Chosen): Plan['sources'] {
  const drawn = new Map<string, boolean>();
  for (const row of rows) {
    for (const { outcome } of met.get(row.index)?.needs ?? []) {
      if (outcome.kind === 'SHARED' && outcome.source) drawn.set(outcome.source.code, outcome.source.requiresConsent);
    }
  }
  return [...drawn].sort(([a], [b]) => byCode(a, b)).map(([code, requiresConsent]) => ({ code, requiresConsent }));
}

/** Each matter's share of a submission: what it receives, how its rows are met, what it waits for, when it should end. */
export function filingsOf(
  expansion: Expansion,
  chosen: Chosen,
  account: ReadonlyArray<AccountRow>,
  facts: Facts,
  timing: Timing,
  nameParty: NameParty,
): ReadonlyArray<PlannedFiling> {
  const lines = new Map(chosen.lines.map((line) => [line.index, line]));
  const rowsOf = new Map(expansion.instances.map((instance): [MatterInstance, Row[]] => [instance, []]));
  for (const row of expansion.rows) rowsOf.get(row.instance)?.push(row);
  return expansion.instances.map((instance): PlannedFiling => {
    const rows = rowsOf.get(instance) ?? [];
    const met = rows.map((row) => ({ row, needs: chosen.met.get(row.index)?.needs ?? [] }));
    return {
      matter: instance.member.matter,
      department: instance.member.department,
      party: instance.party,
      stage: (chosen.order.stages[instance.index] ?? 0) + 1,
      after: chosen.order.before[instance.index] ?? [],
      startsOn: timing.startDates[instance.index] as string,
      endsAfterWorkingDays: wholeDays(timing.ends[instance.index] as number),
      fields: receivedFields(expansion, facts, instance),
      questions: questionsNamed(instance, facts),
      rows: met.map(({ row, needs }) => ({
        requirement: row.requirement.code,
        fate: (account[row.index] as AccountRow).fate,
        ...suppliesOf(needs, lines),
        shared: needs.flatMap((each) => sharedBy(each, nameParty)),
        licences: needs.flatMap((each) => licencesFor(each, nameParty)),
      })),
      issues: (instance.answer?.results ?? []).map(({ documentType, subject, spec, validity }) => ({
        documentType: documentType.code,
        subject,
        parties: expansion.binder.partiesOf(subject, instance),
        spec,
        validity: validity?.duration ?? null,
      })),
      consumes: met.flatMap(({ needs }) => needs.flatMap(productsOf)),
      parties: Object.fromEntries(
        subjectsOf(instance, rows).map((role) => [role, expansion.binder.partiesOf(role, instance)]),
      ),
    };
  });
}

function suppliesOf(
  needs: ReadonlyArray<MetNeed>,
  lines: ReadonlyMap<number, Line>,
): Pick<PlannedFiling['rows'][number], 'materials' | 'sources'> {
  const materials: string[] = [];
  const sources: string[] = [];
  for (const { outcome } of needs) {
    if (outcome.kind === 'LINE') materials.push(materialId(lines.get(outcome.line) as Line));
    else if (outcome.kind === 'SHARED' && outcome.source) sources.push(outcome.source.code);
  }
  return { materials, sources };
}

/** A document of each holder's own, or the one they have together, of a source that can be asked. */
function sharedBy({ need, outcome }: MetNeed, nameParty: NameParty): ReadonlyArray<SharedDocument> {
  if (outcome.kind !== 'SHARED' || need.held || outcome.source?.provider === undefined) return [];
  const { code: source, provider } = outcome.source;
  const { documentType, parties, spec, photo, use } = need;
  const holders = documentType.holding === 'EACH' ? parties.map((party) => [party]) : [parties];
  return holders.map((each) => {
    const identity = { documentType, parties: each, spec, photo };
    return {
      ...{ source, provider, documentType: documentType.code, parties: each, spec },
      ...{ minimumTrust: use.minimumTrust, maximumAgeDays: use.maximumAgeDays },
      ...{ material: materialId(identity), title: titleOf(identity, nameParty) },
    };
  });
}

/** The licences of the vault that meet a use, one for each person of a type that each has. */
function licencesFor({ need, outcome }: MetNeed, nameParty: NameParty): ReadonlyArray<MetByLicence> {
  if (outcome.kind !== 'SHARED' || !need.held) return [];
  const { documentType, parties, spec, photo, use, heldAs } = need;
  const isEach = heldAs.length === parties.length;
  return heldAs.flatMap(({ licence }, index) => {
    const of = isEach ? [parties[index] as string] : parties;
    if (licence == null) return [];
    return [
      {
        ...{ licence, documentType: documentType.code, parties: of, spec },
        ...{ minimumTrust: use.minimumTrust, maximumAgeDays: use.maximumAgeDays },
        title: titleOf({ documentType, parties: of, spec, photo }, nameParty),
      },
    ];
  });
}

function productsOf({ need, outcome }: MetNeed): PlannedFiling['consumes'] {
  if (outcome.kind !== 'PRODUCED') return [];
  const { documentType, parties, spec } = need;
  return [{ documentType: documentType.code, parties, spec, filing: outcome.by.index }];
}

/** Every role that the matter speaks of, by code. */
function subjectsOf({ answer }: MatterInstance, rows: ReadonlyArray<Row>): ReadonlyArray<string> {
  const subjects = new Set<string>();
  for (const field of answer?.formFields ?? []) subjects.add(field.subject);
  for (const result of answer?.results ?? []) subjects.add(result.subject);
  for (const row of rows)
    for (const option of row.options) for (const need of option.needs) subjects.add(need.use.subject);
  return [...subjects].sort(byCode);
}
