import { describe, expect, it } from 'vitest';
import schema from '../../../schema/catalogue/document-types.schema.json' with { type: 'json' };
import {
  announcementRefusals,
  type PutOutcome,
  putOutcome,
  type Ticket,
  ticketLifetimeMs,
} from '../../../subgraphs/journeys/domain/uploads.ts';
import { maxima } from '../../../subgraphs/language/maxima.ts';
import { uploadTypes } from '../../../subgraphs/language/upload-types.ts';

const sha256 = 'a'.repeat(64);
const file = { contentType: 'image/png', bytes: 5, sha256 };
const ticket: Ticket = { ...file, expiresAt: 1000, storedAt: null, arrived: 0, turn: 0 };

describe('a file that is announced', () => {
  it.each<[string, object, ReadonlyArray<string>]>([
    ['whole', {}, []],
    ['of one byte', { bytes: 1 }, []],
    ['of 10 MB', { bytes: 10_485_760 }, []],
    ['of a byte more', { bytes: 10_485_761 }, ['UPLOAD_SIZE']],
    ['of nothing', { bytes: 0 }, ['UPLOAD_SIZE']],
    ['of a type that is not taken', { contentType: 'text/html' }, ['UPLOAD_TYPE']],
    ['with a short hash', { sha256: 'a'.repeat(63) }, ['UPLOAD_HASH']],
    ['with a long hash', { sha256: 'a'.repeat(65) }, ['UPLOAD_HASH']],
    ['with a hash in capitals', { sha256: 'A'.repeat(64) }, ['UPLOAD_HASH']],
    ['with a hash after something else', { sha256: `x${sha256}` }, ['UPLOAD_HASH']],
    ['all wrong', { bytes: -1, contentType: '', sha256: '' }, ['UPLOAD_TYPE', 'UPLOAD_SIZE', 'UPLOAD_HASH']],
  ])('%s', (_what, more, codes) => {
    expect(announcementRefusals({ ...file, ...more }).map(({ code }) => code)).toEqual(codes);
  });

  it('is refused at its member, with what is taken', () => {
    const [type, size, hash] = announcementRefusals({ contentType: '', bytes: 0, sha256: '' });
    expect([type?.path, size?.path, hash?.path]).toEqual([['contentType'], ['bytes'], ['sha256']]);
    for (const each of Object.keys(uploadTypes)) expect(type?.message.zh).toContain(each);
    expect(size?.message.zh).toContain('10 MB');
  });

  it('is one of those a department can read', () => {
    const types = ['application/pdf', 'image/jpeg', 'image/png', 'application/ofd'];
    expect(Object.keys(uploadTypes)).toEqual(types);
    // The catalogue may name these and no other.
    const { items } = schema.properties.documentTypes;
    expect(items.properties.contentTypes.items.enum).toEqual(types);
    expect([maxima.uploadBytes, ticketLifetimeMs]).toEqual([10_485_760, 1_800_000]);
  });
});

describe('a file that is put', () => {
  it.each<[string, Ticket | null, Partial<typeof file>, number, PutOutcome]>([
    ['as announced', ticket, {}, 0, 'STORED'],
    ['in the last moment', ticket, {}, 1000, 'STORED'],
    ['a moment late', ticket, {}, 1001, 'NO_SUCH_PLACE'],
    ['by a ticket that nobody was given', null, {}, 0, 'NO_SUCH_PLACE'],
    ['again', { ...ticket, storedAt: 0 }, {}, 0, 'STORED_BEFORE'],
    ['again, too late', { ...ticket, storedAt: 0 }, {}, 1001, 'NO_SUCH_PLACE'],
    ['of another size', ticket, { bytes: 6 }, 0, 'NOT_AS_ANNOUNCED'],
    ['of another hash', ticket, { sha256: 'b'.repeat(64) }, 0, 'NOT_AS_ANNOUNCED'],
  ])('%s', (_what, known, more, now, outcome) => {
    expect(putOutcome(known, { ...file, ...more }, now)).toBe(outcome);
  });
});
