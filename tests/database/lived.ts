import { createHash, randomUUID } from 'node:crypto';
import type { Caller } from '../../gateway/index.ts';
import { newbornForm, newbornParties } from '../../scripts/newborn-example.ts';
import { page, pdf } from '../files.ts';
import { citizen, clerk, type Graph, inputFor, look, planOf, type SubmissionAnswer, submit } from './gateway-of.ts';

/** In every place where a person's words or numbers can stand; each is found nowhere but where it was put. */
export const canaries = {
  subject: 'canary-subject-7731',
  key: 'canary-key-7732',
  party: 'canary-party-7733',
  name: '金丝雀',
  phone: '13977347734',
  fileName: 'canary-file-7735.pdf',
  reason: 'canary-reason-7736',
  clerk: 'canary-clerk-7737',
  correction: 'canary-correction-7738',
  address: '金丝雀巷7739号',
};
export const person: Caller = { ...citizen, subject: canaries.subject };
export const itsClerk: Caller = { ...clerk('community-health'), subject: canaries.clerk };

/** Performs a mutation of one input. Throws where it is refused. */
export async function mutate<T = Record<string, unknown>>(
  graph: Graph,
  field: string,
  input: object,
  as: Caller,
  selection = '',
): Promise<T> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const answer = await graph.ask<Record<string, T & { readonly problems: ReadonlyArray<unknown> }>>(
    {
      query: `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} problems { code message path } } }`,
      variables: { input },
    },
    as,
  );
  const payload = answer[field] as T & { readonly problems: ReadonlyArray<unknown> };
  if (payload.problems.length > 0) throw new Error(JSON.stringify(payload.problems));
  return payload;
}

/** A file of the person's that has arrived. */
export async function upload(graph: Graph, as: Caller = person, words: string = canaries.name): Promise<string> {
  const content = pdf([page, `(${words} ${randomUUID()})`]);
  const input = {
    fileName: canaries.fileName,
    contentType: 'application/pdf',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  const { upload: place } = await mutate<{ upload: { id: string; url: string } }>(
    graph,
    'createUpload',
    input,
    as,
    'upload { id url }',
  );
  const headers = { 'content-type': 'application/pdf' };
  const put = await graph.gateway.app.inject({ method: 'PUT', url: place.url, headers, payload: content });
  if (put.statusCode !== 201) throw new Error(put.body);
  return place.id;
}

export interface Lived {
  readonly id: string;
  /** At community health, whose staff decide by hand. */
  readonly filing: string;
  /** Evidence that stands, and evidence that a supplement replaced. */
  readonly files: { readonly stands: string; readonly replaced: string };
}

/** A submission for twins with a file, to which staff objected and that was supplemented; it waits for staff again. */
export async function liveThrough(graph: Graph, key: string = canaries.key, as: Caller = person): Promise<Lived> {
  const parties = [...newbornParties, { id: canaries.party, roles: ['CHILD'] }];
  const { baby, lin, ...form } = newbornForm;
  // Whoever else lives through it has another child.
  const isFirst = key === canaries.key;
  const twin = { name: `陈${canaries.name}${isFirst ? '' : '二'}`, 'birth-time': isFirst ? '23:58' : '23:59' };
  const plan = await planOf(graph, { parties });
  const material = plan.materials.find(({ documentType }) => documentType.code === 'resident-identity-card');
  const { evidence: _supplied, ...looked } = inputFor(plan, { idempotencyKey: `${key}-l`, parties });
  await mutate(graph, 'requestEvidence', looked, as);
  const replaced = await upload(graph, as);
  const evidence = plan.materials.map(({ id }) =>
    id === material?.id ? { material: id, upload: replaced } : { material: id, bringToCounter: true },
  );
  const { submission, problems } = await submit(
    graph,
    inputFor(plan, {
      ...{ idempotencyKey: key, parties, evidence },
      form: {
        ...form,
        baby,
        lin: { ...lin, phone: canaries.phone, 'residence-address': canaries.address },
        [canaries.party]: { ...baby, ...twin },
      },
    }),
    as,
  );
  if (!submission) throw new Error(JSON.stringify(problems));
  const { id } = submission;
  const waits = ({ filings }: SubmissionAnswer) =>
    filings.find(({ state, party }) => state === 'SUBMITTED' && party === canaries.party);
  const filing = waits(await untilOf(graph, id, as, (seen) => waits(seen) !== undefined))?.id ?? '';
  await mutate(
    graph,
    'decideFiling',
    {
      ...{ idempotencyKey: `${key}-d`, filing, decision: 'REQUEST_CORRECTION', reason: canaries.reason },
      corrections: [
        { field: `${canaries.party}.name`, message: canaries.correction },
        { material: material?.id, message: canaries.correction },
      ],
    },
    itsClerk,
  );
  const stands = await upload(graph, as);
  await mutate(
    graph,
    'supplementSubmission',
    {
      ...{ idempotencyKey: `${key}-s`, submission: id },
      form: { [canaries.party]: { name: `林${canaries.name}` } },
      evidence: [{ material: material?.id, upload: stands }],
    },
    as,
  );
  await untilOf(graph, id, as, (seen) => waits(seen) !== undefined);
  return { id, filing, files: { stands, replaced } };
}

export async function untilOf(
  graph: Graph,
  id: string,
  as: Caller,
  so: (seen: SubmissionAnswer) => boolean,
): Promise<SubmissionAnswer> {
  for (;;) {
    const seen = await look(graph, id, as);
    if (seen && so(seen)) return seen;
    await new Promise((done) => setTimeout(done, 25));
  }
}

export async function withdraw(graph: Graph, id: string, as: Caller = person): Promise<void> {
  const input = { idempotencyKey: `${id}-w`, submission: id, reason: canaries.reason };
  await mutate(graph, 'withdrawSubmission', input, as);
}
