import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { Timings } from './tests/timings.ts';

/** Tests lie by what they need; each folder is a project, run alone by `npx vitest run --project NAME`. */
const project = (name: string, test: TestProjectInlineConfiguration['test'] = {}): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...test },
});

const projects = [
  // Values in, values out: files share a process, and nothing is started.
  project('pure', { isolate: false }),
  // A real gateway and real subgraphs, in process or on loopback; no database.
  project('graph', { isolate: false }),
  // Parts of the product on one PostgreSQL, of which each file has a database of its own.
  project('database', { globalSetup: ['tests/database/global-setup.ts'], isolate: false }),
  // The product started as its user starts it, each with a data folder of its own.
  project('process'),
];

/** Pages in a real browser, which not everybody has: by itself, `npm run test:browser`. */
const browser = project('browser');

const long = {
  SUPERGRAPHS: '25',
  OPERATIONS: '100',
  BROKEN_SUPERGRAPHS: '200',
  WIRED_SUPERGRAPHS: '50',
  RUNS: '10000',
  SAMPLES: '50',
  SITUATIONS: '20000',
  ANSWERS: '20000',
  EVENTS: 'all',
  FAULTS: 'all',
  UNITS: 'all',
  ATTACKS: 'all',
  PAYLOADS: '100000',
};

export default defineConfig(({ mode }) => ({
  resolve: {
    // Vite would load graphql's ES build while @apollo/* require the CommonJS one: two realms, and `instanceof` fails.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    // Nothing here is a claim of speed: room for a machine that is busy with something else.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 300_000 } },
    pool: 'forks',
    // Most files hold a core, and some wait for what a product waits for: a third works meanwhile.
    maxWorkers: 3,
    // The same tests over more: `npm run test:long`.
    env: mode === 'long' ? long : {},
    reporters: ['default', new Timings()],
    projects: mode === 'browser' ? [browser] : projects,
  },
}));
