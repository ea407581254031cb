import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../subgraphs/language/canonical.ts';
import type { LinkedCatalogue } from '../subgraphs/publishing/link/catalogue.ts';

const files = { 'README.md': 'en', 'README.zh-CN.md': 'zh' } as const;
type Language = (typeof files)[keyof typeof files];
const block = /(<!-- counts: written by "npm run compose" -->\n\n).*?(\n\n<!-- \/counts -->)/s;

/** Both READMEs with what the catalogue holds. None where they are not, or where the catalogue does not hold (undefined): that is told elsewhere. */
export function readmeFiles(catalogue: LinkedCatalogue | undefined): ReadonlyMap<string, string> {
  const texts = Object.entries(files).flatMap(([file, language]) => {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
    return existsSync(path) ? [{ file, language, text: readFileSync(path, 'utf8') }] : [];
  });
  if (texts.length === 0 || !catalogue) return new Map();
  return new Map(
    texts.map(({ file, language, text }) => {
      if (!block.test(text)) throw new Error(`${file} has no block for the counts.`);
      const sentence = countsOf(catalogue, language);
      return [file, text.replace(block, (_all, begin: string, end: string) => begin + sentence + end)];
    }),
  );
}

/** How much the catalogue holds, in one sentence. An event counts once, whatever regions have it; a matter that regions inherit unchanged too. */
export function countsOf({ publication, departments }: LinkedCatalogue, language: Language): string {
  const titles = new Map(publication.lifeEvents.map(({ code, content }) => [code, content.title[language]]));
  const owners = [...departments.values()].filter((matters) => matters.length > 0).length;
  const matters = [...departments.values()].flatMap((own) => [
    ...new Map(own.map(({ content }) => [fingerprint(content), content])).values(),
  ]);
  const rows = matters.reduce((sum, { requirements }) => sum + requirements.length, 0);
  const named = [...titles.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, title]) => title);
  return language === 'zh'
    ? `目录中有 ${titles.size} 个“一件事”、${owners} 个部门的 ${matters.length} 个事项、${rows} 行申请材料：${named.join('；')}。`
    : `The catalogue holds ${titles.size} events, ${matters.length} matters of ${owners} departments and ${rows} rows of what they ask for: ${named.join(', ')}.`;
}
