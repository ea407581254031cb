import { randomBytes } from 'node:crypto';
import type { IssuedLicenceInput, Resolvers } from '../../schema/generated/licences.ts';
import { civilDateOf } from '../language/civil-date.ts';
import { problem } from '../language/problems.ts';
import { localized } from '../language/text.ts';
import { refusal } from '../runtime/errors.ts';
import { type Identity, requireIdentity, requireService } from '../runtime/identity.ts';
import { makePage, readPage } from '../runtime/page.ts';
import { masked } from '../runtime/personal-data.ts';
import { adoptionOf, type Institution, monthOf } from './domain/institutions.ts';
import { maskedName, statusOn, verificationCode } from './domain/licence.ts';
import type { Account, KeptLicence, NewLicence } from './store.ts';

/** Whose work it is to put results into the vault, and to take evidence in. */
const feeder = 'journeys';
/** Who looks at what people agreed to have looked at, to offer them something. */
const offering = 'policies';

/** A citizen: staff and services have no vault. */
function accountOf(anyone: Identity | null): Account {
  const { kind, subject, claims = {} } = requireIdentity(anyone);
  if (kind !== 'CITIZEN') throw refusal('FORBIDDEN.OWN_LICENCES');
  return { account: subject, identityNumber: claims.identityNumber ?? null };
}

const newLicence = ({ spec, data, holder, expiresOn, ...issued }: IssuedLicenceInput): NewLicence => ({
  ...issued,
  spec: spec ?? null,
  data: data ?? null,
  holder: {
    name: holder.name ?? null,
    identityNumber: holder.identityNumber ?? null,
    bornOn: holder.bornOn ?? null,
  },
  expiresOn: expiresOn ?? null,
  institution: null,
  requestHash: null,
  verificationCode: verificationCode(randomBytes(24)),
});

const reference = (code: string) => ({ code });

