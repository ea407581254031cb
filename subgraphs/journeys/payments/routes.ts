import type { FastifyInstance } from 'fastify';
import { paymentHeard } from '../domain/reasons.ts';
import { refused, type Told } from '../told.ts';
import type { HearProvider } from './hearing.ts';
import { type Sandbox, type SandboxDeed, sandboxDeeds } from './sandbox.ts';
import { longestWord } from './words.ts';

const callBacks = '/payments/call-back';

/** Where a provider says of its own accord how a payment stands: one signed word, as `application/jose`. */
export function hearProviders(app: FastifyInstance, hear: HearProvider): void {
  app.head(callBacks, (_request, reply) => reply.code(204).header('upload-limit', `max-size=${longestWord}`).send());
  app.post(callBacks, { bodyLimit: longestWord }, async (request, reply) => {
    const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    const { status, body } = answers[await hear(text)];
    return reply.code(status).send(body);
  });
}

const answers: Readonly<Record<Awaited<ReturnType<HearProvider>>, Told>> = {
  TAKEN: { status: 200, body: { message: `${paymentHeard.zh} ${paymentHeard.en}` } },
  NOT_SIGNED: refused('PAYMENT_NOT_SIGNED'),
  UNKNOWN: refused('PAYMENT_UNKNOWN'),
  DOES_NOT_MATCH: refused('PAYMENT_DOES_NOT_MATCH'),
};

/** Where somebody pays what the sandbox demands. Its call-backs are heard as a real provider's are. */
export function servePayments(app: FastifyInstance, sandbox: Sandbox, hear: HearProvider): void {
  const unknown = refused('PAYMENT_UNKNOWN');
  const path = '/sandbox-payments/:id/:deed';
  const isDeed = (deed: string): deed is SandboxDeed => (sandboxDeeds as ReadonlyArray<string>).includes(deed);
  app.head<{ Params: { id: string; deed: string } }>(path, async ({ params: { id, deed } }, reply) => {
    const known = isDeed(deed) && (await sandbox.find(id));
    return reply
      .code(known ? 204 : unknown.status)
      .header('upload-limit', 'max-size=0')
      .send();
  });
  app.post<{ Params: { id: string; deed: string } }>(path, async ({ params: { id, deed } }, reply) => {
    const words = isDeed(deed) ? await sandbox.act(id, deed) : null;
    if (!words) return reply.code(unknown.status).send(unknown.body);
    for (const word of words) await hear(word);
    const { state } = (await sandbox.find(id)) ?? { state: null };
    return reply.code(200).send({ id, state });
  });
}
