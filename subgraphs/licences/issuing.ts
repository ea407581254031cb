import { randomBytes } from 'node:crypto';
import type { IssueLicenceInput, UseUpLicenceInput } from '../../schema/generated/licences.ts';
import { fingerprint } from '../language/canonical.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { isIdentityNumber } from '../language/identity-number.ts';
import { type Fillings, type ProblemId, problem } from '../language/problems.ts';
import { namedBy } from '../language/staff-scopes.ts';
import type { Localized } from '../language/text.ts';
import { type Identity, requireIdentity } from '../runtime/identity.ts';
import type { Pseudonym } from '../runtime/personal-data.ts';
import { type Institution, issuedBy } from './domain/institutions.ts';
import { verificationCode } from './domain/licence.ts';
import type { InstitutionStore } from './store/institutions.ts';
import type { KeptLicence, LicenceStore } from './store.ts';

interface Told {
  readonly code: string;
  readonly message: Localized;
  readonly path: ReadonlyArray<string>;
  readonly material: null;
}
type Outcome =
  | { readonly licence: KeptLicence; readonly problems: [] }
  | { readonly licence: null; readonly problems: ReadonlyArray<Told> };
export interface IssuingParts {
  readonly store: LicenceStore;
  readonly institutions: InstitutionStore;
  readonly pseudonym: Pseudonym;
  readonly now: () => number;
}
/** What staff of institutions do with licences. */
export interface Issuing {
  issue(input: IssueLicenceInput, identity: Identity | null): Promise<Outcome>;
  useUp(input: UseUpLicenceInput, identity: Identity | null): Promise<Outcome>;
}

const longestKey = 255;

function refused<Id extends ProblemId>(id: Id, path: string, ...slots: Fillings<Id>): Outcome {
  return { licence: null, problems: [{ ...problem(id, ...slots), path: [path], material: null }] };
}

export function createIssuing({ store, institutions, pseudonym, now }: IssuingParts): Issuing {
  /** The institution that somebody acts for; else what is wrong. */
  const actingFor = async (
    { idempotencyKey, institution }: { readonly idempotencyKey: string; readonly institution: string },
    anyone: Identity | null,
  ): Promise<Institution | Outcome> => {
    const { kind, scopes } = requireIdentity(anyone);
    const found = (await institutions.all()).find(({ code }) => code === institution);
    const isTheirs = kind === 'STAFF' && namedBy(scopes, 'institution').includes(institution);
    if (!found || !isTheirs) return refused('INSTITUTION_NOT_YOURS', 'institution');
    const isKey = idempotencyKey.trim() !== '' && idempotencyKey.length <= longestKey;
    return isKey ? found : refused('IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey', { most: longestKey });
  };
  return {
    async issue(input, anyone) {
      const by = await actingFor(input, anyone);
      if ('problems' in by) return by;
      const today = civilDateOf(now());
      const { idempotencyKey, ...asked } = input;
      const { documentType, identityNumber, name, number, data } = asked;
      const kind = issuedBy(by, documentType, today);
      if (kind === null) return refused('INSTITUTION_ISSUES_NO_SUCH', 'documentType');
      if (!isIdentityNumber(identityNumber, today)) return refused('LICENCE_OF_NOBODY', 'identityNumber');
      if (name.trim() === '' || number.trim() === '')
        return refused('LICENCE_SAYS_NOTHING', name.trim() === '' ? 'name' : 'number');
      // Stands for the key: under it the same is issued once.
      const id = fingerprint(pseudonym(JSON.stringify(['issue', by.code, idempotencyKey]))).slice(0, 32);
      const requestHash = pseudonym(fingerprint(asked));
      await store.issue(
        [
          {
            ...{ id, account: `whoever has ${identityNumber}`, submission: null, filing: null, matter: null },
            ...{ institution: by.code, requestHash, issuer: by.department, documentType, number },
            ...{ subject: 'APPLICANT', spec: null, personal: false, data: data ?? null, trust: 'A' },
            holder: { name, identityNumber, bornOn: null },
            ...{ issuedOn: today, ...kind, verificationCode: verificationCode(randomBytes(24)) },
          },
        ],
        new Date(now()).toISOString(),
      );
      const licence = (await store.ofAccount({ account: '', identityNumber }, [id])).get(id);
      // Under this key something was issued to another, or was taken out of the vault since.
      if (licence?.requestHash !== requestHash) return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
      return { licence, problems: [] };
    },
    async useUp(input, anyone) {
      const by = await actingFor(input, anyone);
      if ('problems' in by) return by;
      const used = await store.useUp(input.code, {
        ...{ institution: by.code, redeems: by.redeems, today: civilDateOf(now()), at: new Date(now()).toISOString() },
        purpose: `institution ${by.code} ${pseudonym(input.idempotencyKey)}`,
      });
      switch (used) {
        case 'NOT_FOUND':
          return refused('LICENCE_CODE_UNKNOWN', 'code');
        case 'NOT_TAKEN':
          return refused('INSTITUTION_TAKES_NO_SUCH', 'code');
        case 'CONSUMED':
          return refused('LICENCE_CONSUMED.USED', 'code');
        case 'EXPIRED':
          return refused('LICENCE_EXPIRED.OVER', 'code');
        default:
          return { licence: used.licence, problems: [] };
      }
    },
  };
}
