import { own } from '../../language/own.ts';
import type { PhotoFacts } from '../../language/photo-facts.ts';
import type { Localized } from '../../language/text.ts';
import { licencesIn } from './licence-use.ts';
import { type Picture, photoRefusals } from './photographs.ts';
import { itsSource } from './reasons.ts';
import { type Place, type Refusal, refuse } from './refusals.ts';

/** What is supplied for one material of the plan, in exactly one way. */
export interface Evidence {
  readonly material: string;
  readonly upload?: string | null;
  readonly licence?: string | null;
  /** One licence for each person of a material that each of a group has. */
  readonly licences?: ReadonlyArray<string> | null;
  readonly bringToCounter?: boolean | null;
  readonly later?: boolean | null;
}
/** A file that was looked at: what it is, and as what it was found to be. */
export interface StoredFile extends Picture {
  readonly sha256: string;
  /** Media type. */
  readonly contentType: string;
}
/** Material → media types that an upload for it may have; what is not in it takes all. */
export type TakenTypes = Readonly<Record<string, ReadonlyArray<string>>>;
/** Material → what a photograph for it has to be. */
export type AskedPhotos = Readonly<Record<string, PhotoFacts>>;
/** What uploads have to be. */
export interface UploadTerms {
  readonly taken: TakenTypes;
  readonly photos: AskedPhotos;
}
export interface Consent {
  readonly source: string;
  readonly granted: boolean;
}
/** As much of a plan as it is judged by whether it can be submitted. */
export interface SubmittedPlan {
  readonly id: string;
  readonly problems: ReadonlyArray<unknown>;
  readonly complete: boolean;
  readonly missing: ReadonlyArray<string>;
  readonly openQuestions: ReadonlyArray<{ readonly question: string }>;
  readonly materials: ReadonlyArray<{ readonly id: string; readonly title: Localized; readonly deferrable: boolean }>;
  readonly sources: ReadonlyArray<{ readonly code: string; readonly requiresConsent: boolean }>;
}
/** Names that the catalogue gives. */
export interface Names {
  readonly members: ReadonlyArray<{ readonly matter: string; readonly department: string }>;
  readonly departments: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  readonly questions: ReadonlyArray<{ readonly code: string; readonly text: Localized }>;
}

/** Why a plan cannot be submitted at all, beside its own problems; what was sent for another plan is not judged by this one. */
export function planRefusals(plan: SubmittedPlan, names: Names, planId: string): ReadonlyArray<Refusal> {
  const refusals: Refusal[] = [];
  if (!plan.complete) {
    const silent = new Set(
      names.members.filter(({ matter }) => plan.missing.includes(matter)).map(({ department }) => department),
    );
    refusals.push(departmentsOut(names.departments.filter(({ code }) => silent.has(code)).map(({ name }) => name)));
  }
  const texts = new Map(names.questions.map(({ code, text }) => [code, text]));
  for (const { question: code } of plan.openQuestions) {
    const question = texts.get(code);
    if (question) refusals.push(refuse('QUESTION_OPEN', { path: ['answers', code] }, { question }));
  }
  if (plan.problems.length === 0 && refusals.length === 0 && plan.id !== planId)
    refusals.push(refuse('PLAN_OUTDATED', { path: ['planId'] }));
  return refusals;
}

export function departmentsOut(departments: ReadonlyArray<Localized>): Refusal {
  return refuse('DEPARTMENT_UNAVAILABLE', { path: ['planId'] }, { departments });
}

/** Words for a source in a citizen's sentence, never its code. */
export type NameSource = (code: string) => Localized;

/** By the names that the catalogue gives to sources of document types. */
export function createNameSource(
  documentTypes: ReadonlyArray<{
    readonly sources: ReadonlyArray<{ readonly code: string; readonly name: Localized }>;
  }>,
): NameSource {
  const names = new Map(documentTypes.flatMap(({ sources }) => sources.map(({ code, name }) => [code, name])));
  return (code) => names.get(code) ?? itsSource;
}

/** Every source that the plan draws on and that wants consent needs it. */
export function consentRefusals(
  plan: SubmittedPlan,
  consents: ReadonlyArray<Consent>,
  nameOf: NameSource,
): ReadonlyArray<Refusal> {
  const granted = new Set(consents.filter((consent) => consent.granted).map(({ source }) => source));
  return plan.sources
    .filter(({ code, requiresConsent }) => requiresConsent && !granted.has(code))
    .map(({ code }) => refuse('CONSENT_MISSING', { path: ['consents', code] }, { source: nameOf(code) }));
}

/** Ways in which an item is supplied: an upload, an e-licence, the promise to bring it, or later. */
function waysOf({ upload, licence, licences, bringToCounter, later }: Evidence): number {
  return [upload != null, licence != null, (licences ?? []).length > 0, bringToCounter === true, later === true].filter(
    Boolean,
  ).length;
}

