import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What Chromium is called where it is found by its name. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
/** Where programs are, whatever `PATH` says. */
const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
/** Where it is put on other systems. */
const programs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export interface Surroundings {
  /** The setting `CHROMIUM`; where it is, nothing else is looked for. */
  readonly chromium?: string | undefined;
  /** The setting `PATH`. */
  readonly path?: string | undefined;
  /** Whether there is something at a path that can be run. */
  readonly runs?: (path: string) => boolean;
}

/** The program of a Chromium that is here already; undefined where there is none. */
export function findChromium({ chromium, path = '', runs = isExecutable }: Surroundings): string | undefined {
  if (chromium) return runs(chromium) ? chromium : undefined;
  const folders = [...path.split(delimiter).filter((folder) => folder !== ''), ...usual];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...programs].find(runs);
}

/** What is to be done where there is none. */
export const noChromium = (chromium: string | undefined): string =>
  [
    chromium
      ? `CHROMIUM 指向的 ${chromium} 不能运行：请改正，或不设此变量。`
      : '没有找到 Chromium：请安装（Debian、Ubuntu：apt-get install chromium；macOS：brew install --cask chromium），或用 CHROMIUM=路径 指出 Chromium、Chrome 或 Edge 的程序。',
    chromium
      ? `CHROMIUM is ${chromium}, which cannot be run: correct it, or leave it out.`
      : 'No Chromium is found: install one (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), or name the program of a Chromium, Chrome or Edge by CHROMIUM=path.',
  ].join('\n');

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
