import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Means } from '../../../subgraphs/journeys/domain/files/finding.ts';
import { lookAtFile } from '../../../subgraphs/journeys/domain/files/look.ts';
import { pixelSizeOf } from '../../../subgraphs/journeys/domain/files/pixel-size.ts';
import { unpack } from '../../../subgraphs/journeys/unpack.ts';
import { maxima } from '../../../subgraphs/language/maxima.ts';
import { uploadTypes } from '../../../subgraphs/language/upload-types.ts';
import { chunk, jpeg, ofd, ofdPages, ofdRoot, page, pdf, png, rawStream, segment, stream, zip } from '../../files.ts';

const types = Object.keys(uploadTypes);

const [pdfType, jpegType, pngType, ofdType] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/ofd',
] as const;
const means: Means = { most: maxima, unpack };
const small: Means = { ...means, most: { ...maxima, fileUnpackedBytes: 10_000, fileParts: 5, filePages: 3 } };
const whole: ReadonlyArray<readonly [string, Buffer]> = [
  [pdfType, pdf()],
  [jpegType, jpeg()],
  [pngType, png()],
  [ofdType, ofd()],
];
type Row = readonly [what: string, file: Buffer, finding: Finding | null];
const html = '<html><script>alert(1)</script>';

describe('a file is of its type', () => {
  it.each(whole)('%s, and of no other', (type, file) => {
    const taken = types.filter((each) => lookAtFile(each, file, means) === null);
    expect(taken).toEqual([type]);
  });

  it.each(whole)('%s: not with something before it', (type, file) => {
    expect(lookAtFile(type, Buffer.concat([Buffer.from(' '), file]), means)).toBe('OTHER_TYPE');
  });

  it.each(whole)('%s: not cut short', (type, file) => {
    for (const length of [0, 1, 8, Math.floor(file.length / 2), file.length - 8])
      expect(lookAtFile(type, file.subarray(0, length), means), `${length}`).not.toBeNull();
  });

  it.each(whole)('%s: not with a page or an archive behind it', (type, file) => {
    for (const more of [Buffer.from(html), zip([ofdRoot])])
      expect(lookAtFile(type, Buffer.concat([file, more]), means)).not.toBeNull();
  });

  it('whatever bytes come, it says so', () => {
    const start = fc.constantFrom(...whole.map(([, file]) => file));
    const anything = fc.tuple(start, fc.uint8Array({ maxLength: 300 }), fc.nat(400)).map(([file, bytes, at]) => {
      const changed = Buffer.concat([file, Buffer.from(bytes)]);
      changed.set(bytes.subarray(0, Math.max(0, changed.length - at)), Math.min(at, changed.length - bytes.length));
      return changed;
    });
    fc.assert(
      fc.property(fc.constantFrom(...types), anything, (type, bytes) => {
        lookAtFile(type, bytes, means);
      }),
    );
  });

  it('a type that nobody announces is none', () => {
    expect(lookAtFile('text/html', Buffer.from(html), means)).toBe('OTHER_TYPE');
  });
});

