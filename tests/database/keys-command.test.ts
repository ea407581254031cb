import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegistry } from '../../schema/registry.ts';
import { startParts } from '../../scripts/assemble.ts';
import { writeKeys } from '../../scripts/key-files.ts';
import { rootSecrets } from '../../scripts/secrets.ts';
import { sentenceOf } from '../../scripts/start-error.ts';
import { outsideWrapper } from '../../scripts/wrappers.ts';
import { beginRotation, type RotatedPart } from '../../subgraphs/runtime/keys/rotating.ts';
import { silentLog } from '../../subgraphs/runtime/log.ts';
import { createTestDatabase, type TestDatabase, testSecret } from './database.ts';
import { rotatedParts } from './keys.ts';

let database: TestDatabase;
let parts: ReadonlyArray<RotatedPart>;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'yijianshi-keys-command-'));
  parts = await rotatedParts(database.adminUrl, folder);
});
afterAll(async () => {
  await Promise.all(parts.map(({ sql }) => sql.end()));
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const pace = { everyMs: 0, sealsAfterMs: 0, wait: () => Promise.resolve() };
interface Ran {
  readonly code: number;
  readonly said: string;
}
function run(args: ReadonlyArray<string>, environment: Readonly<Record<string, string>>): Promise<Ran> {
  const file = fileURLToPath(new URL('../../scripts/keys.ts', import.meta.url));
  const { DATABASE_URL: _url, YIJIANSHI_SECRET: _secret, ...inherited } = process.env;
  const env = { ...inherited, DATA_DIR: folder, ...environment };
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', file, ...args], { env }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });
}
const root = () => ({ DATABASE_URL: database.adminUrl, YIJIANSHI_SECRET: testSecret });

describe('the command', () => {
  it('lists the keys of every part, and retires none that has sealed until now', async () => {
    const listed = await run(['list'], root());
    expect(listed.code).toBe(0);
    for (const { schema } of parts)
      expect(listed.said).toMatch(
        new RegExp(
          `^${schema.replace('department_', '').replaceAll('_', '-')}\t3\tseals since\t.*\tlocal [0-9a-f]{16}\t0$`,
          'm',
        ),
      );
    const [journeys] = parts.filter(({ schema }) => schema === 'journeys') as [RotatedPart];
    await beginRotation(journeys, pace, silentLog);
    const retired = await run(['retire'], root());
    expect([retired.code, retired.said]).toEqual([1, expect.stringMatching(/newest key of journeys .* in 60 minutes/)]);
  });

  it('has the parts whose files a machine holds, and needs no root', async () => {
    const keys = join(folder, 'keys');
    writeKeys(keys, await rootSecrets(database.adminUrl, testSecret), readRegistry());
    for (const { code } of readRegistry().subgraphs)
      if (code !== 'tax') rmSync(join(keys, `${code}.json`), { force: true });
    const { code, said } = await run(['list', '--apart'], { KEYS_DIR: keys });
    expect([code, said.trim().split('\n')]).toEqual([0, [expect.stringMatching(/^tax\t3\tseals since/)]]);
  });

  it('says what it needs where no database runs', async () => {
    const { code, said } = await run(['list'], { YIJIANSHI_SECRET: testSecret });
    expect([code, said]).toEqual([1, expect.stringContaining('--apart')]);
  });
});

describe('a program that wraps', () => {
  /** Its key is its own: nobody here sees it. */
  const written = (body: string): string => {
    const path = join(folder, `wrapper-${Math.random()}.mjs`);
    writeFileSync(path, `#!${process.execPath}\n${body}`);
    chmodSync(path, 0o700);
    return path;
  };
  const working = () =>
    written(`
      import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
      import { readFileSync } from 'node:fs';
      const [verb, context] = process.argv.slice(2);
      if (verb === 'id') { console.log('kms://one'); process.exit(0); }
      const key = Buffer.alloc(32, 9);
      const iv = createHash('sha256').update(context).digest().subarray(0, 12);
      const given = Buffer.from(readFileSync(0, 'utf8'), 'base64');
      if (verb === 'wrap') {
        const cipher = createCipheriv('aes-256-gcm', key, iv);
        const out = Buffer.concat([cipher.update(given), cipher.final()]);
        console.log(Buffer.concat([cipher.getAuthTag(), out]).toString('base64'));
      } else {
        const decipher = createDecipheriv('aes-256-gcm', key, iv).setAuthTag(given.subarray(0, 16));
        console.log(Buffer.concat([decipher.update(given.subarray(16)), decipher.final()]).toString('base64'));
      }`);

  it('takes over the keys that parts wrapped, and then no part opens them without it', async () => {
    const program = await outsideWrapper(working());
    const [tax] = parts.filter(({ schema }) => schema === 'department_tax') as [RotatedPart];
    const before = await tax.sql`select wrapped from department_tax.data_keys where id = 3`;
    await beginRotation({ ...tax, wrappers: [...(program ? [program] : []), ...tax.wrappers] }, pace, silentLog);
    const after = await tax.sql`select id, wrapped_by, wrapped from department_tax.data_keys order by id`;
    expect(after.map(({ id, wrapped_by }) => [id, wrapped_by])).toEqual([
      [3, 'kms://one'],
      [4, 'kms://one'],
    ]);
    expect(after[0]?.wrapped).not.toEqual(before[0]?.wrapped);
    const start = async (keyWrapper: typeof program) => {
      const running = await startParts({
        secrets: await rootSecrets(database.adminUrl, testSecret),
        data: folder,
        issuers: [],
        keyWrapper,
        near: { subgraphs: ['tax'], work: false, gateway: new URL('http://127.0.0.1:9') },
      });
      await running.close();
      return 'started';
    };
    expect(await start(program)).toBe('started');
    const without = await start(null).catch((error: unknown) => sentenceOf(error, 0));
    expect(without).toContain('wrapped by "kms://one"');
  });

  it.each([
    ['that fails', 'process.exit(3)'],
    ['that names no key', 'console.log("")'],
  ])('%s is told when it is set', async (_what, body) => {
    await expect(outsideWrapper(written(body))).rejects.toMatchObject({ code: 'KEY_WRAPPER_SETTING' });
  });

  it('that is not there is told when it is set', async () => {
    await expect(outsideWrapper(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'KEY_WRAPPER_SETTING' });
  });
});
