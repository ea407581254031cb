import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FilingState, isSettled, type ReceiptState } from '../../../subgraphs/journeys/domain/states.ts';
import { step } from '../../../subgraphs/journeys/domain/step.ts';
import type { SubmissionEvent } from '../../../subgraphs/journeys/domain/submission.ts';
import { answered, filing, moment, out, receipt, rejected, submission, worker } from './submission-of.ts';

const states: ReadonlyArray<FilingState> = [
  'WAITING',
  'SUBMITTED',
  'ACCEPTED',
  'NEEDS_CORRECTION',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
];
const receipts = states.slice(1) as ReadonlyArray<ReceiptState>;
const before = (state: FilingState) => filing(0, state);

/** Everything that can happen to a filing, named as the reducer names it. */
const events: ReadonlyArray<readonly [string, (state: FilingState) => SubmissionEvent]> = [
  ...receipts.map(
    (said) =>
      [
        `receipt ${said}`,
        (state: FilingState): SubmissionEvent => answered(before(state), { kind: 'RECEIPT', receipt: receipt(said) }),
      ] as const,
  ),
  ['department out', (state) => answered(before(state), out)],
  ['rejected', (state) => answered(before(state), rejected)],
  ['supplemented', () => ({ kind: 'SUPPLEMENTED', subject: 'lin', key: 'k', materials: [] })],
  ['withdrawn', () => ({ kind: 'WITHDRAWN' })],
  [
    'withdrawal heard',
    (state) =>
      answered(before(state), { kind: 'RECEIPT', receipt: receipt('WITHDRAWN') }, { kind: 'WITHDRAW', worker: null }),
  ],
  ['withdrawal rejected', (state) => answered(before(state), rejected, { kind: 'WITHDRAW', worker: null })],
  ['withdrawal not heard', (state) => answered(before(state), out, { kind: 'WITHDRAW', worker: null })],
  ['time passed', () => ({ kind: 'TIME_PASSED', worker })],
  ['hold lost', () => ({ kind: 'HOLD_LOST' })],
];
/** Beside another that is under way, so that the submission has not ended. */
const after = (state: FilingState, event: SubmissionEvent) =>
  step(submission([before(state), filing(1, 'SUBMITTED', { retryAt: moment.now + 1 })]), event, moment);

function diagram(): string {
  const lines = ['stateDiagram-v2', '  [*] --> WAITING: submitted'];
  for (const from of states) {
    const ways = new Map<FilingState, string[]>();
    for (const [name, event] of events) {
      const to = after(from, event(from)).submission.filings[0]?.state as FilingState;
      const label = name.startsWith('receipt') ? 'receipt' : name;
      if (to !== from) ways.set(to, [...new Set([...(ways.get(to) ?? []), label])]);
    }
    for (const to of states) if (ways.has(to)) lines.push(`  ${from} --> ${to}: ${ways.get(to)?.join(', ')}`);
    if (isSettled(from)) lines.push(`  ${from} --> [*]`);
  }
  return lines.join('\n');
}

/** One row for each event, one column for each state: where the filing stands then, and what came of the event. */
function table(): string {
  const cell = (state: FilingState, event: SubmissionEvent): string => {
    const { submission: then, outcome } = after(state, event);
    const to = then.filings[0]?.state as FilingState;
    return to === state ? outcome : `**${to}**`;
  };
  const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...states]),
    row(states.concat('WAITING').map(() => '---')),
    ...events.map(([name, event]) => row([name, ...states.map((state) => cell(state, event(state)))])),
  ].join('\n');
}

describe('the life of a filing', () => {
  const text = readFileSync(new URL('../../../OPERATING.md', import.meta.url), 'utf8');

  it('is drawn in OPERATING.md as the reducer has it', () => {
    expect(text).toContain(`\`\`\`mermaid\n${diagram()}\n\`\`\``);
  });

  it('stands in OPERATING.md event by event as the reducer has it', () => {
    // The formatter pads the columns of a table.
    const unpadded = text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
    expect(unpadded).toContain(table().replaceAll('|  |', '| |'));
  });
});