describe('a PDF', () => {
  const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
  it.each<Row>([
    ['that opens at a page', pdf([page, '<< /OpenAction [1 0 R /Fit] >>']), null],
    ['with packed text of a page', pdf([page, stream('BT (JavaScript, Launch) Tj ET')]), null],
    [
      'with a picture that is packed otherwise',
      pdf([page, rawStream(Buffer.from('x\x01broken'), '/Filter /DCTDecode')]),
      null,
    ],
    ['that runs a script', pdf([page, `<< /OpenAction ${script} >>`]), 'ACTIVE'],
    ['that runs one whose name is written in numbers', pdf([page, '<< /S /J#61va#53cript >>']), 'ACTIVE'],
    ['that runs one whose name is all numbers', pdf([page, '<< /S /#4a#61#76#61#53#63#72#69#70#74 >>']), 'ACTIVE'],
    [
      'that runs one from packed objects',
      pdf([page, stream(`1 0 ${script}`, '/Type /ObjStm /Filter /FlateDecode')]),
      'ACTIVE',
    ],
    ['that runs one from a stream that says nothing of itself', pdf([page, stream(`1 0 ${script}`)]), 'ACTIVE'],
    [
      'that packs objects twice',
      pdf([page, rawStream(Buffer.from('00'), '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]')]),
      'ACTIVE',
    ],
    [
      'that folds objects',
      pdf([page, stream('1 0', '/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>')]),
      'ACTIVE',
    ],
    ['that starts a program', pdf([page, '<< /S /Launch /F (cmd.exe) >>']), 'ACTIVE'],
    ['that carries a file', pdf([page, '<< /Names << /EmbeddedFiles 3 0 R >> >>']), 'ACTIVE'],
    ['with a form that runs', pdf([page, '<< /AcroForm << /XFA 5 0 R >> >>']), 'ACTIVE'],
    ['with a password', pdf([page], 'trailer << /Encrypt 4 0 R >>'), 'LOCKED'],
    ['that is a page of a browser too', pdf([page, `(${html})`]), 'OTHER_TYPE'],
    ['without a page', pdf(['<< >>']), 'DAMAGED'],
    ['whose parts begin within one another', pdf([page, 'stream\n'.repeat(30)]), 'UNPACKS_TOO_MUCH'],
    [
      'that breaks within what is packed',
      pdf([page, rawStream(Buffer.from([0x78, 0x9c, 0xff]), '/Filter /FlateDecode')]),
      'DAMAGED',
    ],
  ])('%s', (_what, file, finding) => {
    expect(lookAtFile(pdfType, file, means)).toBe(finding);
  });

  it.each<Row>([
    ['of as many pages as it may', pdf([page, page, page]), null],
    ['of more', pdf([page, page, page, page]), 'TOO_MANY_PAGES'],
    ['of more, packed', pdf([page, stream(`1 0 2 60 3 99 ${page} ${page} ${page}`)]), 'TOO_MANY_PAGES'],
    ['that unpacks to as much as it may', pdf([page, stream(' '.repeat(10_000))]), null],
    ['that unpacks to more', pdf([page, stream(' '.repeat(10_001))]), 'UNPACKS_TOO_MUCH'],
    [
      'that unpacks to more in all',
      pdf([page, stream(' '.repeat(6000)), stream(' '.repeat(6000))]),
      'UNPACKS_TOO_MUCH',
    ],
    [
      'of more parts than it may have',
      pdf([page, ...Array.from({ length: 6 }, () => stream(' '))]),
      'UNPACKS_TOO_MUCH',
    ],
  ])('%s', (_what, file, finding) => {
    expect(lookAtFile(pdfType, file, small)).toBe(finding);
  });
});

describe('a picture', () => {
  const packedText = (length: number) =>
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(length))]));
  it.each<readonly [string, string, Buffer, Finding | null]>([
    ['PNG as large as it may be', pngType, png(8000, 10_000), null],
    ['PNG of a row more', pngType, png(8000, 10_001), 'TOO_MANY_PIXELS'],
    ['PNG that is too long', pngType, png(1, 30_001), 'TOO_MANY_PIXELS'],
    ['PNG of nothing', pngType, png(0, 1), 'DAMAGED'],
    ['PNG with two heads', pngType, png(1, 1, [png().subarray(8, 33)]), 'DAMAGED'],
    ['PNG with a text', pngType, png(1, 1, [packedText(10)]), null],
    ['PNG with a text that unpacks to too much', pngType, png(1, 1, [packedText(9_000_000)]), 'UNPACKS_TOO_MUCH'],
    ['PNG with a page in it', pngType, png(1, 1, [chunk('tEXt', Buffer.from(`a\0${html}`))]), 'OTHER_TYPE'],
    ['JPEG as large as it may be', jpegType, jpeg(8000, 10_000), null],
    ['JPEG of a row more', jpegType, jpeg(8000, 10_001), 'TOO_MANY_PIXELS'],
    ['JPEG without a picture', jpegType, jpeg(1, 1, [], 0), 'DAMAGED'],
    ['JPEG of nothing', jpegType, jpeg(1, 0), 'DAMAGED'],
    ['JPEG with what cameras write', jpegType, jpeg(1, 1, [segment(0xe1, Buffer.from('Exif\0\0II*\0'))]), null],
    ['JPEG with a preview behind it', jpegType, Buffer.concat([jpeg(), jpeg()]), null],
    ['JPEG with a page in it', jpegType, jpeg(1, 1, [segment(0xfe, Buffer.from(html))]), 'OTHER_TYPE'],
    ['JPEG of many scans', jpegType, jpeg(1, 1, [], 101), 'UNPACKS_TOO_MUCH'],
  ])('%s', (_what, type, file, finding) => {
    expect(lookAtFile(type, file, means)).toBe(finding);
  });
});