/** One item for each material of the list. `stored`: the caller's uploads that have arrived. */
export function evidenceRefusals(
  { materials }: SubmittedPlan,
  evidence: ReadonlyArray<Evidence>,
  stored: ReadonlyMap<string, StoredFile>,
  terms: UploadTerms,
): ReadonlyArray<Refusal> {
  const known = new Map(materials.map((material) => [material.id, material]));
  const refusals = itemRefusals(
    evidence,
    stored,
    terms,
    (item, at) => known.get(item.material) ?? refuse('UNKNOWN_MATERIAL', at),
  );
  const seen = new Set(evidence.map(({ material }) => material));
  const missing = materials
    .filter(({ id }) => !seen.has(id))
    .map(({ id, title }) => refuse('EVIDENCE_MISSING', { path: ['evidence'], material: id }, { material: title }));
  return [...refusals, ...missing];
}

/** What an item may be for, or why it may be for nothing. */
export type LookUpMaterial = (
  item: Evidence,
  at: Place,
) => Pick<SubmittedPlan['materials'][number], 'title' | 'deferrable'> | Refusal;

/** What is wrong with each item itself, and with two that are one. */
export function itemRefusals(
  evidence: ReadonlyArray<Evidence>,
  stored: ReadonlyMap<string, StoredFile>,
  { taken, photos }: UploadTerms,
  lookUp: LookUpMaterial,
): ReadonlyArray<Refusal> {
  const seen = new Set<string>();
  return evidence.flatMap((item, index) => {
    const at = { path: ['evidence', String(index)], material: item.material };
    const material = lookUp(item, at);
    if ('code' in material) return [material];
    const refusals: Refusal[] = [];
    const named = { material: material.title };
    if (seen.has(item.material)) refusals.push(refuse('EVIDENCE_TWICE', at, named));
    seen.add(item.material);
    if (waysOf(item) !== 1) refusals.push(refuse('EVIDENCE_AMBIGUOUS', at, named));
    const file = item.upload == null ? undefined : stored.get(item.upload);
    const types = own(taken, item.material);
    if (item.upload != null && !file) refusals.push(refuse('UPLOAD_NOT_FOUND', at));
    if (file && types && !types.includes(file.contentType))
      refusals.push(refuse('UPLOAD_OF_OTHER_TYPE', at, { ...named, types }));
    const photo = own(photos, item.material);
    if (file && photo) refusals.push(...photoRefusals(photo, file, at, material.title));
    if (item.later === true && !material.deferrable) refusals.push(refuse('NOT_DEFERRABLE', at, named));
    return refusals;
  });
}

/**
 * One file is no two documents, nor is one e-licence, however often it was uploaded: the later of two materials is refused. `kept`: supplied before, and
 * staying.
 */
export function sameFileRefusals(
  kept: ReadonlyArray<Evidence>,
  evidence: ReadonlyArray<Evidence>,
  stored: ReadonlyMap<string, Pick<StoredFile, 'sha256'>>,
): ReadonlyArray<Refusal> {
  const files = new Map<string, string>();
  const filesOf = (item: Evidence): ReadonlyArray<string> => {
    const file = item.upload == null ? undefined : stored.get(item.upload);
    return file ? [`file ${file.sha256}`] : licencesIn(item).map((licence) => `licence ${licence}`);
  };
  const isFirst = (item: Evidence): boolean =>
    filesOf(item).filter((file) => {
      const material = files.get(file) ?? item.material;
      files.set(file, material);
      return material !== item.material;
    }).length === 0;
  for (const item of kept) isFirst(item);
  return evidence.flatMap((item, index) =>
    isFirst(item) ? [] : [refuse('SAME_FILE', { path: ['evidence', String(index)], material: item.material })],
  );
}

export function replaceEvidence<Item extends { readonly material: string }>(
  before: ReadonlyArray<Item>,
  sent: ReadonlyArray<Item>,
): ReadonlyArray<Item> {
  const replaced = new Set(sent.map(({ material }) => material));
  return [...before.filter(({ material }) => !replaced.has(material)), ...sent];
}

export type FormValue = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Party by party, element by element: what is not sent stays. */
export function changeForm(form: FormValue, changes: FormValue): FormValue {
  const parties = new Set([...Object.keys(form), ...Object.keys(changes)]);
  return Object.fromEntries([...parties].map((party) => [party, { ...own(form, party), ...own(changes, party) }]));
}

/** Materials of the list that are to follow later. */
export function deferredMaterials<Material extends { readonly id: string }>(
  materials: ReadonlyArray<Material>,
  evidence: ReadonlyArray<Evidence>,
): ReadonlyArray<Material> {
  const later = new Set(evidence.filter((item) => item.later === true).map(({ material }) => material));
  return materials.filter(({ id }) => later.has(id));
}

const longestKey = 255;

/** An idempotency key says something, is not too long, and holds nothing that cannot be seen or written down. */
export function keyRefusals(key: string): ReadonlyArray<Refusal> {
  if (key.trim() !== '' && key.length <= longestKey && !/\p{C}/u.test(key)) return [];
  return [refuse('IDEMPOTENCY_KEY_REQUIRED', { path: ['idempotencyKey'] }, { most: longestKey })];
}
