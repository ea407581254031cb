import DataLoader from 'dataloader';
import { civilDateOf } from '../language/civil-date.ts';
import type { SubgraphContext, SubgraphDefinition, Work } from '../runtime/definition.ts';
import { openSealedDatabase } from '../runtime/keys/database.ts';
import { createPseudonym } from '../runtime/personal-data.ts';
import { startRounds } from '../runtime/rounds.ts';
import { createSubgraph, type Subgraph } from '../runtime/subgraph.ts';
import { endedBefore } from './domain/licence.ts';
import { createIssuing } from './issuing.ts';
import type { Context } from './parents.ts';
import { resolvers } from './resolvers.ts';
import { createInstitutionStore, publishInstitutions } from './store/institutions.ts';
import { createLicenceStore, type KeptLicence, sealedPlaces } from './store.ts';

async function open(context: SubgraphContext) {
  const { db, sql, sealer, close } = await openSealedDatabase(context);
  const pseudonym = createPseudonym(context.lookupKey, context.suite);
  const store = createLicenceStore(db, sealer, pseudonym);
  return { sql, close, pseudonym, store, institutions: createInstitutionStore(db) };
}

/** The subgraph of the vault: every result of a filing is a licence of whoever applied. */
async function start(context: SubgraphContext): Promise<Subgraph> {
  const { row, port, log, typeDefs, now } = context;
  const { sql, store, close, pseudonym, institutions } = await open(context);
  const issuing = createIssuing({ store, institutions, pseudonym, now });
  return createSubgraph({
    ...{ name: row.code, port, log, typeDefs, resolvers, meters: context.meters },
    context: async (_headers, identity): Promise<Context> => {
      const account = identity?.kind === 'CITIZEN' ? { account: identity.subject, identityNumber: null } : null;
      const loader = new DataLoader<string, ReadonlyArray<KeptLicence>>(async (ids) => {
        const found = account === null ? [] : await store.ofSubmissions(account, ids);
        return ids.map((id) => found.filter(({ submission }) => submission === id));
      });
      const ofSubmission = async (id: string) => (account === null ? null : loader.load(id));
      let asked: ReturnType<typeof institutions.all> | null = null;
      const institutionOf = async (code: string) => {
        asked ??= institutions.all();
        return (await asked).find((each) => each.code === code) ?? null;
      };
      return { identity, store, now, ofSubmission, issuing, institutions, institutionOf };
    },
    ready: async () => {
      await sql`select 1`;
    },
    onClose: close,
  });
}

const hourMs = 60 * 60_000;
const atOnce = 500;

/** Takes out what ended so long ago that nobody may keep it. */
async function work(context: SubgraphContext): Promise<Work> {
  const { now, retention } = context;
  const { store, sql, close } = await open(context);
  const round = async (): Promise<void> => {
    const before = endedBefore(civilDateOf(now()), retention.licences);
    while ((await store.removeEnded(before, atOnce, new Date(now()).toISOString())) === atOnce);
  };
  const stopRounds = startRounds([{ round }], context.log.child({ part: 'licences' }), hourMs, {
    name: context.row.code,
    meters: context.meters,
  });
  return {
    ready: async () => {
      await sql`select 1`;
    },
    stop: async () => {
      await stopRounds();
      await close();
    },
  };
}

const licences: SubgraphDefinition = {
  migrations: new URL('./migrations', import.meta.url),
  start,
  work,
  sealed: sealedPlaces,
  publish: (transaction, { schema, revision, catalogue: { publication } }) =>
    publishInstitutions(transaction, schema, revision, publication.institutions),
};
export default licences;
