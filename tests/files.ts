import { deflateRawSync, deflateSync } from 'node:zlib';

/* Small files of each type, whole and harmless, and the parts to make others of. */

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The pattern that every scanner knows, in pieces so that none stops at this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join('');

/** A PDF of these objects; `more` before its end. */
export function pdf(objects: ReadonlyArray<string | Buffer> = [page], more = ''): Buffer {
  const numbered = objects.flatMap((object, index) => [
    latin1(`${index + 1} 0 obj\n`),
    typeof object === 'string' ? latin1(object) : object,
    latin1('\nendobj\n'),
  ]);
  return Buffer.concat([
    latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'),
    ...numbered,
    latin1(`${more}\ntrailer << >>\n%%EOF\n`),
  ]);
}
export const page = '<< /Type /Page /Parent 2 0 R >>';
/** A stream of a PDF, packed. */
export function stream(content: string | Buffer, dictionary = '/Filter /FlateDecode'): Buffer {
  return rawStream(deflateSync(content), dictionary);
}
export function rawStream(packed: Buffer, dictionary: string): Buffer {
  return Buffer.concat([
    latin1(`<< ${dictionary} /Length ${packed.length} >>\nstream\n`),
    packed,
    latin1('\nendstream'),
  ]);
}

export function chunk(kind: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, latin1(kind), data, Buffer.alloc(4)]);
}
/** A PNG of this size with these chunks after its head. */
export function png(width = 1, height = 1, chunks: ReadonlyArray<Buffer> = []): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(4)));
  const signature = latin1('\x89PNG\r\n\x1a\n');
  return Buffer.concat([signature, chunk('IHDR', head), ...chunks, pixels, chunk('IEND', Buffer.alloc(0))]);
}

export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
const scan = Buffer.concat([segment(0xda, Buffer.alloc(10)), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])]);
/** A JPEG of this size, with these segments before its picture and so many scans. */
export function jpeg(width = 1, height = 1, segments: ReadonlyArray<Buffer> = [], scans = 1): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    segment(0xc0, frame),
    ...Array.from({ length: scans }, () => scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export interface Packed {
  readonly name: string;
  readonly content: string | Buffer;
  /** Said in place of the true one. */
  readonly size?: number;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly attributes?: number;
  /** Where it says to lie, within the bytes of another. */
  readonly offset?: number;
  /** By the bytes themselves; default the same. */
  readonly localName?: string;
}
export function zip(entries: ReadonlyArray<Packed>, comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, size, stored = false, flags = 0, attributes = 0, offset, localName = name } of entries) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(localName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(stored ? 0 : 8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size ?? plain.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(attributes, 38);
    central.writeUInt32LE(offset ?? at, 42);
    directory.push(central, latin1(name));
    if (offset !== undefined) continue;
    parts.push(local, latin1(localName), packed);
    at += local.length + localName.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, ...directory, end, latin1(comment)]);
}
export const ofdRoot: Packed = {
  name: 'OFD.xml',
  content: '<?xml version="1.0"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0"/>',
};
export const ofdPages = (count: number): Packed => ({
  name: 'Doc_0/Document.xml',
  content: `<ofd:Document><ofd:Pages>${'<ofd:Page ID="1"/>'.repeat(count)}</ofd:Pages></ofd:Document>`,
});
export const ofd = (...entries: ReadonlyArray<Packed>): Buffer => zip([ofdRoot, ofdPages(1), ...entries]);
