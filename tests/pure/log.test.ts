import { describe, expect, it } from 'vitest';
import { createLog, traceIdOf } from '../../subgraphs/runtime/log.ts';

/** What was written, and each line as it is read. */
function written(readable = false) {
  const lines: string[] = [];
  return { lines, log: createLog({ to: { write: (line) => lines.push(line) }, readable }) };
}

describe('a log line', () => {
  it('is one JSON object with level, time, part, trace and message', () => {
    const { lines, log } = written();
    log
      .child({ part: 'tax' })
      .child({ traceId: 'a'.repeat(32) })
      .warn({ milliseconds: 1200 }, 'slow');
    expect(JSON.parse(lines.join(''))).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      part: 'tax',
      traceId: 'a'.repeat(32),
      milliseconds: 1200,
      message: 'slow',
    });
  });

  it('cannot be forged by a value: neither line breaks nor terminal codes get through', () => {
    for (const readable of [false, true]) {
      const { lines, log } = written(readable);
      log.info({ client: 'x"}\n{"level":"error","message":"forged"}\u001b[2J' }, 'asked');
      expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
      expect(lines.join('')).not.toContain('\u001b');
    }
  });

  it('tells no person: canaries under every name that personal data goes by, at any of three levels, are gone', () => {
    const canary = '陈晨330381199505050022';
    const names = [
      'form',
      'answers',
      'parties',
      'evidence',
      'variables',
      'body',
      'headers',
      'authorization',
      'subject',
    ];
    for (const readable of [false, true]) {
      const { lines, log } = written(readable);
      for (const name of names) {
        for (const details of [{ [name]: canary }, { a: { [name]: canary } }, { a: { b: { [name]: [canary] } } }]) {
          log.error({ ...details, kept: name }, 'something');
        }
      }
      expect(lines).toHaveLength(names.length * 3);
      expect(lines.join('')).not.toContain(canary);
      for (const name of names) expect(lines.filter((line) => line.includes(`"kept":"${name}"`))).toHaveLength(3);
    }
  });

  it('tells of an error its kind, code and place, never its words: those of a database hold what was stored', () => {
    const error = Object.assign(new TypeError('insert into filings values (陈晨)\n    at 陈晨'), {
      code: '23505',
      detail: 'Key (name)=(陈晨)',
      parameters: ['陈晨'],
      cause: new Error('陈晨'),
    });
    for (const readable of [false, true]) {
      const { lines, log } = written(readable);
      log.error({ err: error }, 'a resolver failed');
      expect(lines.join('')).not.toContain('陈晨');
      expect(lines.join('')).toMatch(/TypeError.*23505.*log\.test\.ts/s);
    }
  });
});

it('a trace is told by its id, and anything else is no trace', () => {
  const id = '4bf92f3577b34da6a3ce929d0e0e4736';
  expect(traceIdOf(`00-${id}-00f067aa0ba902b7-01`)).toBe(id);
  for (const none of [undefined, '', id, `00-${id}-00f067aa0ba902b7-01\nforged`, `00-${id.toUpperCase()}-1-01`])
    expect(traceIdOf(none)).toBeUndefined();
});
