import { expect, it } from 'vitest';
import { provisionsWithoutOthers, shownTo, withoutOthers } from '../../../subgraphs/journeys/domain/withheld.ts';

const lin = '330381199001011234';
const person = (party: string, identityNumber: string | null) => ({
  ...{ party, name: party, bornOn: null, identityNumber, numberElement: 'identity-number' },
});
const people = [person('lin', lin), person('chen', '330381198801015678'), person('baby', null)];
const row = (...parties: ReadonlyArray<string>) => ({
  ...{ requirement: 'R', fate: 'SHARED', sources: ['s'], materials: [] },
  documents: [
    {
      ...{ documentType: 'd', parties, spec: null, source: 's', number: 'N-1', data: { ward: 3 }, trust: 'A' as const },
      ...{ issuedOn: null, expiresOn: null, providedAt: '2026-11-26T00:00:00.000Z' },
    },
  ],
});

it.each<readonly [string, ReadonlyArray<string>, string | null, boolean]>([
  ['one of who signed in', ['lin'], lin, true],
  ['one of a child without a number yet', ['baby'], lin, true],
  ['one of both', ['lin', 'baby'], lin, true],
  ['one of somebody else', ['chen'], lin, false],
  ['one that is somebody else’s too', ['lin', 'chen'], lin, false],
  ['one of the applicant, of whom nobody vouches', ['lin'], null, false],
  ['one of a child whose applicant nobody vouches for', ['baby'], null, false],
])('%s', (_name, parties, number, isShown) => {
  const [seen] = withoutOthers([row(...parties)], shownTo(people, number));
  expect(seen?.documents?.[0]).toMatchObject(
    isShown ? { number: 'N-1', data: { ward: 3 } } : { number: null, data: null },
  );
  expect(seen?.documents?.[0]).toMatchObject({ documentType: 'd', source: 's' });
  // The same where it lies with its filing.
  const document = { number: 'N-1', data: { ward: 3 }, trust: 'A' as const, issuedOn: null, expiresOn: null };
  const lies = { material: 'd:x', source: 's', outcome: 'FOUND' as const, document, at: 'then' };
  const [kept] = provisionsWithoutOthers([lies], [{ material: 'd:x', parties }], shownTo(people, number));
  expect(kept).toEqual(isShown ? lies : { ...lies, document: { ...document, number: null, data: null } });
  const [nobodys] = provisionsWithoutOthers([lies], [], shownTo(people, number));
  expect(nobodys?.document?.number).toBeNull();
});

it('a row for which no source is asked stays as it is', () => {
  const asked = { requirement: 'R', fate: 'KEPT', sources: [], materials: [{ material: 'm' }] };
  expect(withoutOthers([asked], shownTo(people, lin))).toEqual([asked]);
});
