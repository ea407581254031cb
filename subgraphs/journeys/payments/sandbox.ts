import { createHmac } from 'node:crypto';
import { currency } from '../domain/payment.ts';
import type { PaymentStanding } from '../domain/submission.ts';
import type { SandboxDemand, SandboxRows } from '../store/sandbox.ts';
import type { PaymentProvider, ProviderAnswer } from './provider.ts';
import { createWords, journeysName, providerName, readStanding } from './words.ts';

/** What somebody at the sandbox does with a demand: `short` one fen too little, `silent` without a call-back, `again` with other money what was paid. */
export const sandboxDeeds = ['pay', 'fail', 'short', 'silent', 'again'] as const;
export type SandboxDeed = (typeof sandboxDeeds)[number];

/** A provider that moves no money: demands lie in the database, and whoever asks pays them. */
export interface Sandbox extends PaymentProvider {
  /** The call-backs that follow, signed; null: there is no such demand. */
  act(id: string, deed: SandboxDeed): Promise<ReadonlyArray<string> | null>;
  find(id: string): Promise<SandboxDemand | null>;
}
export interface SandboxOptions {
  readonly rows: SandboxRows;
  readonly secret: Uint8Array;
  /** Every demand is paid as it is made. */
  readonly paysAtOnce: boolean;
  readonly now: () => number;
}

export function createSandbox({ rows, secret, paysAtOnce, now }: SandboxOptions): Sandbox {
  const key = createHmac('sha256', secret).update('payments of the sandbox').digest();
  const ours = createWords({ key, us: journeysName, them: providerName, now });
  const its = createWords({ key, us: providerName, them: journeysName, now });
  const receipt = (id: string): string => `SANDBOX-${createHmac('sha256', key).update(id).digest('hex').slice(0, 16)}`;
  const stands = (demand: SandboxDemand | null): ProviderAnswer =>
    demand ? { kind: 'STANDS', standing: standingOf(demand) } : { kind: 'NOT_KNOWN' };
  const pay = (id: string, { amountFen, paidAt }: Pick<SandboxDemand, 'amountFen' | 'paidAt'>) =>
    rows.set(id, { state: 'PAID', amountFen, paidAt, receiptNumber: receipt(id) });
  /** Lies beside the first, as a demand that nobody made. */
  const again = async ({ id, state, amountFen, dueOn }: SandboxDemand): Promise<ReadonlyArray<string>> => {
    if (state !== 'PAID' && state !== 'REFUNDED') return [];
    const { state: stood } = await rows.add({ id: second(id), amountFen, dueOn });
    if (stood === 'OPEN') await pay(second(id), { amountFen, paidAt: new Date(now()).toISOString() });
    const money = await rows.find(second(id));
    return money ? [await its.sign({ ...standingOf(money), id })] : [];
  };
  return {
    async demand({ id, amountFen, dueOn }) {
      const demand = await rows.add({ id, amountFen, dueOn });
      if (!paysAtOnce || demand.state !== 'OPEN') return stands(demand);
      return stands(await pay(id, { amountFen, paidAt: new Date(now()).toISOString() }));
    },
    ask: async (id) => stands(await rows.find(id)),
    refund: async (id, receiptNumber) => {
      const isSecond = receiptNumber === receipt(second(id));
      const demand = await rows.refund(isSecond ? second(id) : id);
      return stands(demand && { ...demand, id });
    },
    async readCallBack(text) {
      return readStanding(await ours.read(text));
    },
    find: rows.find,
    async act(id, deed) {
      const demand = await rows.find(id);
      if (!demand) return null;
      if (deed === 'again') return again(demand);
      const open = demand.state === 'OPEN' || demand.state === 'FAILED';
      const amountFen = deed === 'short' ? demand.amountFen - 1 : demand.amountFen;
      const paidAt = new Date(now()).toISOString();
      const after = !open
        ? demand
        : deed === 'fail'
          ? await rows.set(id, { state: 'FAILED' })
          : await pay(id, { amountFen, paidAt });
      if (!after || deed === 'silent') return [];
      return [await its.sign({ id, ...standingOf(after) })];
    },
  };
}

const second = (id: string): string => `${id}-again`;

function standingOf({ id, state, amountFen, paidAt, receiptNumber }: SandboxDemand): PaymentStanding {
  const open = state === 'OPEN' || state === 'FAILED';
  return {
    state,
    amountFen,
    currency,
    payUrl: open ? `/sandbox-payments/${id}` : null,
    paidAt,
    receiptNumber,
    refundedFen: null,
  };
}
