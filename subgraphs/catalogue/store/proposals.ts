import type postgres from 'postgres';
import type { ProposedAct, SubgraphDefinition } from '../../runtime/definition.ts';

/** What is proposed, and approved by somebody else, before it is published; each is written once. */
export const proposals: NonNullable<SubgraphDefinition['revisions']>['proposals'] = {
  async propose(sql, { kind, author, reason, holdsFrom, files }) {
    const [row] = await sql<Array<{ number: number }>>`
      insert into catalogue.proposals ${sql([
        { kind, author, reason, holds_from: holdsFrom, files: Buffer.from(files) },
      ])} returning number`;
    if (!row) throw new Error('A proposal that is written has a number.');
    return row.number;
  },
  async approve(sql, proposal, { approver, reason }) {
    const written = await sql`
      insert into catalogue.approvals ${sql([{ proposal, approver, reason }])} on conflict do nothing returning proposal`;
    return written.length > 0;
  },
  async list(sql, most) {
    const rows = await sql<Array<Omit<ProposedAct, 'at'> & { at: Date }>>`
      select q.number, q.proposed_at as at, q.kind, q.author, q.reason, q.holds_from::text as "holdsFrom",
        a.approver as "approvedBy", a.reason as "approvalReason", p.revision
      from catalogue.proposals q left join catalogue.approvals a on a.proposal = q.number
        left join catalogue.publications p on p.proposal = q.number
      order by q.number desc limit ${most}`;
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  },
  async filesOf(sql: postgres.Sql, proposal) {
    const [row] = await sql<Array<{ files: Uint8Array }>>`
      select files from catalogue.proposals where number = ${proposal}`;
    return row?.files ?? null;
  },
};
