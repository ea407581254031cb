import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';
import { suites } from '../../../../subgraphs/runtime/suites/index.ts';
import { publicPoint, sm2Secret, sm2Signer, sm2Verifier } from '../../../../subgraphs/runtime/suites/sm2.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';

describe('SM3 (GB/T 32905, A)', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %s', (text, digest) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(digest);
    expect(suites.SM.digest(text)).toBe(`sm3:${digest}`);
  });
});

describe('HMAC-SM3 (GM/T 0042, D.3)', () => {
  const counted = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, index) => index + 1));
  it.each([
    [
      counted(32),
      Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)),
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    ],
    [counted(37), Buffer.alloc(50, 0xcd), '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae'],
  ])('of the standard', (key, content, mac) => {
    expect(createHmac('sm3', key).update(content).digest('hex')).toBe(mac);
    expect(suites.SM.mac(key, content.toString('latin1'))).toBe(
      `sm3:${createHmac('sm3', key).update(content.toString('latin1')).digest('base64url')}`,
    );
  });
});

describe('SM4 (GB/T 32907, A)', () => {
  const block = hex('0123456789abcdeffedcba9876543210');
  it('one block, and the same enciphered a million times, each time with what came out', () => {
    const once = createCipheriv('sm4-ecb', block, null).update(block);
    expect(once.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    // A chain of a million blocks from an empty one, whose input is the last output: one call of a mode that chains.
    const chained = createCipheriv('sm4-cbc', block, block).update(Buffer.alloc(16 * 1_000_000));
    expect(chained.subarray(-16).toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66');
  });

  it('in counter mode, as the draft of the CFRG has it (A.2.5.1)', () => {
    const cipher = createCipheriv('sm4-ctr', block, hex('000102030405060708090a0b0c0d0e0f'));
    const text = cipher.update(
      hex(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((each) => each.repeat(8)).join('')),
    );
    expect(text.toString('hex')).toBe(
      'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
    );
  });
});

describe('SM2 (GB/T 32918.5, A)', () => {
  const secret = hex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8');
  const point = publicPoint(secret);
  const message = Buffer.from('message digest');
  const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
  const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
  const holds = sm2Verifier(point);

  it('the public key of the example, and its signature', () => {
    expect(point.toString('hex')).toBe(
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    );
    expect(holds(message, hex(r + s))).toBe(true);
    expect(holds(Buffer.from('message digesu'), hex(r + s))).toBe(false);
  });

  const zero = '0'.repeat(64);
  it.each([
    ['nothing', ''],
    ['a byte less', (r + s).slice(2)],
    ['a byte more', `${r}${s}00`],
    ['a zero before s', `${r}00${s}`],
    ['r of zero', zero + s],
    ['s of zero', r + zero],
    ['both of zero', zero + zero],
    ['r of the order', order + s],
    ['s of the order', r + order],
    ['all bits', 'f'.repeat(128)],
    ['each in the other’s place', s + r],
  ])('%s is no signature', (_what, signature) => {
    expect(holds(message, hex(signature))).toBe(false);
  });

  it('another implementation says the same, of signatures of every length of numbers', () => {
    const theirs = sm2.generateKeyPairHex();
    const ours = sm2Verifier(hex(theirs.publicKey));
    const sign = sm2Signer(hex(theirs.privateKey));
    expect(publicPoint(hex(theirs.privateKey)).toString('hex')).toBe(theirs.publicKey);
    const options = { hash: true, publicKey: theirs.publicKey };
    for (let index = 0; index < 8; index += 1) {
      const text = randomBytes(index * 17);
      expect(ours(text, hex(sm2.doSignature(text, theirs.privateKey, options)))).toBe(true);
      expect(sm2.doVerifySignature(text, sign(text).toString('hex'), theirs.publicKey, { hash: true })).toBe(true);
    }
    // One number in 256 is a byte shorter than the others, and half of them have a first bit that is set: until one of each was short.
    const short = { r: false, s: false };
    for (let index = 0; index < 300 || !short.r || !short.s; index += 1) {
      const text = Buffer.from([index & 255, index >> 8]);
      const signature = sign(text);
      short.r ||= signature[0] === 0;
      short.s ||= signature[32] === 0;
      expect(ours(text, signature)).toBe(true);
    }
  });

  it.each([
    ['no point of the curve', `04${'11'.repeat(64)}`],
    ['the point at infinity', '00'],
    ['a compressed point', `03${'11'.repeat(32)}`],
    ['a point of another length', `${point.toString('hex')}00`],
    // Of the two one is of the same point.
    ['another form of one', `06${point.toString('hex').slice(2)}`],
    ['that form of another', `07${point.toString('hex').slice(2)}`],
  ])('%s is no public key', (_what, bytes) => {
    expect(() => sm2Verifier(hex(bytes))).toThrow();
  });

  it.each(['00'.repeat(32), order, 'ff'.repeat(32)])('%s is no private key', (bytes) => {
    expect(() => sm2Signer(hex(bytes))).toThrow();
  });

  it('a private key is made of a seed that is long enough, and lies within the order', () => {
    for (const seed of [Buffer.alloc(48), Buffer.alloc(48, 0xff), hex('00'.repeat(16) + order), randomBytes(40)]) {
      const made = sm2Secret(seed);
      expect(made).toHaveLength(32);
      expect(sm2Verifier(publicPoint(made))(message, sm2Signer(made)(message))).toBe(true);
    }
    expect(sm2Secret(Buffer.alloc(48)).toString('hex')).toBe(`${'0'.repeat(63)}1`);
    // What would be one more than the greatest begins anew.
    const next = (BigInt(`0x${order}`) - 2n).toString(16);
    expect(sm2Secret(hex('00'.repeat(16) + next)).toString('hex')).toBe(`${'0'.repeat(63)}1`);
    // The greatest that there is: one less than the order less one.
    const greatest = (BigInt(`0x${order}`) - 3n).toString(16);
    expect(sm2Secret(hex('00'.repeat(16) + greatest)).toString('hex')).toBe((BigInt(`0x${order}`) - 2n).toString(16));
    expect(() => sm2Secret(Buffer.alloc(39))).toThrow('40 bytes');
  });
});
