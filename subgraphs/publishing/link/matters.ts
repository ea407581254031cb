import { inBoth } from '../../language/text.ts';
import type { AcceptanceCondition, LegalBasis, Requirement, RowOverride } from '../../planning/types.ts';
import type { Catalogue } from '../catalogue.ts';
import { fieldSchema } from '../form-fields.ts';
import type { DeskCheck, MatterContent } from '../published.ts';
import type {
  AcceptanceInFile,
  BasisInFile,
  CheckInFile,
  MatterFile,
  OverrideInFile,
  PaymentInFile,
  RequirementInFile,
  UseInFile,
} from '../shapes.ts';
import { photoFacts } from './photos.ts';

/**
 * What a department answers of a matter in one region, which lies in those that `liesIn` says: what the file leaves out is said, and form fields take
 * what their data element states.
 */
export function matterContent(
  matter: MatterFile,
  elementOf: Catalogue['elementOf'],
  liesIn: (region: string) => boolean,
): MatterContent {
  return {
    type: matter.type,
    authority: matter.authority,
    statutoryLimit: matter.statutoryLimit ?? null,
    promisedLimit: matter.promisedLimit ?? null,
    specialProcedures: (matter.specialProcedures ?? []).map(({ title, ...procedure }) => ({
      ...procedure,
      titles: title,
    })),
    waits: (matter.waits ?? []).map(({ title, condition, since, legalBasis: basis, ...wait }) => ({
      ...wait,
      titles: title,
      since: since ?? 'PREVIOUS',
      condition: condition ?? null,
      legalBasis: legalBasis(basis),
    })),
    visits: matter.visits ?? 0,
    onlineDepth: matter.onlineDepth ?? 1,
    channels: matter.channels ?? ['COUNTER'],
    conditions: matter.conditions ?? [],
    legalBases: (matter.legalBases ?? []).map(legalBasis),
    costs: matter.costs ?? [],
    // Filled in where its department is known.
    remedies: [],
    payment: matter.payment ? payment(matter.payment) : null,
    correctionPeriod: matter.correctionPeriod
      ? { ...matter.correctionPeriod, legalBasis: legalBasis(matter.correctionPeriod.legalBasis) }
      : null,
    requirements: matter.requirements.map((row) => requirement(row, liesIn)),
    results: matter.results.map(({ type, subject, spec, validity }) => ({
      documentType: { code: type },
      subject,
      spec: spec ?? null,
      validity:
        typeof validity === 'string'
          ? { duration: validity, untils: null }
          : validity
            ? { duration: null, untils: validity.until }
            : null,
    })),
    formFields: matter.formFields.map((field) => {
      const element = elementOf.get(field.element);
      return {
        code: field.element,
        subject: field.subject,
        titles: element?.title ?? { zh: field.element, en: field.element },
        required: field.required,
        sensitive: element?.sensitive ?? false,
        condition: field.condition ?? null,
        schema: fieldSchema(field, elementOf),
      };
    }),
    acceptance: (matter.acceptance ?? []).map(acceptanceCondition),
    benefits: (matter.benefits ?? []).map(({ condition, ...benefit }) => ({
      condition: condition ?? null,
      ...benefit,
    })),
    automatic: automaticRule(matter.automatic),
  };
}

function payment({ item, amountFen, each, basis, ...rest }: PaymentInFile): MatterContent['payment'] {
  return { items: item, amountFen: amountFen ?? null, each: each ?? null, ...rest, basis: legalBasis(basis) };
}

function automaticRule(rule: MatterFile['automatic']): MatterContent['automatic'] {
  if (!rule) return null;
  return {
    checks: rule.checks.map(deskCheck),
    issues: rule.issues.map(({ type, subject, spec, number }) => ({
      documentType: type,
      subject,
      spec: spec ?? null,
      number,
    })),
  };
}

function deskCheck(check: CheckInFile): DeskCheck {
  const base = { subject: check.subject, condition: check.condition ?? null, message: check.message };
  switch (check.check) {
    case 'DATE_NOT_IN_FUTURE':
      return { ...base, check: check.check, element: check.element };
    case 'DATE_NOT_BEFORE':
      return { ...base, check: check.check, element: check.element, other: check.other };
    case 'PRODUCED_PRESENT':
      return { ...base, check: check.check, documentType: check.type, spec: check.spec ?? null };
  }
}

