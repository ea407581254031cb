import type { PersonalTables } from '../runtime/personal-tables.ts';

const opened = 'What it seals is told beside it, opened.';
const standsFor = 'Stands for who asks, for whoever holds the key alone.';
const ofRequest = 'Stands for what a program sent, for whoever holds the key alone.';
const ofWorker = 'Which worker of ours has it, which is about nobody.';

export const personalTables = {
  submissions: {
    exported: 'SUBMISSION',
    leftOut: {
      sealed: opened,
      subject: standsFor,
      idempotencyKey: ofRequest,
      requestHash: ofRequest,
      dueAt: ofWorker,
      heldBy: ofWorker,
      heldUntil: ofWorker,
      tellErasedAt: ofWorker,
      traceparent: 'The number of a trace, which tells of nobody.',
    },
  },
  filings: { exported: 'FILING', leftOut: { sealed: opened } },
  timeline: { exported: 'EVENT', leftOut: {} },
  requests: {
    exported: 'REQUEST',
    leftOut: { subject: standsFor, idempotencyKey: ofRequest, requestHash: ofRequest },
  },
  uploads: {
    exported: 'FILE',
    leftOut: {
      subject: standsFor,
      ticketHash: 'By it a file was put, once.',
      turn: 'Which request may bring more of it, which tells of nobody.',
    },
  },
  upload_pieces: { notExported: 'What has arrived of a file that has yet to come whole; the file is told itself.' },
  consents: { exported: 'CONSENT', leftOut: { sealed: opened } },
  evidence_requests: {
    exported: 'EVIDENCE',
    leftOut: { sealed: opened, subject: standsFor, idempotencyKey: ofRequest, requestHash: ofRequest },
  },
  evidence_files: { notExported: 'Which files are evidence stands in the submission; each file is told itself.' },
  payments: { exported: 'PAYMENT', leftOut: { sealed: opened, nextAt: ofWorker } },
  payment_history: { exported: 'PAYMENT_EVENT', leftOut: {} },
  sandbox_payments: { notExported: 'Demands of the sandbox, which moves no money and knows of nobody.' },
  erasures: { exported: 'ERASURE', leftOut: {} },
  proofs: { notExported: 'Ids, states and keyed digests, which tell nothing of anybody; the submission shows them.' },
  once: {
    notExported: 'Stands for whom a submission concerns, for whoever holds the key alone; that is told with it.',
  },
  outbox: { notExported: 'What is on its way to another part, which tells what it then holds.' },
  webhooks: { notExported: 'Which submissions a program has yet to hear of: ids alone.' },
  webhook_outages: { notExported: 'That the address of a program does not answer.' },
  clock: { notExported: 'What the clocks of our workers have shown.' },
  used_links: { notExported: 'That a link was used, which tells of nobody.' },
  accesses: { exported: 'ACCESS', leftOut: { clerk: 'Who of the staff it was is their own personal data.' } },
} as const satisfies PersonalTables;
