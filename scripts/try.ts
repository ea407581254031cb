import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { operationText } from './assemble.ts';
import type { DevelopmentTokens } from './development-issuer.ts';
import { newbornAnswers, newbornForm, newbornParties } from './newborn-example.ts';
import { cannotStart } from './start-error.ts';

const program = new Command('try')
  .description(
    'Plans and submits the newborn event as the development citizen, and shows its way through the departments.',
  )
  .argument('[address]', 'of the gateway', 'http://127.0.0.1:4000')
  .option('--data <folder>', 'where dev-tokens.json lies', 'data')
  .parse();
const [address] = program.processedArgs as [string];
const { data: folder } = program.opts<{ data: string }>();
const tokens = readTokens(join(folder, 'dev-tokens.json'));

function readTokens(file: string): DevelopmentTokens {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DevelopmentTokens;
  console.error(cannotStart('TOKENS_MISSING', { file }).message);
  process.exit(2);
}

async function ask<T>(name: string, variables: Record<string, unknown>): Promise<T> {
  const response = await reached(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.citizen}` },
    body: JSON.stringify({ query: operationText(name), variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: ReadonlyArray<{ message: string }> };
  if (errors) {
    console.error(errors.map((error) => error.message).join('\n'));
    process.exit(1);
  }
  return data;
}

async function reached(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause, message } = error as Error & { readonly cause?: { readonly code?: string } };
    console.error(cannotStart('GATEWAY_SILENT', { address, reason: cause?.code ?? message }).message);
    process.exit(1);
  }
}

interface Planned {
  readonly lifeEvent: {
    readonly plan: {
      readonly id: string;
      readonly materials: ReadonlyArray<{ id: string; title: string }>;
      readonly sources: ReadonlyArray<{ code: string; requiresConsent: boolean }>;
      readonly reduction: { before: { forms: number; materials: number }; after: { forms: number; materials: number } };
    };
  };
}
const event = { code: 'newborn', region: '330381000000' };
const { lifeEvent } = await ask<Planned>('plan', { ...event, answers: newbornAnswers, parties: newbornParties });
const { plan } = lifeEvent;
const { before, after } = plan.reduction;
console.log(
  `${before.forms} forms, ${before.materials} documents → ${after.forms} form, ${after.materials} documents:`,
);
for (const { title } of plan.materials) console.log(`  · ${title}`);
const sources = plan.sources.filter(({ requiresConsent }) => requiresConsent).map(({ code }) => code);

interface Submitted {
  readonly submitLifeEvent: {
    readonly submission: { id: string; receiptNumber: string } | null;
    readonly problems: ReadonlyArray<{ code: string; message: string }>;
  };
}
/** Another child each time: of one that was registered already staff would have to look whether it is, and nothing would go on until they have. */
const [one, other] = [randomInt(24), randomInt(60)];
const child = {
  ...newbornForm.baby,
  name: `${String(newbornForm.baby?.name).slice(0, 1)}${String.fromCodePoint(0x5b89 + randomInt(24), 0x4e50 + randomInt(60))}`,
  'birth-time': [one, other].map((each) => String(each).padStart(2, '0')).join(':'),
};
const { submitLifeEvent } = await ask<Submitted>('submit', {
  input: {
    idempotencyKey: crypto.randomUUID(),
    lifeEvent: event.code,
    region: event.region,
    planId: plan.id,
    answers: newbornAnswers,
    parties: newbornParties,
    form: { ...newbornForm, baby: child },
    evidence: plan.materials.map(({ id }) => ({ material: id, bringToCounter: true })),
    consents: sources.map((source) => ({ source, granted: true })),
  },
});
const { submission, problems } = submitLifeEvent;
if (!submission) {
  for (const { code, message } of problems) console.error(`${code} ${message}`);
  process.exit(1);
}
console.log(`\nReceived under ${submission.receiptNumber}.`);
interface Seen {
  readonly submission: {
    readonly state: string;
    readonly timeline: ReadonlyArray<{ at: string; event: string; message: string }>;
    readonly filings: ReadonlyArray<{
      state: string;
      matter: { title: string };
      payment: { item: string; amountFen: number; state: string; payUrl: string | null } | null;
    }>;
    readonly results: ReadonlyArray<{ documentType: { name: string }; spec: string | null; number: string }>;
  };
}
/** What the sandbox demands is paid as somebody would at its address; nothing is paid anywhere else. */
async function pay({ payment }: Seen['submission']['filings'][number]): Promise<void> {
  if (payment?.state !== 'DEMANDED' || !payment.payUrl?.startsWith('/sandbox-payments/')) return;
  console.log(`  ¥ ${payment.item} ${(payment.amountFen / 100).toFixed(2)}`);
  await fetch(`${address}${payment.payUrl}/pay`, { method: 'POST' });
}
for (let look = 0; ; look++) {
  const { submission: seen } = await ask<Seen>('submission', { id: submission.id });
  const over = !['RECEIVED', 'IN_PROGRESS'].includes(seen.state);
  if (!over && look < 100) {
    await Promise.all(seen.filings.map(pay));
    await delay(200);
    continue;
  }
  for (const { state, matter } of seen.filings) console.log(`  ${state.padEnd(10)} ${matter.title}`);
  for (const { documentType, spec, number } of seen.results)
    console.log(`  → ${documentType.name}${spec ? `（${spec}）` : ''} ${number}`);
  console.log(`${seen.state}`);
  break;
}
