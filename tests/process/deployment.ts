import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';

/* The files of `.deploy` as their tools read them. Nothing here is Docker, Helm or systemd: what only they can say is not said. */

export const deployFolder = fileURLToPath(new URL('../../.deploy/', import.meta.url));
const read = (path: string): string => readFileSync(join(deployFolder, path), 'utf8');

export interface Process {
  readonly name: string;
  readonly command: ReadonlyArray<string>;
  readonly environment: Readonly<Record<string, string>>;
}
type Mapping = Readonly<Record<string, unknown>>;

/** `NAME=value` lines, as Compose and systemd read them. */
export function settingsFile(): Readonly<Record<string, string>> {
  const lines = read('settings.example.env').split('\n');
  return Object.fromEntries(lines.filter((line) => /^\w+=/.test(line)).map(pair));
}
const pair = (text: string): [string, string] => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)];

/** What the image itself sets. */
export function imageEnvironment(): Readonly<Record<string, string>> {
  const [, line = ''] = /^ENV (.+)$/m.exec(read('Dockerfile')) ?? [];
  return Object.fromEntries(line.split(' ').map(pair));
}

export function compose(): { readonly services: Readonly<Record<string, Mapping>> } & Mapping {
  return parse(read('compose.yaml'), { merge: true });
}
export function composeProcesses(): ReadonlyArray<Process> {
  return Object.entries(compose().services).map(([name, service]) => ({
    name,
    command: service.command as string[],
    environment: service.environment as Record<string, string>,
  }));
}

/** A unit's lines by section and name, in their order; a name may come again. */
export function unit(name: string): ReadonlyArray<readonly [string, string]> {
  return read(`systemd/yijianshi-${name}.service`)
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map(pair);
}
export function unitProcesses(): ReadonlyArray<Process> {
  return readdirSync(join(deployFolder, 'systemd')).map((file) => {
    const name = file.replace(/^yijianshi-|\.service$/g, '');
    const lines = unit(name);
    const [, exec = ''] = lines.find(([key]) => key === 'ExecStart') ?? [];
    const environment = lines
      .filter(([key]) => key === 'Environment')
      .flatMap(([, value]) => value.split(' ').map(pair));
    return { name, command: exec.split(' '), environment: Object.fromEntries(environment) };
  });
}

interface Container extends Mapping {
  readonly name: string;
  readonly command: ReadonlyArray<string>;
  readonly env: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly volumeMounts: ReadonlyArray<{ readonly name: string; readonly mountPath: string }>;
}
export interface Manifest extends Mapping {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Mapping };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: { readonly template: { readonly spec: Mapping & { readonly containers: ReadonlyArray<Container> } } };
}
/** The chart's templates, filled by the forms that they are written in. Helm itself renders nothing here. */
export function chart(): ReadonlyArray<Manifest> {
  const values = parse(read('helm/values.yaml')) as Mapping;
  const filler = (path: string): unknown =>
    path.split('.').reduce<unknown>((at, key) => {
      const found = (at as Mapping | undefined)?.[key];
      if (found === undefined) throw new Error(`values.yaml has no ${path}.`);
      return found;
    }, values);
  return readdirSync(join(deployFolder, 'helm/templates')).flatMap((file) => {
    const filled = read(`helm/templates/${file}`)
      .replace(/\s*\{\{- toYaml \.Values\.([\w.]+) \| nindent (\d+) \}\}/g, (_all, path, columns) =>
        Object.entries(filler(path) as Mapping)
          .map(([key, value]) => `\n${' '.repeat(Number(columns))}${key}: ${JSON.stringify(value)}`)
          .join(''),
      )
      .replace(/\{\{ \.Values\.([\w.]+) \}\}/g, (_all, path) => String(filler(path)))
      .replace(/\{\{ \.Values\.([\w.]+) \| quote \}\}/g, (_all, path) => JSON.stringify(String(filler(path))))
      .replace(/\{\{ toJson \.Values\.([\w.]+) \}\}/g, (_all, path) => JSON.stringify(filler(path)))
      .replaceAll('{{ .Release.Name }}', 'yijianshi');
    if (filled.includes('{{')) throw new Error(`${file} is written in a form that is not known here.`);
    return parseAllDocuments(filled).map((document) => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS() as Manifest;
    });
  });
}
/** What all its processes are told. */
export function chartSettings(): Readonly<Record<string, string>> {
  return chart().find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
}
export function chartProcesses(): ReadonlyArray<Process> {
  return chart()
    .filter(({ kind }) => kind === 'Deployment' || kind === 'Job')
    .flatMap(({ spec }) => spec.template.spec.containers)
    .map(({ name, command, env }) => ({
      name,
      command,
      environment: Object.fromEntries(env.map((each) => [each.name, each.value])),
    }));
}
