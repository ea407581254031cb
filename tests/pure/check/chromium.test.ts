import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findChromium, noChromium } from '../../browser/chromium.ts';

const on = (...programs: ReadonlyArray<string>) => ({ runs: (path: string) => programs.includes(path) });
const there = join('/opt/tools', 'google-chrome');

it('a browser is the one that is named, else the first that is found by its usual name', () => {
  expect(findChromium({ ...on(there, '/mine'), chromium: '/mine', path: '/opt/tools' })).toBe('/mine');
  expect(findChromium({ ...on(there), path: '/opt/tools' })).toBe(there);
  expect(findChromium({ ...on(there, join('/usr/bin', 'chromium')) })).toBe(join('/usr/bin', 'chromium'));
});

it('a browser that is named and cannot be run is not replaced by another', () => {
  expect(findChromium({ ...on(there), chromium: '/mine', path: '/opt/tools' })).toBeUndefined();
  expect(noChromium('/mine')).toMatch(/\/mine 不能运行.*\n.*cannot be run/);
});

it('where there is none it is said how to get one, in both languages', () => {
  expect(findChromium({ ...on(), path: '/opt/tools' })).toBeUndefined();
  expect(noChromium(undefined)).toMatch(/请安装.*apt-get install chromium.*\n.*install one.*apt-get install chromium/);
});
