import { kinds, type Maxima, readMaxima } from '../schema/maxima.ts';

/** What is generated from `schema/maxima.yaml`: paths from the top of the repository, and texts. */
export function maximumFiles(maxima: Maxima = readMaxima()): ReadonlyMap<string, string> {
  return new Map([
    ['gateway/maxima.ts', source(maxima.gateway)],
    ['subgraphs/language/maxima.ts', source(maxima.subgraphs) + inputs(maxima.inputs)],
    ['MAXIMA.md', documentation(maxima)],
  ]);
}

function source(rows: Maxima['gateway']): string {
  const lines = Object.entries(rows).map(
    ([name, { value, unit, per, en }]) => `  /** Of ${en}: ${unit} per ${per}. */\n  ${name}: ${digits(value)},`,
  );
  return `// Generated from schema/maxima.yaml by "npm run compose": change it there.

export const maxima = {
${lines.join('\n')}
} as const;
`;
}

function inputs(rows: Maxima['inputs']): string {
  const lines = Object.entries(rows).map(([name, maximum]) => {
    const members = Object.entries(maximum).map(([kind, value]) => `${kind}: ${digits(value)}`);
    const key = /^\w+$/.test(name) ? name : `'${name}'`;
    return `  ${key}: { ${members.join(', ')} },`;
  });
  return `
/** How large something that a client sends may be; \`values\` and \`depth\` of JSON. */
export interface InputMaximum {
  readonly characters?: number;
  readonly items?: number;
  readonly values?: number;
  readonly depth?: number;
}

/** By coordinate of the SDL, by name, or by type. */
export const inputMaxima: Readonly<Record<string, InputMaximum>> = {
${lines.join('\n')}
};
`;
}

function digits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '_');
}

function documentation({ inputs: rows, gateway, subgraphs, units }: Maxima): string {
  const list = (of: Maxima['gateway']): string =>
    Object.values(of)
      .map(
        ({ value, unit, per, setting, zh, en }) =>
          `- ${value.toLocaleString('en')} ${unit} per ${per}: ${en} (${zh})${setting ? `; setting \`${setting}\`` : ''}`,
      )
      .join('\n');
  const input = Object.entries(rows).map(([name, maximum]) => {
    const said = kinds.flatMap((kind) => {
      const value = maximum[kind];
      return value === undefined ? [] : [`${value.toLocaleString('en')} ${units[kind]}`];
    });
    return `- \`${name}\`: ${said.join(', ')}`;
  });
  return `<!-- Generated from schema/maxima.yaml by "npm run compose": change it there. -->

# Maxima

What is larger is refused, with a code and before anything is done with it. The same in development and in production.

## What clients send

By coordinate of the public schema, or by the name of an input or argument; what has no row of its own takes its type's (\`[]\`: any list).
The refusal is \`INPUT_TOO_LARGE\`.

${input.join('\n')}

## At the gateway

A setting is said in the gateway's configuration file (\`schema/gateway.schema.json\`).

${list(gateway)}

## In subgraphs

${list(subgraphs)}
`;
}
