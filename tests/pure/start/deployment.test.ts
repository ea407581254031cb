import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readRegistry } from '../../../schema/registry.ts';
import { type Config, type Role, readConfig, subgraphsOf } from '../../../scripts/config.ts';
import { servingFlags } from '../../../scripts/serving-flags.ts';
import {
  chart,
  chartProcesses,
  chartSettings,
  compose,
  composeProcesses,
  deployFolder,
  imageEnvironment,
  type Process,
  settingsFile,
  unit,
  unitProcesses,
} from '../../process/deployment.ts';

/* Dockerfile, compose.yaml, chart and units name what the product has. Docker and Helm have not read them here. */

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Each way to run it: its processes, and what all of them are told beside what each is. */
const ways: ReadonlyArray<{
  readonly name: string;
  readonly processes: ReadonlyArray<Process>;
  readonly settings: Readonly<Record<string, string>>;
}> = [
  { name: 'compose', processes: composeProcesses(), settings: { ...imageEnvironment(), ...settingsFile() } },
  { name: 'chart', processes: chartProcesses(), settings: { ...imageEnvironment(), ...chartSettings() } },
  { name: 'systemd', processes: unitProcesses(), settings: settingsFile() },
];
const parts = ['departments', 'gateway', 'services', 'worker'];
const operating = readFileSync(join(root, 'OPERATING.md'), 'utf8');
const scriptOf = ({ command }: Process): string => command.find((each) => each.endsWith('.js')) ?? '';

/** Reads the settings as the process would, and remembers what it looked for. */
function configOf(process: Process, settings: Readonly<Record<string, string>>, looked: Set<string>): Config {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-deployment-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const secrets = {
    DATABASE_URL_FILE: 'postgres://administrator@database/yijianshi',
    YIJIANSHI_SECRET_FILE: 's'.repeat(32),
  };
  const held = Object.entries(secrets).flatMap(([name, value]) => {
    if (process.environment[name] === undefined) return [];
    writeFileSync(join(folder, name), `${value}\n`);
    return [[name, join(folder, name)]];
  });
  const given = { ...settings, ...process.environment, ...Object.fromEntries(held) };
  const environment = new Proxy<Record<string, string>>(given, {
    get: (target, name) => {
      looked.add(String(name));
      return target[String(name)];
    },
  });
  const argv = process.command.slice(process.command.indexOf(scriptOf(process)) + 1);
  return readConfig(process.name === 'import' ? [] : ['node', 'start', ...argv], environment);
}

describe.each(ways)('$name', ({ processes, settings }) => {
  it('runs the import and the four parts, by commands that there are', () => {
    expect(processes.map(({ name }) => name).sort()).toEqual([...parts, 'import'].sort());
    const built = readFileSync(join(root, 'tsconfig.build.json'), 'utf8');
    for (const process of processes) {
      const { name, command } = process;
      expect(command[0]).toMatch(/^(\/usr\/bin\/)?node$/);
      const source = scriptOf(process).replace(/^dist\/(.*)\.js$/, '$1.ts');
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(built).toContain(`"${source}"`);
      expect(command).toContain('--enable-source-maps');
      for (const flag of name === 'import' ? [] : servingFlags) expect(command).toContain(flag);
    }
  });

  it('runs in production what its name says, with settings that suffice', () => {
    for (const process of processes) {
      const { roles, production, root: held, keys } = configOf(process, settings, new Set());
      expect({ roles, production }).toEqual({
        roles: [process.name === 'import' ? 'all' : process.name],
        production: true,
      });
      expect(held !== null, process.name).toBe(process.name === 'import');
      expect(keys).toMatch(/yijianshi\/keys$/);
    }
    for (const left of Object.keys(settings).filter((name) => /^OIDC_|^PAYMENT_/.test(name))) {
      const { [left]: _left, ...others } = settings;
      expect(() => processes.map((each) => configOf(each, others, new Set())), left).toThrow();
    }
  });

  it('sets what the product reads and OPERATING explains, and no secret but by its file', () => {
    const looked = new Set<string>();
    for (const process of processes) configOf(process, settings, looked);
    const names = [...processes.flatMap(({ environment }) => Object.keys(environment)), ...Object.keys(settings)];
    for (const name of names) {
      expect(looked).toContain(name);
      expect(operating, name).toMatch(new RegExp(`\`${name}[\`=]`));
    }
    expect(names.filter((name) => ['DATABASE_URL', 'YIJIANSHI_SECRET'].includes(name))).toEqual([]);
    const holding = processes.filter(({ environment }) => 'YIJIANSHI_SECRET_FILE' in environment);
    expect(holding.map(({ name }) => name)).toEqual(['import']);
  });

  it('runs what the units run', () => {
    const sorted = (of: ReadonlyArray<Process>) =>
      [...of].sort((a, b) => a.name.localeCompare(b.name)).map(({ command }) => command.slice(1));
    expect(sorted(processes)).toEqual(sorted(unitProcesses()));
  });

  it('looks at each part at an address of its own', () => {
    const ports = processes.flatMap(({ environment: { METRICS_PORT } }) => METRICS_PORT ?? []);
    expect(ports.map(Number).sort()).toEqual([9100, 9101, 9102, 9103]);
  });

  it('where all are told to stop at once the gateway stops letting in first', () => {
    const drain = (name: string): number => {
      const process = processes.find((each) => each.name === name) as Process;
      return configOf(process, settings, new Set()).door.drainMs ?? 0;
    };
    const [, after = ''] = unit('gateway').find(([key]) => key === 'After') ?? [];
    for (const name of ['services', 'departments']) {
      // systemd stops in the reverse order of what comes after what.
      if (processes === ways[2]?.processes) expect(after.split(' ')).toContain(`yijianshi-${name}.service`);
      else expect(drain(name), name).toBeGreaterThanOrEqual(drain('gateway') + 5000);
    }
  });
});

