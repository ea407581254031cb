/** Ways in which people's programs write a text. */
export const encodings = {
  crlf: (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8'),
  bom: (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf8'),
  utf16: (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  gbk: (text: string): Buffer => Buffer.from([...text].flatMap((letter) => gbk().get(letter) ?? [0x3f])),
} as const;

let table: ReadonlyMap<string, ReadonlyArray<number>> | undefined;

/** The decoder's table turned round: there is no encoder. */
function gbk(): ReadonlyMap<string, ReadonlyArray<number>> {
  if (table) return table;
  const decoder = new TextDecoder('gbk');
  const made = new Map<string, ReadonlyArray<number>>();
  for (let code = 0; code < 0x80; code++) made.set(String.fromCharCode(code), [code]);
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const letter = decoder.decode(Uint8Array.of(high, low));
      if (letter.length === 1 && letter !== '\uFFFD' && !made.has(letter)) made.set(letter, [high, low]);
    }
  table = made;
  return made;
}
