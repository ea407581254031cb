import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

/** As much of vitest as pure tests use, so that the same files can be run thousands of times in one process. */
export interface Case {
  readonly name: string;
  run(): Promise<void>;
}
type Work = (...args: ReadonlyArray<never>) => unknown;
interface Suite {
  readonly name: string;
  readonly before: Work[];
  readonly after: Work[];
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Stands for the module `vitest` in the bundle; each load of the bundle collects its cases anew. */
export function createCases(): { readonly cases: Case[]; readonly vitest: object } {
  const cases: Case[] = [];
  let path: ReadonlyArray<Suite> = [{ name: '', before: [], after: [] }];
  const current = (): Suite => path[path.length - 1] as Suite;

  const it = (name: string, ...rest: ReadonlyArray<unknown>): void => {
    const work = rest.find((each) => typeof each === 'function') as Work;
    const suites = path;
    cases.push({
      name: [...suites.map((suite) => suite.name), name].filter((part) => part !== '').join(' > '),
      async run() {
        for (const suite of suites) for (const before of suite.before) await before();
        await work();
        for (const suite of suites) for (const after of suite.after) await after();
      },
    });
  };
  const describe = (name: string, work: Work): void => {
    const outer = path;
    path = [...outer, { name, before: [], after: [] }];
    try {
      work();
    } finally {
      path = outer;
    }
  };
  const each =
    (one: (name: string, work: Work) => void) =>
    (rows: ReadonlyArray<unknown>) =>
    (name: string, work: (...args: ReadonlyArray<unknown>) => unknown): void => {
      const tabular = rows.every((row) => Array.isArray(row));
      for (const [index, row] of rows.entries()) {
        const args = tabular ? (row as ReadonlyArray<unknown>) : [row];
        one(`${name} [${index}]`, () => work(...args));
      }
    };
  const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect, {
    fail: (message: string) => chai.expect.fail(message),
  });
  const test = Object.assign(it, { each: each(it) });
  return {
    cases,
    vitest: {
      it: test,
      test,
      describe: Object.assign(describe, { each: each(describe) }),
      expect,
      beforeAll: (work: Work) => current().before.push(work),
      beforeEach: (work: Work) => current().before.push(work),
      afterAll: (work: Work) => current().after.push(work),
      afterEach: (work: Work) => current().after.push(work),
    },
  };
}
