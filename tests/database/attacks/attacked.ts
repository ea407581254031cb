import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssembleOptions } from '../../../scripts/assemble.ts';
import { createDevelopmentIssuer, type DevelopmentTokens } from '../../../scripts/development-issuer.ts';
import type { Told } from '../../attacks/answers.ts';
import { samplesOn } from '../../attacks/ground.ts';
import type { Samples } from '../../attacks/inputs.ts';
import { citizen, type Graph, inputFor, leaveToStaff, planOf, startGraph, submit } from '../gateway-of.ts';

/** The whole product in this process, with a submission in it, at its own door. */
export interface Attacked {
  readonly graph: Graph;
  readonly samples: Samples;
  readonly address: string;
  readonly tokens: DevelopmentTokens;
  /** `text`: a body as it is. */
  post(request: object | { readonly text: string }, bearer: string | undefined): Promise<Told>;
  close(): Promise<void>;
}

export async function startAttacked(options: Partial<AssembleOptions> = {}): Promise<Attacked> {
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-attacked-'));
  const { issuer, tokens } = await createDevelopmentIssuer(folder, ['tax']);
  const graph = await startGraph({ ...options, issuers: [issuer] });
  await leaveToStaff(graph, 'tax');
  const plan = await planOf(graph);
  const applicant = { ...citizen, subject: 'citizen-lin' };
  const { submission: made, problems } = await submit(graph, inputFor(plan, { idempotencyKey: 'ground' }), applicant);
  if (!made) throw new Error(JSON.stringify(problems));
  const filing = `${made.id}-4`;
  const opening = { idempotencyKey: 'ground', kind: 'hard-case', text: '办不成', matter: '330381WJ000123001000' };
  const { openAppeal } = await graph.ask<{ openAppeal: { appeal: { id: string } } }>(
    {
      query: 'mutation ($input: OpenAppealInput!) { openAppeal(input: $input) { appeal { id } } }',
      variables: { input: opening },
    },
    applicant,
  );
  const [material = ''] = plan.materials.map(({ id }) => id);
  const address = await graph.gateway.listen(0, '127.0.0.1');
  return {
    graph,
    samples: samplesOn({ plan, submission: made.id, filing, material, appeal: openAppeal.appeal.id }),
    address,
    tokens,
    post: async (request, bearer) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
        body: 'text' in request ? request.text : JSON.stringify(request),
      });
      return { status: response.status, body: await response.text() };
    },
    close: async () => {
      await graph.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
