import { describe, expect, it } from 'vitest';
import {
  endedBefore,
  maskedName,
  readCode,
  statusOn,
  verificationCode,
} from '../../subgraphs/licences/domain/licence.ts';

describe('a licence', () => {
  it.each([
    ['without an end', null, null, 'VALID'],
    ['on its last day', null, '2026-11-27', 'VALID'],
    ['the day after', null, '2026-11-26', 'EXPIRED'],
    ['used up', 's', null, 'CONSUMED'],
    ['used up, and over', 's', '2026-11-26', 'CONSUMED'],
  ])('%s is %s', (_name, purpose, expiresOn, status) => {
    expect(statusOn({ purpose, expiresOn }, '2026-11-27')).toBe(status);
  });

  it('is kept for so many months after its last day, of a shorter month to its last day', () => {
    expect([endedBefore('2026-11-27', 12), endedBefore('2026-03-31', 1)]).toEqual(['2025-11-27', '2026-02-28']);
  });
});

describe('a verification code', () => {
  const random = Uint8Array.from({ length: 24 }, (_, index) => index * 11);
  const code = verificationCode(random);
  it('has four groups of six characters, none of them read as another', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}(-[0-9A-HJKMNP-TV-Z]{6}){3}$/);
    expect(verificationCode(random.map((byte) => byte + 1))).not.toBe(code);
  });

  it('is read however people write it', () => {
    const bare = readCode(code);
    expect(bare).toBe(code.replaceAll('-', ''));
    for (const written of [code.toLowerCase(), code.replaceAll('-', ' '), ` ${bare} `])
      expect(readCode(written)).toBe(bare);
    expect(readCode('OIL000-000000-000000-000000')).toBe('011000000000000000000000');
  });

  it.each(['', code.slice(1), `${code}0`, code.replace(/.$/, 'U'), '林'.repeat(24)])('%s is none', (written) => {
    expect(readCode(written)).toBeNull();
  });
});

it.each([
  ['王小明', '王**'],
  ['王', '*'],
  ['𠮷野', '𠮷*'],
  ['', '*'],
])('of %s a stranger reads %s', (name, shown) => expect(maskedName(name)).toBe(shown));
