/** A reason for which filings are refused, as far as it decides anything. */
export interface Reason {
  readonly code: string;
  /** What it wants to be there, or not to be; null: neither. */
  readonly demands: { readonly feature: { readonly code: string }; readonly present: boolean } | null;
}
/** What a department refuses by: something it has refused, or something it would by its rules. */
export interface Ruling<Of extends Reason = Reason> {
  readonly matter: string;
  readonly department: string;
  readonly reason: Of;
  /** The filing that was refused; null: none was yet. */
  readonly filing: string | null;
}

/**
 * Another department's ruling that wants the opposite of what this refusal wants, so that nobody can satisfy both; null: there is none. What was refused comes
 * before what would be.
 */
export function excluding<Of extends Reason>(
  { department, reason: { demands } }: Ruling<Of>,
  others: ReadonlyArray<Ruling<Of>>,
): Ruling<Of> | null {
  if (demands === null) return null;
  const opposite = others.filter(
    (other) =>
      other.department !== department &&
      other.reason.demands?.feature.code === demands.feature.code &&
      other.reason.demands.present !== demands.present,
  );
  return opposite.find(({ filing }) => filing !== null) ?? opposite[0] ?? null;
}
