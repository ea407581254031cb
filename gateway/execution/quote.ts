/** Anything but the characters that JSON takes as they are; half of a surrogate pair is not told from one half alone. */
const needsEscape = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A string as JSON. */
export function quote(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}
