import type { Registry } from '../../schema/registry.ts';
import type { ProposedAct } from '../../subgraphs/runtime/definition.ts';
import { withProposals } from '../database.ts';
import { messages } from '../messages.ts';
import { type PublishedFiles, packFiles, unpackFiles } from '../published-files.ts';
import { cannotStart } from '../start-error.ts';
import { checked, dayOf, filesOf, publishFiles, type Signed } from './commands.ts';
import { textsToPublish } from './texts.ts';

/** Proposals that are looked through: more wait for nobody. */
const mostProposals = 200;

/** Writes down what is to be published, so that somebody else may approve it: these files, or those of an earlier revision. Nothing that has an error. */
export async function propose(
  url: string,
  by: Signed,
  registry: Registry,
  { catalogue, to }: { readonly catalogue?: string | undefined; readonly to?: number | undefined } = {},
): Promise<string> {
  if (by.from !== undefined) dayOf(by);
  const files = to === undefined ? filesHere(registry, catalogue) : await filesOf(url, to, registry);
  checked(files, registry);
  const { author, reason, from: holdsFrom = null } = by;
  const kind = to === undefined ? 'PUBLISHED' : 'ROLLED_BACK';
  const proposal = { kind, author, reason, holdsFrom, files: packFiles(files) } as const;
  return messages.proposed(await withProposals(url, registry, ({ propose: write }, sql) => write(sql, proposal)));
}

function filesHere(registry: Registry, folder: string | undefined): PublishedFiles {
  const texts = textsToPublish(registry, folder);
  if (texts instanceof Error) throw texts;
  return { departments: registry.departments, texts };
}

/** Somebody else than its author lets a proposal be published. */
export async function approve(
  url: string,
  number: number,
  { author: approver, reason }: Pick<Signed, 'author' | 'reason'>,
  registry: Registry,
): Promise<string> {
  const proposal = await proposalOf(url, number, registry);
  if (isSame(proposal.author, approver)) throw cannotStart('PUBLICATION_UNAPPROVED', { proposal: number });
  const isNew = await withProposals(url, registry, (proposals, sql) =>
    proposals.approve(sql, number, { approver, reason }),
  );
  if (!isNew) throw cannotStart('PROPOSAL_DONE', { proposal: number });
  return messages.approved(number);
}

/** One person, however their name is typed. */
const isSame = (one: string, other: string): boolean =>
  one.normalize('NFKC').trim().toLowerCase() === other.normalize('NFKC').trim().toLowerCase();

/** Publishes what was approved, as it was proposed, in the name of whoever proposed it. */
export async function publishProposal(url: string, number: number, registry: Registry): Promise<string> {
  const { kind, author, reason, approvedBy, holdsFrom, revision } = await proposalOf(url, number, registry);
  if (approvedBy === null) throw cannotStart('PUBLICATION_UNAPPROVED', { proposal: number });
  if (revision !== null) throw cannotStart('PROPOSAL_DONE', { proposal: number });
  const packed = await withProposals(url, registry, (proposals, sql) => proposals.filesOf(sql, number));
  if (!packed) throw cannotStart('PROPOSAL_UNKNOWN', { proposal: number });
  const by = { author, reason, approvedBy, from: holdsFrom ?? undefined, proposal: number };
  return publishFiles(url, unpackFiles(packed), by, registry, kind);
}

async function proposalOf(url: string, number: number, registry: Registry): Promise<ProposedAct> {
  const list = await withProposals(url, registry, (proposals, sql) => proposals.list(sql, mostProposals));
  const found = list.find((each) => each.number === number);
  if (!found) throw cannotStart('PROPOSAL_UNKNOWN', { proposal: number });
  return found;
}

/** One line per proposal: number, when, from which day, how it stands, by whom, why, approved by whom, why. */
export async function proposalLines(url: string, registry: Registry): Promise<string> {
  const list = await withProposals(url, registry, (proposals, sql) => proposals.list(sql, mostProposals));
  return list
    .map(({ number, at, holdsFrom, author, reason, approvedBy, approvalReason, revision }) => {
      const stands = revision !== null ? `REVISION ${revision}` : approvedBy === null ? 'PROPOSED' : 'APPROVED';
      return [number, at, holdsFrom ?? '', stands, author, reason, approvedBy ?? '', approvalReason ?? ''].join('\t');
    })
    .join('\n');
}
