import { createDesk } from '../../../subgraphs/departments/desk.ts';
import { createDeskFilings } from '../../../subgraphs/departments/store/filings.ts';
import { createMatterStore } from '../../../subgraphs/departments/store/matters.ts';
import { noon, openTax, type Received, type Stand } from './stand.ts';

/** The built-in desk, whose staff sign in here. */
export async function standOfDesk(): Promise<Stand> {
  const { db, sql, sealer, close } = await openTax();
  const desk = createDesk(
    createDeskFilings(db, sealer, () => noon),
    createMatterStore(db),
    () => noon,
  );
  let decisions = 0;
  return {
    system: desk,
    theirs: (code) => code,
    async received(filing) {
      const held = (await desk.held(filing)) as
        | (Omit<Received, 'paid' | 'withdrawn'> & {
            readonly state: string;
            readonly payment: { readonly paid: { readonly receiptNumber: string } | null } | null;
          })
        | null;
      if (!held) return null;
      const { payment, state } = held;
      return { ...held, withdrawn: state === 'WITHDRAWN', paid: payment?.paid ? [payment.paid.receiptNumber] : [] };
    },
    async count() {
      const [row] = await sql<{ count: number }[]>`select count(*)::int as count from filings`;
      return row?.count ?? 0;
    },
    async decide(filing, word) {
      decisions += 1;
      const of = { id: `decision ${decisions}`, filing };
      switch (word.says) {
        case 'ACCEPTED':
          await desk.decide({ ...of, decision: 'ACCEPT', amountFen: 100 });
          return;
        case 'DEMANDS':
          await desk.decide({ ...of, decision: 'ACCEPT', amountFen: word.amountFen });
          return;
        case 'CORRECT':
          await desk.decide({ ...of, decision: 'REQUEST_CORRECTION', corrections: [...word.corrections] });
          return;
        case 'REFUSED':
          await desk.decide({ ...of, decision: 'REFUSE', reason: word.reason, refusalReason: word.code });
          return;
        case 'APPROVED':
          await desk.decide({
            ...{ ...of, decision: 'APPROVE' },
            results: [{ documentType: 'deed-tax-receipt', subject: 'HOME', party: 'home', number: word.number }],
          });
      }
    },
    close,
  };
}