describe('an OFD', () => {
  it.each<Row>([
    ['with a picture', ofd({ name: 'Doc_0/Res/a.png', content: png(), stored: true }), null],
    ['that is an archive of something else', zip([{ name: 'a.xml', content: '<a/>' }]), 'OTHER_TYPE'],
    ['with a way upwards', ofd({ name: '../a', content: '' }), 'DAMAGED'],
    ['with a way upwards further on', ofd({ name: 'a/../../b', content: '' }), 'DAMAGED'],
    ['with a way from the root', ofd({ name: '/etc/passwd', content: '' }), 'DAMAGED'],
    ['with other separators', ofd({ name: 'a\\b', content: '' }), 'DAMAGED'],
    ['with a drive', ofd({ name: 'C:a', content: '' }), 'DAMAGED'],
    ['with a link', ofd({ name: 'a', content: '/etc/passwd', attributes: 0xa1ff0000 }), 'DAMAGED'],
    ['with a name twice', ofd({ name: 'ofd.XML', content: '' }), 'DAMAGED'],
    ['with another name by its bytes', ofd({ name: 'a', content: '', localName: 'b' }), 'DAMAGED'],
    ['with a password', ofd({ name: 'a', content: '', flags: 1 }), 'LOCKED'],
    ['with an archive in it', ofd({ name: 'a.zip', content: zip([ofdRoot]) }), 'ACTIVE'],
    ['with a program in it', ofd({ name: 'a.exe', content: 'MZ..' }), 'ACTIVE'],
    ['with entities', ofd({ name: 'a.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), 'ACTIVE'],
    ['that says too little', ofd({ name: 'a', content: 'x'.repeat(1000), size: 10 }), 'UNPACKS_TOO_MUCH'],
    ['that says too much', ofd({ name: 'a', content: 'x', size: 10 }), 'DAMAGED'],
  ])('%s', (_what, file, finding) => {
    expect(lookAtFile(ofdType, file, means)).toBe(finding);
  });

  it.each<Row>([
    ['of as many pages as it may', zip([ofdRoot, ofdPages(3)]), null],
    ['of more', zip([ofdRoot, ofdPages(4)]), 'TOO_MANY_PAGES'],
    ['that unpacks to too much', ofd({ name: 'a', content: Buffer.alloc(10_001) }), 'UNPACKS_TOO_MUCH'],
    [
      'of too many entries',
      zip([ofdRoot, ...[1, 2, 3, 4, 5].map((n) => ({ name: `${n}`, content: '' }))]),
      'UNPACKS_TOO_MUCH',
    ],
  ])('%s', (_what, file, finding) => {
    expect(lookAtFile(ofdType, file, small)).toBe(finding);
  });

  it('whose entries lie within one another unpacks to more than there is', () => {
    const local = (name: string, content: Buffer): Buffer =>
      zip([{ name, content, stored: true }]).subarray(0, 31 + content.length);
    const c = Buffer.alloc(5000, 'c');
    const b = local('c', c);
    const a = local('b', b);
    const at = ofd({ name: 'a', content: a, stored: true });
    const nested = ofd(
      { name: 'a', content: a, stored: true },
      { name: 'b', content: b, stored: true, offset: at.indexOf(a) },
      { name: 'c', content: c, stored: true, offset: at.indexOf(b) },
    );
    expect(lookAtFile(ofdType, nested, means)).toBe('UNPACKS_TOO_MUCH');
  });

  it('that has entries which it does not tell of is damaged', () => {
    const fewer = ofd();
    fewer.writeUInt16LE(1, fewer.length - 12);
    expect(lookAtFile(ofdType, fewer, means)).toBe('DAMAGED');
  });
});

describe('a picture says how large it is', () => {
  /** Cameras' notes with one entry, in either order of bytes. */
  const notes = (
    orientation: number,
    order: 'II' | 'MM',
    { tag = 0x0112, before = 0, marker = 0xe1, kind = 'Exif' } = {},
  ): Buffer => {
    const isLittle = order === 'II';
    const two = (value: number) => (isLittle ? [value & 255, value >> 8] : [value >> 8, value & 255]);
    const four = (value: number) => (isLittle ? [...two(value), 0, 0] : [0, 0, ...two(value)]);
    const entry = [...two(tag), ...two(3), ...four(1), ...two(orientation), 0, 0];
    const other = [...two(0x0100), ...two(3), ...four(1), ...two(6), 0, 0];
    const entries = [...Array.from({ length: before }, () => other).flat(), ...entry];
    const tiff = [...Buffer.from(order), ...two(42), ...four(8), ...two(before + 1), ...entries, ...four(0)];
    return segment(marker, Buffer.from([...Buffer.from(kind), 0, 0, ...tiff]));
  };
  it.each<readonly [string, string, Buffer, unknown]>([
    ['a PNG', pngType, png(358, 441), { width: 358, height: 441 }],
    ['a large PNG', pngType, png(70_000, 65_536), { width: 70_000, height: 65_536 }],
    ['a JPEG', jpegType, jpeg(358, 441), { width: 358, height: 441 }],
    ['a JPEG on its side', jpegType, jpeg(441, 358, [notes(6, 'MM')]), { width: 358, height: 441 }],
    ['written the other way', jpegType, jpeg(441, 358, [notes(8, 'II')]), { width: 358, height: 441 }],
    ['at the first turn', jpegType, jpeg(441, 358, [notes(5, 'II')]), { width: 358, height: 441 }],
    ['upside down', jpegType, jpeg(441, 358, [notes(3, 'MM')]), { width: 441, height: 358 }],
    ['at the last that is not one', jpegType, jpeg(441, 358, [notes(4, 'MM')]), { width: 441, height: 358 }],
    ['at none that there is', jpegType, jpeg(441, 358, [notes(9, 'MM')]), { width: 441, height: 358 }],
    ['with other notes before', jpegType, jpeg(441, 358, [notes(6, 'II', { before: 3 })]), { width: 358, height: 441 }],
    [
      'with other notes alone',
      jpegType,
      jpeg(441, 358, [notes(6, 'II', { tag: 0x0113 })]),
      { width: 441, height: 358 },
    ],
    [
      'with notes of another kind',
      jpegType,
      jpeg(441, 358, [segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0'))]),
      { width: 441, height: 358 },
    ],
    [
      'with notes that end too soon',
      jpegType,
      jpeg(441, 358, [segment(0xe1, Buffer.from('Exif\0\0MM\0*\0\0\0\x08\xff\xff', 'latin1'))]),
      { width: 441, height: 358 },
    ],
    [
      'with notes of no camera',
      jpegType,
      jpeg(441, 358, [notes(6, 'II', { kind: 'Nope' })]),
      { width: 441, height: 358 },
    ],
    [
      'with notes in another place',
      jpegType,
      jpeg(441, 358, [notes(6, 'II', { marker: 0xe2 })]),
      { width: 441, height: 358 },
    ],
    ['a document', pdfType, pdf(), null],
    ['a package', ofdType, ofd(), null],
  ])('%s', (_what, type, bytes, size) => {
    expect(pixelSizeOf(type, bytes)).toEqual(size);
  });
});
