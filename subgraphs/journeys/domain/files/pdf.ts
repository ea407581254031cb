import { type Finding, type Means, unpackable } from './finding.ts';
import { contains, textOf } from './text.ts';

/**
 * A PDF is looked through, not understood: readers find objects by offsets that may point anywhere, so every byte counts, and so does
 * everything that any of them unpacks to. Names are found whichever of their letters are written as numbers (ISO 32000-1, section 7.3.5).
 */
export function lookAtPdf(bytes: Uint8Array, means: Means): Finding | null {
  // Readers search for it further on, and then it is something else at its beginning.
  if (!textOf(bytes.subarray(0, 8)).startsWith('%PDF-')) return 'OTHER_TYPE';
  if (!/%%EOF\s*\0*$/.test(textOf(bytes.subarray(-1024)))) return 'DAMAGED';
  if (contains(bytes, markup)) return 'OTHER_TYPE';
  if (contains(bytes, locked)) return 'LOCKED';
  if (contains(bytes, active)) return 'ACTIVE';
  const text = textOf(bytes);
  if (hidesObjects(text, means.most.fileParts)) return 'ACTIVE';
  const pages = countPages(text);
  const found = lookInside(bytes, text, pages, means);
  if (typeof found === 'string') return found;
  if (found > means.most.filePages) return 'TOO_MANY_PAGES';
  return found === 0 ? 'DAMAGED' : null;
}

/** A name, of which each letter may be written as `#` and its number. */
const spelled = (name: string): string => [...name].map(eitherWay).join('');
const named = (name: string): string => `\\/${spelled(name)}`;
function eitherWay(letter: string): string {
  const number = letter
    .charCodeAt(0)
    .toString(16)
    .replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
  return `(?:${letter}|#${number})`;
}
/** What runs, sends, plays or carries something. `/JS` stands in actions alone that have one of these names. */
const running = ['JavaScript', 'Launch', 'EmbeddedFile', 'RichMedia', 'Rendition', 'SubmitForm', 'ImportData', 'GoToE'];
const active = new RegExp(`\\/(?:${running.map(spelled).join('|')}|${spelled('XFA')}(?=[\\s/[<]))`);
const locked = new RegExp(`${named('Encrypt')}(?=[\\s/<])`);
const markup = /<(?:script|html|svg|iframe)[\s>]/i;
const page = new RegExp(`${named('Type')}\\s{0,8}${named('Page')}(?![A-Za-z])`, 'g');
const countPages = (text: string): number => text.match(page)?.length ?? 0;

const packedObjects = new RegExp(named('ObjStm'), 'g');
const otherMethods =
  /\/(?:LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|Crypt|Predictor|LZW|A85|AHx|RL)\b|\/[A-Za-z\d]*#/;
/** Characters of a dictionary before and after its type; those that are written have a tenth of it. */
const dictionary = 600;

/** Objects are packed by one method, and not folded before: what is written otherwise is written so as not to be seen. */
function hidesObjects(text: string, mostParts: number): boolean {
  let parts = 0;
  for (const { index } of text.matchAll(packedObjects)) {
    parts += 1;
    const before = text.slice(Math.max(0, index - dictionary), index);
    const after = text.slice(index, index + dictionary);
    const until = after.indexOf('stream');
    const whole = before.slice(Math.max(0, before.lastIndexOf(' obj'))) + after.slice(0, until < 0 ? undefined : until);
    if (parts > mostParts || otherMethods.test(whole)) return true;
  }
  return false;
}

const pictures = /\/(?:DCTDecode|CCITTFaxDecode|JPXDecode|JBIG2Decode)\b/;

/** Pages in all, or what was found in what is packed. */
function lookInside(bytes: Uint8Array, text: string, pages: number, { most, unpack }: Means): Finding | number {
  let left = unpackable(bytes.length, most);
  // Whoever begins streams within streams would have the same bytes unpacked again and again.
  let toRead = 4 * bytes.length;
  let parts = 0;
  let counted = pages;
  const begin = /stream[ \t]{0,8}(?:\r\n|\n|\r)/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    if (text.startsWith('end', match.index - 3)) continue;
    const end = text.indexOf('endstream', begin.lastIndex);
    const packed = bytes.subarray(begin.lastIndex, end < 0 ? undefined : end);
    parts += 1;
    toRead -= packed.length;
    if (parts > most.fileParts || toRead < 0) return 'UNPACKS_TOO_MUCH';
    const unpacked = unpack(packed, left, true);
    if (unpacked === 'MORE') return 'UNPACKS_TOO_MUCH';
    if (unpacked === null) continue;
    if (unpacked === 'BROKEN') {
      // Readers take what comes before the break. Pictures of other methods may begin as if they were packed by this one.
      if (pictures.test(text.slice(Math.max(0, match.index - dictionary), match.index))) continue;
      return 'DAMAGED';
    }
    left -= unpacked.length;
    if (contains(unpacked, active)) return 'ACTIVE';
    // Objects are text, and begin with the numbers and places of what follows; pictures are neither.
    if (/^[\s\d]{3}/.test(textOf(unpacked.subarray(0, 3)))) counted += countPages(textOf(unpacked));
  }
  return counted;
}
