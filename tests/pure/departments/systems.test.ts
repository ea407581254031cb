import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCoding, type Outgoing } from '../../../subgraphs/departments/adapters/codes.ts';
import { httpJsonSettings, longEnough, readSettings } from '../../../subgraphs/departments/adapters/settings.ts';
import { receiptWord } from '../../../subgraphs/departments/adapters/words.ts';

/* What a department with a system of its own calls things, and where that is written. */

const { codes } = httpJsonSettings.parse({
  url: 'https://office.example',
  key: 'key',
  codes: {
    elements: { name: 'xm' },
    questions: { married: 'sfjh' },
    refusalReasons: { OUT_OF_DISTRICT: 'E07' },
    values: { sex: { 女: '2' }, married: { true: 'Y' } },
  },
});

describe('what is sent', () => {
  const filing: Outgoing = {
    ...{ id: 'f', matter: 'm', parties: {}, evidence: [], produced: [] },
    form: { baby: { name: '陈晨', sex: '女', weight: 3300, twin: false, note: null } },
    answers: { married: true, twin: false, count: 2 },
  };
  it('bears the office’s values where it has some, of texts and of yes and no, and is left as it is otherwise', () => {
    const { form, answers } = createCoding(codes).filing(filing);
    expect(form).toEqual({ baby: { xm: '陈晨', sex: '2', weight: 3300, twin: false, note: null } });
    expect(answers).toEqual({ sfjh: 'Y', twin: false, count: 2 });
  });
});

describe('what an office says', () => {
  const told = (said: object) => createCoding(codes).receipt(receiptWord.parse({ state: 'SUBMITTED', ...said }));
  it('is told in the catalogue’s codes: fields of parties, and the reason of a refusal', () => {
    const fields = ['baby.xm', 'xm', '.xm', 'baby.', null];
    const { corrections } = told({ corrections: fields.map((field) => ({ field, message: 'see' })) });
    expect(corrections.map(({ field }) => field)).toEqual(['baby.name', 'xm', '.name', 'baby.', null]);
    expect(told({ refusalReason: 'E07' }).refusalReason).toBe('OUT_OF_DISTRICT');
    expect(told({}).refusalReason).toBeNull();
  });
});

describe('settings', () => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'yijianshi-system-'));
    onTestFinished(() => rmSync(made, { recursive: true }));
    return made;
  };
  const written = (text: string): string => {
    const file = join(folder(), 'system.yaml');
    writeFileSync(file, text);
    return file;
  };
  const read = (file: string | null) => () => readSettings(file, 'tax', httpJsonSettings);

  it('are read with the files beside them', () => {
    const file = written('{ url: "https://office.example", key: key }');
    writeFileSync(join(file, '../key'), 'k'.repeat(32));
    const { settings, read: beside } = read(file)();
    expect(settings).toMatchObject({ url: 'https://office.example', codes: { matters: {}, values: {} } });
    expect(longEnough(beside('key'), 'tax', file)).toHaveLength(32);
    expect(() => beside('other')).toThrow(/tax.*system\.yaml.*at other/s);
    expect(() => longEnough(Buffer.alloc(31), 'tax', file)).toThrow(/tax.*system\.yaml.*at key/s);
  });

  it.each<[string, () => string | null, RegExp]>([
    ['no file is named', () => null, /tax.*at SYSTEMS_DIR/s],
    ['none is there', () => join(folder(), 'system.yaml'), /system\.yaml.*at YAML/s],
    ['it is no YAML', () => written('{'), /at YAML/],
    [
      'something is missing or too much',
      () => written('{ url: "https://office.example", codes: { sex: {} } }'),
      /at key, codes/,
    ],
  ])('say where they are wrong, and nothing of what stands there: %s', (_what, file, place) => {
    expect(read(file())).toThrow(place);
  });
});
