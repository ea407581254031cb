import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { ChangeAnswer, Told } from '../generated-supergraph.ts';

/** One place of an answer: what stands there can be replaced or left out. */
export interface Place {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  readonly type: GraphQLOutputType;
}
export type Draw = (below: number) => number;

/** What is wrong with what an honest schema would never answer; each is none that a right answer could be. */
const faults: Readonly<Record<string, (places: ReadonlyArray<Place>, draw: Draw, answer: Told) => unknown>> = {
  'value of another shape': (places, draw, answer) => {
    const place = pick(places, draw);
    if (place) place.holder[place.key] = ofAnotherShape(place, draw);
    return answer;
  },
  'field left out': (places, draw, answer) => {
    const place = pick(
      places.filter(({ key }) => typeof key === 'string'),
      draw,
    );
    if (place) delete place.holder[place.key];
    return answer;
  },
  'null where none may stand': (places, draw, answer) => {
    const place = pick(
      places.filter(({ type }) => isNonNullType(type)),
      draw,
    );
    if (place) place.holder[place.key] = null;
    return answer;
  },
  'type name of nobody': (places, draw, answer) => {
    const place = pick(
      places.filter(({ key, holder }) => holder[key] !== null && key === '__typename'),
      draw,
    );
    if (place) place.holder[place.key] = ['Nonsense', 'Home', 7, '__proto__', 'Hidden'][draw(5)];
    return answer;
  },
  'list of another length': (_, draw, answer) => {
    const { _entities: entities } = (answer.data ?? {}) as { readonly _entities?: unknown[] };
    if (!Array.isArray(entities)) return {};
    if (draw(2) === 0) entities.push(entities[0]);
    else entities.pop();
    return answer;
  },
  'no list': (_, draw, answer) => {
    const data = (answer.data ?? {}) as Record<string, unknown>;
    if (!('_entities' in data)) return [null, 7, 'odd', []][draw(4)];
    data._entities = [null, {}, 'odd', { 0: null }][draw(4)];
    return answer;
  },
  'no data': (_, draw) => [{ data: null }, {}, { data: [] }, { data: 'odd' }, { data: null, errors: [] }][draw(5)],
  'odd error': (_, draw, answer) => {
    const path = ['/x', { x: 1 }, 7, true, [{}], ['_entities', 99, 'x'], ['nowhere'], null][draw(8)];
    const error = [{ message: 'odd', path }, { path }, 'odd', 7, null, { message: 'odd', extensions: 'odd', path }][
      draw(6)
    ];
    return draw(2) === 0 ? { data: null, errors: [error] } : { ...answer, errors: draw(2) === 0 ? error : [error] };
  },
};
export const faultNames = Object.keys(faults);

/** Breaks one answer, the `at`-th that is asked for. Tells by which fault, once it has. */
export function breakAnswer(at: number, name: string, draw: Draw): { change: ChangeAnswer; fetched: () => string } {
  let fetches = 0;
  let broken = 'nothing was broken';
  const change: ChangeAnswer = (answer, fetch, schema) => {
    if (fetches++ !== at) return answer;
    const changed = faults[name]?.(placesOf(answer, fetch, schema), draw, answer);
    broken = `${fetch} answered ${JSON.stringify(changed)}`;
    return changed;
  };
  return { change, fetched: () => `${name}: ${broken}` };
}

export function ofAnotherShape({ type }: Place, draw: Draw): unknown {
  const wanted = getNullableType(type);
  if (isListType(wanted)) return [{ 0: 'odd' }, 'odd', 7][draw(3)];
  if (isObjectType(wanted) || isAbstractType(wanted)) return [['odd'], 'odd', true][draw(3)];
  return [{ odd: 1 }, ['odd'], [[]]][draw(3)];
}

export function pick<T>(list: ReadonlyArray<T>, draw: Draw): T | undefined {
  return list[draw(Math.max(1, list.length))];
}

/** Everything in an answer that the fetch asked for. */
export function placesOf({ data }: Told, fetch: string, schema: GraphQLSchema): ReadonlyArray<Place> {
  const document = parse(fetch);
  const places: Place[] = [];
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const fieldsOf = (selections: SelectionSetNode, type: GraphQLObjectType): ReadonlyArray<FieldNode> =>
    selections.selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [each];
      const part = each.kind === Kind.FRAGMENT_SPREAD ? fragments.get(each.name.value) : each;
      const condition = schema.getType(part?.typeCondition?.name.value ?? type.name);
      const applies = condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
      return part && applies ? fieldsOf(part.selectionSet, type) : [];
    });
  const walk = (value: unknown, type: GraphQLOutputType, selections: SelectionSetNode | undefined): void => {
    const nullable = getNullableType(type);
    if (isListType(nullable) && Array.isArray(value)) {
      for (const [index, each] of value.entries()) {
        places.push({ holder: value as never, key: index, type: nullable.ofType });
        walk(each, nullable.ofType, selections);
      }
    } else if (selections && value && typeof value === 'object')
      object(value as Record<string, unknown>, nullable, selections);
  };
  const object = (value: Record<string, unknown>, declared: GraphQLOutputType, selections: SelectionSetNode): void => {
    const type = isObjectType(declared) ? declared : schema.getType(String(value.__typename));
    if (!isObjectType(type)) return;
    for (const field of fieldsOf(selections, type)) {
      const key = field.alias?.value ?? field.name.value;
      const known =
        field.name.value === '__typename' ? schema.getType('String') : type.getFields()[field.name.value]?.type;
      if (!known || !(key in value)) continue;
      // The list of entities has faults of its own; null in it means that there is no such entity.
      if (field.name.value !== '_entities') places.push({ holder: value, key, type: known as GraphQLOutputType });
      walk(value[key], known as GraphQLOutputType, field.selectionSet);
    }
  };
  const [operation] = document.definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION && data) {
    const root = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
    if (root) object(data as Record<string, unknown>, root, operation.selectionSet);
  }
  return places.filter(({ type }) => getNamedType(type).name !== '_Any');
}
