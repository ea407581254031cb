/** Joiners and marks that nobody sees, soft hyphens, marks of direction, and what stands for a character that could not be read. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const wideLetters = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;

/**
 * A text as it should be written: composed (NFC), Latin letters and digits in ordinary width, nothing invisible. Chinese punctuation is wide by right
 * and stays. What it gives it gives again.
 */
export function normalText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(invisible, '')
    .replaceAll(wideLetters, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .normalize('NFC');
}

/** No space at its ends, and one ordinary space where there were several or a wide one. */
export function withoutStraySpaces(text: string): string {
  return text.trim().replaceAll(/[\s\u3000]*\u3000[\s\u3000]*|\s{2,}/g, ' ');
}
