import { closest, type Nameable } from '../../subgraphs/publishing/did-you-mean.ts';

/** `; did you mean "health"?`, or nothing. */
export function suggestion(written: string, known: ReadonlyArray<Nameable>): string {
  const meant = closest(written, known);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}
