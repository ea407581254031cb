import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { EvidenceRequestInput, ProvidedEvidence } from '../../schema/generated/departments.ts';
import { addDays, civilDateOf } from '../language/civil-date.ts';
import { isSameName } from '../language/names.ts';
import { refusal } from '../runtime/errors.ts';

/** What a department can tell of its own accord: documents found by who holds them. */
export interface Register {
  provide(request: EvidenceRequestInput): ProvidedEvidence;
}

const text = z.string().min(1).max(1000);
/** A day, or so many before the one on which it is asked: people invented for a first run do not grow old. */
const daysBefore = /^today-(\d{1,5})$/;
const day = z.union([z.iso.date(), z.string().regex(daysBefore)]);
const holder = z.strictObject({ identityNumber: text, name: text });
/** One document. `applicants`: by whom it is found where its holder has no number yet. */
const entry = z.strictObject({
  documentType: text,
  spec: text.optional(),
  holders: z.array(holder).min(1).max(20).optional(),
  applicants: z.array(holder).min(1).max(20).optional(),
  bornOn: day.optional(),
  number: text.optional(),
  data: z.record(text, z.unknown()).optional(),
  trust: z.enum(['A', 'B', 'C', 'D']).default('A'),
  issuedOn: day.optional(),
  expiresOn: day.optional(),
  /** In place of the document: the register will not tell, or cannot yet. */
  outcome: z.enum(['REFUSED', 'LATER']).optional(),
});
const registerFile = z.strictObject({ source: text, entries: z.array(entry).max(10_000) });
type Entry = z.infer<typeof entry> & { readonly source: string };

/**
 * A register of files, for the first run: a department with a system of its own answers from that. `folder`: null where there is none; `now`: the
 * clock, in milliseconds. Throws `REGISTER_INVALID`.
 */
export function readRegister(folder: string | null, now: () => number): Register {
  const entries = folder === null ? [] : filesIn(folder).flatMap(read);
  return { provide: (request) => provide(entries, request, civilDateOf(now())) };
}

function filesIn(folder: string): ReadonlyArray<string> {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function read(file: string): ReadonlyArray<Entry> {
  try {
    const { source, entries } = registerFile.parse(parse(readFileSync(file, 'utf8')));
    return entries.map((each) => ({ ...each, source }));
  } catch (error) {
    const faults = error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')) : [];
    // The first line says where; what follows it quotes the file, which tells of people.
    const [place = ''] = String((error as Error).message).split('\n');
    throw refusal('REGISTER_INVALID', { file, at: faults.slice(0, 5).join(', ') || place });
  }
}

const silent = { messages: null, number: null, data: null, trust: null, issuedOn: null, expiresOn: null } as const;
const notFound = { outcome: 'NOT_FOUND', ...silent } as const;
const notMatched = { outcome: 'NOT_MATCHED', ...silent } as const;

/** One document of exactly these people; of several, or of somebody of another name, none. */
export function provide(
  registered: ReadonlyArray<Entry>,
  request: EvidenceRequestInput,
  today: string,
): ProvidedEvidence {
  const [entry, ...others] = registered.filter((each) => isAskedFor(each, request));
  const found = entry && asOf(entry, today);
  if (!found) return notFound;
  if (others.length > 0 || !agrees(found, request)) return notMatched;
  if (found.outcome) return { outcome: found.outcome, ...silent };
  const { number = null, data = null, trust, issuedOn = null, expiresOn = null } = found;
  return { outcome: 'FOUND', messages: null, number, data, trust, issuedOn, expiresOn };
}

function asOf(entry: Entry, today: string): Entry {
  const dated = (value: unknown): unknown => {
    const days = typeof value === 'string' ? daysBefore.exec(value)?.[1] : undefined;
    return days === undefined ? value : addDays(today, -Number(days));
  };
  const datedIn = (values: object) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, dated(value)]));
  return { ...entry, ...datedIn(entry), ...(entry.data ? { data: datedIn(entry.data) } : {}) };
}

function isAskedFor(each: Entry, { source, documentType, spec, parties, applicant }: EvidenceRequestInput): boolean {
  if (each.source !== source || each.documentType !== documentType || (each.spec ?? null) !== (spec ?? null))
    return false;
  const numbers = parties.flatMap(({ identityNumber }) => identityNumber ?? []);
  if (numbers.length === 0 || numbers.length < parties.length)
    return (each.applicants ?? []).some(({ identityNumber }) => identityNumber === applicant.identityNumber);
  const held = (each.holders ?? []).map(({ identityNumber }) => identityNumber);
  const wanted = new Set(numbers);
  return held.length === wanted.size && held.every((number) => wanted.has(number));
}

/** Names and dates, as far as both sides tell them. */
function agrees({ holders = [], applicants = [], bornOn }: Entry, request: EvidenceRequestInput): boolean {
  const known = new Map([...holders, ...applicants].map((each) => [each.identityNumber, each.name]));
  const told = [...request.parties, request.applicant];
  const named = told.every(({ identityNumber, name }) => {
    const registered = known.get(identityNumber ?? '');
    return registered === undefined || name == null || isSameName(registered, name);
  });
  return (
    named && (bornOn === undefined || request.parties.every((each) => each.bornOn == null || each.bornOn === bornOn))
  );
}
