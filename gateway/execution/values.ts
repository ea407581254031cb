export type Variables = Readonly<Record<string, unknown>>;
export type Data = Readonly<Record<string, unknown>>;
/** An object of an answer that is being put together. */
export type Entity = Record<string, unknown>;
/** Where something stands in an answer, or is looked for in it: there `@` is left out, and lists are stepped into. */
export type Path = ReadonlyArray<string | number>;

/** What an answer's object holds under a name. A field may be named as what every object of JavaScript has. */
export function own(object: Entity, name: string): unknown {
  const value = object[name];
  return typeof value === 'function' ? undefined : value;
}
