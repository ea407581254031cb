import type { Report } from '../report.ts';
import { githubOf } from './github.ts';
import { htmlOf } from './html.ts';
import { jsonOf } from './json.ts';
import { junitOf } from './junit.ts';
import { markdownOf } from './markdown.ts';
import { sarifOf } from './sarif.ts';
import { type TextOptions, textOf } from './text.ts';

/** Every format that a report is told in, without a line's end at its own. */
export const formats = {
  text: textOf,
  json: jsonOf,
  github: githubOf,
  sarif: sarifOf,
  markdown: markdownOf,
  junit: junitOf,
  html: htmlOf,
} satisfies Readonly<Record<string, (report: Report, options: TextOptions) => string>>;
export type Format = keyof typeof formats;
