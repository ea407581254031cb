import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

export const languages = ['zh', 'en'] as const;
export const places = ['gateway', 'subgraph', 'plan', 'submission', 'upload', 'start'] as const;
export const actors = ['citizen', 'client', 'staff', 'maintainer', 'operator', 'nobody'] as const;

const words = z.strictObject({ what: z.string().min(1), do: z.string().min(1) });
const row = z.strictObject({
  told: z.array(z.enum(places)).min(1),
  acts: z.enum(actors),
  status: z.int().min(200).max(599).optional(),
  zh: words,
  en: words,
});
const id = z.string().regex(/^[A-Z][A-Z_]*(\.[A-Z][A-Z_]*)?$/);
const table = z.record(id, row);

export interface ProblemRow extends z.infer<typeof row> {
  /** The code; after a point, which of its sentences. */
  readonly id: string;
  readonly code: string;
  /** Names of its slots, by code. */
  readonly slots: ReadonlyArray<string>;
}

export const problemsPath = fileURLToPath(new URL('./problems.yaml', import.meta.url));

/** Reads the table of refusals. Throws one sentence that names the row and what is wrong with it. */
export function readProblems(text: string = readFileSync(problemsPath, 'utf8')): ReadonlyArray<ProblemRow> {
  const parsed = table.safeParse(parse(text));
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`schema/problems.yaml does not hold: ${issues.join('; ')}`);
  }
  return Object.entries(parsed.data).map(([id, each]) => {
    const [first, ...others] = languages.map((language) => slotsOf(sentence(each[language], language)));
    // A sentence that lost a slot in one language would tell its readers less.
    if (others.some((slots) => slots.join() !== first?.join()))
      throw new Error(`schema/problems.yaml: ${id} has other slots in one language than in another.`);
    return { ...each, id, code: id.split('.')[0] as string, slots: first ?? [] };
  });
}

/** What is the matter and what to do, as one text. Chinese sentences follow each other without a space. */
export function sentence(text: z.infer<typeof words>, language: (typeof languages)[number]): string {
  return language === 'zh' ? text.what + text.do : `${text.what} ${text.do}`;
}

function slotsOf(text: string): ReadonlyArray<string> {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string))].sort();
}
