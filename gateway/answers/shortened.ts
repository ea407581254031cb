/** Characters at each end that are told. */
const half = 200;

/** graphql-js repeats in its words what it was given, however long: an answer says the beginning and the end, where the reason stands. */
export function shortened(message: string): string {
  if (message.length <= 2 * half) return message;
  return `${message.slice(0, half)} … ${message.slice(-half)}`;
}
