import type { UnverifiedFact } from './domain/binding.ts';
import { lacksConsent } from './domain/consent.ts';
import { strangeness } from './domain/once.ts';
import type { Payment } from './domain/payment.ts';
import { unverified } from './domain/reasons.ts';
import type { Command, DepartmentCommand, Filing, Submission } from './domain/submission.ts';
import { answersFor, producedFor } from './domain/travel.ts';
import type { DoorAnswer } from './door-answers.ts';
import type { DepartmentDoor, OpenDoor } from './doors.ts';
import type { FilingPlan, SubmissionRecord } from './records/submission.ts';
import { sentWith } from './sent.ts';

/** What commands are performed with. */
export interface Performance {
  readonly submission: Submission;
  readonly record: SubmissionRecord;
  /** Of a withdrawal. */
  readonly reason?: string | null;
  /** Of what trace it is a part, where that is known. */
  readonly traceparent?: string | null;
}
export interface Performed {
  readonly command: DepartmentCommand;
  readonly answer: DoorAnswer;
}

/** Departments pass the words on to whoever applied: a stranger hears of `SECOND` what they hear anyway. */
const toldUnverified = (open: ReadonlyArray<UnverifiedFact>) =>
  open.map(({ fact, party }) => ({
    ...{ fact, party },
    ...unverified[fact === 'SECOND' ? (strangeness(open) ?? fact) : fact],
  }));

/** Calls every department concerned at once. */
export function performAll(
  openDoor: OpenDoor,
  commands: ReadonlyArray<Command>,
  performance: Performance,
): Promise<ReadonlyArray<Performed>> {
  return Promise.all(
    commands
      .filter((command): command is DepartmentCommand => 'state' in command)
      .map(async (command) => ({ command, answer: await perform(openDoor, command, performance) })),
  );
}

/** Not the department's refusal: it had the filing once. */
const isLost = (answer: DoorAnswer): boolean => answer.kind === 'REJECTED' && answer.code === 'FILING_NOT_FOUND';

/** Calls the department of a filing. One that had it and knows nothing of it any more is given it again, of which `onLost` is told. */
export async function perform(
  openDoor: OpenDoor,
  command: DepartmentCommand,
  { submission, record, reason = null }: Performance,
  onLost: () => void = () => {},
): Promise<DoorAnswer> {
  const filing = submission.filings.find(({ id }) => id === command.filing) as Filing;
  const door: DepartmentDoor | null = openDoor(filing.department);
  if (!door) return { kind: 'DEPARTMENT_OUT' };
  const plan = record.filings[filing.position] as FilingPlan;
  const lacking = lacksConsent(plan) ? [{ fact: 'CONSENT' as const, party: null }] : [];
  const open = [...record.unverified, ...lacking];
  const handOver = (): Promise<DoorAnswer> =>
    door.accept(
      {
        id: filing.id,
        matter: filing.matter,
        party: filing.party,
        parties: plan.parties,
        ...sentWith(record, filing.position, filing.provisions),
        answers: answersFor(plan.questions, record.answers),
        produced: producedFor(plan.consumes, submission.filings),
        // Left out where there is none: the same filing as an older release handed over.
        ...(open.length > 0 ? { unverified: toldUnverified(open) } : {}),
      },
      record.catalogue,
    );
  // By its id it is the same filing, also where only the answer was wrong.
  const giveAgain = (): Promise<DoorAnswer> => {
    onLost();
    return handOver();
  };
  switch (command.kind) {
    case 'HAND_OVER':
      return handOver();
    case 'SUPPLEMENT': {
      const { form, evidence } = sentWith(record, filing.position, filing.provisions);
      const answer = await door.supplement(filing.id, command.supplement as string, form, evidence);
      // What is handed over anew has the supplement in it.
      return isLost(answer) ? giveAgain() : answer;
    }
    case 'TELL_PAID': {
      const { id, amountFen, receiptNumber, paidAt } = filing.payment as Payment;
      const money = { receiptNumber: receiptNumber as string, paidAt: paidAt as string };
      const tell = (): Promise<DoorAnswer> => door.paid({ id, filing: filing.id, amountFen, ...money });
      const answer = await tell();
      if (!isLost(answer)) return answer;
      const given = await giveAgain();
      return given.kind === 'RECEIPT' ? tell() : given;
    }
    case 'ASK':
      return (await door.find(filing.id)) ?? giveAgain();
    case 'WITHDRAW':
      return door.withdraw(filing.id, reason);
  }
}
