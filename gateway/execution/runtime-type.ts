import { type GraphQLOutputType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { Graph } from './graph.ts';
import type { Composite, Level } from './level.ts';

/**
 * What an object is, by the type name it was answered with; undefined where that is none that may stand there: unknown, hidden from
 * clients, of another type, or missing. Only what a subgraph knows as an interface object is known by its interface, as long as nothing
 * that was asked depends on its type: the planner asks for it then.
 */
export function runtimeOf(graph: Graph, type: GraphQLOutputType, level: Level, name: unknown): Composite | undefined {
  if (isObjectType(type)) return type;
  if (!isAbstractType(type)) return undefined;
  const { schema } = graph;
  const named = typeof name === 'string' ? schema.getType(name) : name === undefined ? type : undefined;
  if (isObjectType(named)) return schema.isSubType(type, named) ? named : undefined;
  if (!isInterfaceType(named) || !graph.isInterfaceObject(named.name)) return undefined;
  const fits = named === type || schema.isSubType(type, named);
  return fits && !level.fieldsOf(named).dependsOnType ? named : undefined;
}