function acceptanceCondition({ code, condition, subject, otherwise }: AcceptanceInFile): AcceptanceCondition {
  const { reason, legalBasis: basis, alternative } = otherwise;
  return {
    code,
    condition,
    subject: subject ?? null,
    reasons: reason,
    legalBasis: legalBasis(basis),
    alternatives: alternative?.text ?? null,
    alternativeMatter: alternative?.matter ?? null,
  };
}

const provenances = { sourced: 'SOURCED', reconstructed: 'RECONSTRUCTED', background: 'BACKGROUND' } as const;

function requirement(row: RequirementInFile, liesIn: (region: string) => boolean): Requirement {
  return {
    code: row.code,
    names: inBoth(row.name),
    necessity: row.necessity ?? 'REQUIRED',
    condition: row.condition ?? null,
    declaredSource: row.declaredSource ?? null,
    deferral: deferral(row),
    commitment: row.commitment ? { texts: row.commitment.text, consequences: row.commitment.consequence } : null,
    options: evidenceOptions(row),
    legalBasis: row.legalBasis ? legalBasis(row.legalBasis) : null,
    onSite: row.onSite ?? false,
    exemptions:
      row.exemptions
        ?.filter(({ regions }) => regions?.some(liesIn) ?? true)
        .map(({ sources, legalBasis: basis }) => ({
          sources: sources?.map((code) => ({ code })) ?? null,
          legalBasis: legalBasis(basis),
        })) ?? null,
    provenance: row.provenance ? provenances[row.provenance] : null,
  };
}

type Asked = Pick<RequirementInFile, 'uses' | 'options' | 'deferral' | 'proxy'>;

function evidenceOptions({
  uses: only,
  options = [{ uses: only ?? [] }],
  proxy: ofAll,
}: Asked): Requirement['options'] {
  return options.map(({ condition, uses, proxy = ofAll }) => ({
    condition: condition ?? null,
    ...(proxy ? { proxy } : {}),
    uses: uses.map(documentUse),
  }));
}

function deferral({ deferral: said }: Asked): Requirement['deferral'] {
  return said ? { workingDays: said.workingDays, consequences: said.consequence } : null;
}

/** A row as an event has it. */
export function rowOverride(override: OverrideInFile): RowOverride {
  const { requirement: row, waived, condition, uses, options } = override;
  return {
    requirement: row,
    condition: waived ? { any: [] } : (condition ?? null),
    options: uses || options ? evidenceOptions(override) : null,
    deferral: deferral(override),
    legalBasis: legalBasis(override.legalBasis),
  };
}

function documentUse(use: UseInFile): Requirement['options'][number]['uses'][number] {
  const kept = use.use === 'COPY' || use.use === 'INSPECT_AND_COPY';
  return {
    documentType: { code: use.type },
    subject: use.subject,
    spec: use.spec ?? null,
    use: use.use,
    copies: use.copies ?? (kept ? 1 : 0),
    minimumTrust: use.minimumTrust ?? 'D',
    maximumAgeDays: use.maximumAgeDays ?? null,
    ...(use.photo ? { photo: photoFacts(use.photo) } : {}),
  };
}

export function legalBasis(basis: BasisInFile): LegalBasis {
  return { title: basis.title, article: basis.article ?? null, documentNumber: basis.documentNumber ?? null };
}

/** Contents by definition: the regions that take a matter over share one, unless its rows are exempt in some of them. */
export function createContents(elementOf: Catalogue['elementOf'], liesIn: (region: string, other: string) => boolean) {
  const shared = new Map<MatterFile, MatterContent>();
  return (definition: MatterFile, region: string): MatterContent => {
    const here = () => matterContent(definition, elementOf, (other) => liesIn(region, other));
    if (definition.requirements.some(({ exemptions }) => exemptions?.some(({ regions }) => regions))) return here();
    const known = shared.get(definition) ?? here();
    shared.set(definition, known);
    return known;
  };
}
