import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/index.ts';

/*
 * Many subgraphs of which each has a field of some of an interface's many members: what one operation asks of every member, the planner
 * has to find a way to for each of them.
 */

const subgraphs = 25;
const members = 30;
const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) interface Node { id: ID! }';

/** Three subgraphs beside the first have fields of a member, now and then two. */
const homesOf = (member: number): ReadonlyArray<number> => [
  ...new Set([1, 7, 5].map((step, offset) => ((member * step + offset) % (subgraphs - 1)) + 1)),
];
const every = Array.from({ length: members }, (_each, member) => member);

function sdlOf(subgraph: number): string {
  const own = every.filter((member) => subgraph === 0 || homesOf(member).includes(subgraph));
  const fields = subgraph === 0 ? 'next: Node kids: [Node]' : `own${subgraph}: String link${subgraph}: Node`;
  const types = own.map((member) => `type M${member} implements Node @key(fields: "id") { id: ID! ${fields} }`);
  return [link, ...types, subgraph === 0 ? 'type Query { node: Node nodes: [Node!]! }' : ''].join('\n');
}

let composed: string | undefined;

function wideSupergraph(): string {
  composed ??= compose();
  return composed;
}

function compose(): string {
  const result = composeServices(
    Array.from({ length: subgraphs }, (_each, at) => ({
      name: `s${at}`,
      url: `http://s${at}.invalid/graphql`,
      typeDefs: parse(sdlOf(at)),
    })),
  );
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

/** Every member's own fields, with what `below` says of each. */
export function allMembers(below: (member: number) => string = () => ''): string {
  const of = (member: number): string =>
    homesOf(member)
      .map((home) => `own${home}`)
      .join(' ');
  return `id ${every.map((member) => `... on M${member} { ${of(member)} ${below(member)} }`).join(' ')}`;
}
/** Two levels of fragments on every member. */
export const twoLevels = (name: string): string =>
  `query ${name} { nodes { ${allMembers(() => `next { ${allMembers()} }`)} } }`;
export const easy = (name: string): string => `query ${name} { nodes { id } }`;

/** A gateway over them, all of whose lists are empty. */
export function wideGateway(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const execute = async () => ({ data: { node: null, nodes: [] } });
  return createGateway({
    supergraph: { sdl: wideSupergraph() },
    ...options,
    subgraphs: Object.fromEntries(Array.from({ length: subgraphs }, (_each, at) => [`s${at}`, { execute }])),
  });
}