export const resolvers: Resolvers = {
  Query: {
    licence: async (_, { id }, { store, identity }) =>
      (await store.ofAccount(accountOf(identity), [id])).get(id) ?? null,
    licences: async (_, { documentType = null, first, after }, { store, identity }) => {
      const who = accountOf(identity);
      const { limit, offset } = readPage({ first: first ?? 20, after: after ?? null });
      const [nodes, total] = await Promise.all([
        store.list(who, documentType, limit, offset),
        store.count(who, documentType),
      ]);
      return makePage(nodes, offset, total);
    },
    verifyLicence: (_, { code }, { store }) => store.byCode(code),
    adoption: async (_, { documentType, month }, { institutions, institutionOf }) => {
      const days = monthOf(month);
      if (!days) throw refusal('ADOPTION_MONTH_INVALID');
      const instantOf = (date: string): string => new Date(`${date}T00:00:00+08:00`).toISOString();
      const [all, counted] = await Promise.all([
        institutions.all(),
        institutions.counted(documentType, instantOf(days.from), instantOf(days.until)),
      ]);
      const rows = adoptionOf(all, documentType, counted);
      const sum = (of: 'issued' | 'shared'): number => rows.reduce((total, row) => total + row[of], 0);
      return {
        ...{ documentType: reference(documentType), month, institutions: rows.length },
        ...{ idle: rows.filter(({ isIdle }) => isIdle).length, issued: sum('issued'), shared: sum('shared') },
        rows: await Promise.all(
          rows.map(async ({ institution, rank, issued, shared, isIdle }) => ({
            ...{ rank, issued, shared, idle: isIdle },
            institution: (await institutionOf(institution)) as Institution,
          })),
        ),
      };
    },
    licencesOf: async (_, { account, identityNumber = null, ids }, { store, identity }) => {
      requireService(identity, feeder);
      const found = await store.ofAccount({ account, identityNumber }, ids);
      return ids.map((id) => found.get(id) ?? null);
    },
    licencesUsable: async (_, { account, identityNumber = null, documentTypes, on, first }, { store, identity }) => {
      requireService(identity, feeder, offering);
      return [
        ...(await store.usable({ account, identityNumber }, documentTypes, on, readPage({ first, after: null }).limit)),
      ];
    },
    licencesData: async (_, { account, identityNumber = null, first, after }, { store, identity }) => {
      requireService(identity, feeder);
      const { limit, offset } = readPage({ first, after: after ?? null });
      const who = { account, identityNumber };
      const [nodes, total] = await Promise.all([store.held(who, limit, offset), store.countHeld(who)]);
      const history = await store.events(nodes.map(({ id }) => id));
      const { pageInfo, totalCount } = makePage(nodes, offset, total);
      return {
        nodes: nodes.map((node) => ({ ...node, history: history.filter(({ licence }) => licence === node.id) })),
        endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
        totalCount,
      };
    },
  },
  Mutation: {
    issueLicence: async (_, { input }, { issuing, identity }) => {
      const { licence, problems } = await issuing.issue(input, identity);
      const { id = null, verificationCode: code = null, expiresOn = null } = licence ?? {};
      return { licence: id, verificationCode: code, expiresOn, problems: [...problems] };
    },
    useUpLicence: async (_, { input }, { issuing, identity }) => {
      const { licence, problems } = await issuing.useUp(input, identity);
      return { licence, problems: [...problems] };
    },
    removeLicence: async (_, { id }, { store, identity, now }) => {
      const removed = await store.remove(accountOf(identity), id, new Date(now()).toISOString());
      const path = ['id'];
      return removed
        ? { removed: id, problems: [] }
        : { removed: null, problems: [{ ...problem('LICENCE_NOT_FOUND'), path, material: null }] };
    },
    licencesIssue: async (_, { licences }, { store, identity, now }) => {
      requireService(identity, feeder);
      await store.issue(licences.map(newLicence), new Date(now()).toISOString());
      return licences.map(({ id }) => id);
    },
    licencesRedeem: async (_, { account, identityNumber = null, ids, purpose }, { store, identity, now }) => {
      requireService(identity, feeder);
      const found = await store.ofAccount({ account, identityNumber }, ids);
      const strange = ids.filter((id) => !found.has(id));
      return strange.length > 0 ? strange : [...(await store.redeem(ids, purpose, new Date(now()).toISOString()))];
    },
    licencesGiveBack: (_, { purpose }, { store, identity, now }) => {
      requireService(identity, feeder);
      return store.giveBack(purpose, new Date(now()).toISOString());
    },
    licencesErase: (_, { submission }, { store, identity, now }) => {
      requireService(identity, feeder);
      return store.eraseOf(submission, new Date(now()).toISOString());
    },
  },
  Submission: {
    __resolveReference: ({ id }) => ({ id }),
    licences: ({ id }, _, { ofSubmission }) => ofSubmission(id) as Promise<KeptLicence[] | null>,
  },
  Licence: {
    __resolveReference: async ({ id }, { store, identity }) =>
      identity?.kind === 'CITIZEN' ? ((await store.ofAccount(accountOf(identity), [id])).get(id) ?? null) : null,
    documentType: ({ documentType }) => reference(documentType),
    number: ({ number, personal }) => (personal ? masked(number) : number),
    holder: ({ holder }) => holder.name,
    issuer: ({ issuer }) => reference(issuer),
    institution: ({ institution }, _, { institutionOf }) => (institution === null ? null : institutionOf(institution)),
    matter: ({ matter }) => (matter === null ? null : reference(matter)),
    submission: ({ submission }) => (submission === null ? null : { id: submission }),
    status: (licence, _, { now }) => statusOn(licence, civilDateOf(now())),
  },
  VerifiedLicence: {
    documentType: ({ documentType }) => reference(documentType),
    number: ({ number }) => masked(number),
    holder: ({ holder }) => (holder.name === null ? null : maskedName(holder.name)),
    issuer: ({ issuer }) => reference(issuer),
    institution: ({ institution }, _, { institutionOf }) => (institution === null ? null : institutionOf(institution)),
    status: (licence, _, { now }) => statusOn(licence, civilDateOf(now())),
  },
  Institution: {
    name: ({ name }, { language }) => localized(name, language),
    department: ({ department }) => reference(department),
  },
  Problem: { message: ({ message }, { language }) => localized(message, language) },
};