const stopMs = readConfig(['node', 'start', '--role', 'gateway'], {}).stopMs;

it('compose: nobody is root, writes where nothing is kept, or is killed before it may stop', () => {
  for (const [name, service] of Object.entries(compose().services)) {
    expect(service, name).toMatchObject({ user: '10001:10001', read_only: true, cap_drop: ['ALL'] });
    expect(Number(/^(\d+)s$/.exec(String(service.stop_grace_period))?.[1]) * 1000, name).toBeGreaterThan(stopMs);
  }
  const { import: once, gateway } = compose().services;
  expect(once).toMatchObject({ profiles: ['import'] });
  expect(String(gateway?.ports)).toBe('4000:4000,127.0.0.1:9100-9103:9100-9103');
  expect(JSON.stringify(gateway?.healthcheck)).toContain('http://127.0.0.1:9100/livez');
});

it('chart: nobody is root, writes where nothing is kept, or is killed before it may stop; probes are where they are answered', () => {
  const graph = chart().find(({ kind }) => kind === 'Deployment');
  const job = chart().find(({ kind }) => kind === 'Job');
  const pods = [graph, job].map((each) => each?.spec.template.spec);
  expect(Number(pods[0]?.terminationGracePeriodSeconds) * 1000).toBeGreaterThan(stopMs);
  for (const pod of pods) {
    expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001 });
    const volumes = ((pod?.volumes ?? []) as ReadonlyArray<{ name: string }>).map(({ name }) => name);
    for (const { name, securityContext, volumeMounts } of pod?.containers ?? []) {
      expect(securityContext, name).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
      for (const mount of volumeMounts) expect(volumes).toContain(mount.name);
    }
  }
  for (const { name, env, livenessProbe, readinessProbe, volumeMounts } of pods[0]?.containers ?? []) {
    const port = Number(env.find((each) => each.name === 'METRICS_PORT')?.value);
    expect(livenessProbe, name).toMatchObject({ httpGet: { path: '/livez', port } });
    expect(readinessProbe, name).toMatchObject({ httpGet: { path: '/readyz', port } });
    const keys = volumeMounts.filter((mount) => mount.name.startsWith('keys'));
    expect(keys, name).toEqual([{ name: `keys-${name}`, mountPath: '/run/yijianshi/keys', readOnly: true }]);
  }
  // What settings name as a file is shown to who reads it, and nobody is shown another's.
  const filesOf = (name: string) =>
    (pods[0]?.containers ?? [])
      .find((each) => each.name === name)
      ?.volumeMounts.filter(({ mountPath }) => mountPath === files);
  const files = '/run/yijianshi-files';
  const volumes = { gateway: 'files-gateway', services: 'files', departments: 'files-departments', worker: 'files' };
  for (const [name, volume] of Object.entries(volumes))
    expect(filesOf(name), name).toEqual([{ name: volume, mountPath: files, readOnly: true }]);
  expect(job?.metadata.annotations).toMatchObject({ 'helm.sh/hook': 'pre-install,pre-upgrade' });
});

it('units: nobody is root, and nobody is killed before they may stop', () => {
  for (const { name } of unitProcesses()) {
    const lines = Object.fromEntries(unit(name));
    expect(lines, name).toMatchObject({ User: 'yijianshi', ProtectSystem: 'strict', NoNewPrivileges: 'yes' });
    if (name !== 'import') expect(Number(lines.TimeoutStopSec) * 1000).toBeGreaterThan(stopMs);
  }
});

it('the image is made of files that there are, starts as a part does, and its user is nobody', () => {
  const text = readFileSync(join(deployFolder, 'Dockerfile'), 'utf8');
  const copied = [...text.matchAll(/^COPY (?!--from|\. )(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '));
  expect(copied.length).toBeGreaterThan(3);
  for (const file of copied) expect(existsSync(join(root, file)), file).toBe(true);
  const { scripts, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(script);
  for (const [, major] of text.matchAll(/^FROM node:(\d+)/gm))
    expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
  expect(JSON.parse(/^CMD (\[.*\])$/m.exec(text)?.[1] ?? '[]')).toEqual(
    composeProcesses().find(({ name }) => name === 'gateway')?.command,
  );
  expect(text).toMatch(/^USER 10001:10001$/m);
  expect(text).toMatch(/npm ci --omit=dev --omit=optional/);
});

it('no secret lies in what is committed, nor gets into an image', () => {
  const ignored = (file: string): ReadonlyArray<string> => readFileSync(join(root, file), 'utf8').split('\n');
  const places = Object.values(compose().secrets as Record<string, { file: string }>).map(({ file }) => file);
  expect(places).toEqual(['./secrets/database-url', './secrets/secret']);
  for (const place of ['.deploy/secrets', '.deploy/files', '.deploy/settings.env']) {
    expect(ignored('.deploy/Dockerfile.dockerignore')).toContain(place);
    expect(ignored('.gitignore').map((line) => line.replace(/^\/|\/$/g, ''))).toContain(place);
  }
  const files = readdirSync(deployFolder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name), 'utf8'), name).not.toMatch(
      /postgres(ql)?:\/\/|BEGIN [A-Z ]*PRIVATE KEY|"kty"/,
    );
});

it('services and departments are together every subgraph, each once', () => {
  const { subgraphs } = readRegistry();
  const roles: ReadonlyArray<Role> = ['services', 'departments'];
  const own = subgraphs.filter(({ external }) => !external);
  expect(roles.flatMap((role) => subgraphsOf([role], own)).sort()).toEqual(own.map(({ code }) => code).sort());
});
