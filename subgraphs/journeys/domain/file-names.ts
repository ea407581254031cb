import { uploadTypes } from '../../language/upload-types.ts';

const endings: Readonly<Record<string, ReadonlyArray<string>>> = uploadTypes;
/** Characters; with its ending a name fits any file system. */
const longest = 80;

/** What is no letter of a name: controls, marks that turn the direction of writing, halves of characters, and what systems read as part of a path. */
const unsafe = /[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|%]/gu;

/** The name under which somebody's file is offered to be saved: it names no folder, hides nothing of itself, and ends as its type does. */
export function safeFileName(given: string, contentType: string): string {
  const clean = given
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim();
  const [first = '', ...others] = endings[contentType] ?? [];
  const ending = [first, ...others].find((each) => clean.toLowerCase().endsWith(each)) ?? '';
  const stem = clean.slice(0, clean.length - ending.length);
  // Systems leave out dots and spaces at an end.
  const cut = [...stem]
    .slice(0, longest)
    .join('')
    .replace(/[.\s]+$/, '');
  return `${cut === '' ? 'file' : cut}${ending === '' ? first : clean.slice(-ending.length)}`;
}

/** To be saved and never shown (RFC 6266): in ASCII for old programs, and whole in UTF-8 (RFC 8187). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
