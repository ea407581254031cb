import { type GraphQLSchema, isScalarType } from 'graphql';

/** As the API writes an instant, down to the sign for its zone. */
const asWritten = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The database writes an instant in its own way, and a department's system in its zone's: whoever asks reads one way alone. What is no instant is an error. */
export function writeInstants(schema: GraphQLSchema): void {
  const type = schema.getType('DateTime');
  if (isScalarType(type)) type.serialize = instantText;
}

export function instantText(value: unknown): string {
  if (typeof value === 'string' && asWritten.test(value)) return value;
  return new Date(value as string | number | Date).toISOString();
}
