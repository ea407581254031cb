export type Variables = Readonly<Record<string, unknown>>;
export type Data = Readonly<Record<string, unknown>>;
/** An object of an answer that is being put together. */
export type Entity = Record<string, unknown>;
/** Where something stands in an answer, or is looked for in it: there `@` is left out, and lists are stepped into. */
export type Path = ReadonlyArray<string | number>;
