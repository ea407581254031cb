/** A statement by which the life of a submission goes a step on. */
export interface Step {
  readonly name: string;
  /** Of its text. */
  readonly statement: RegExp;
  /** Of the role that sends it; default: whoever does. */
  readonly role?: RegExp;
}
export interface CrashPoint extends Step {
  /** Before the database hears of it, or once it is done and before the product has heard so. */
  readonly when: 'BEFORE' | 'AFTER';
}

const steps: ReadonlyArray<Step> = [
  { name: 'a file is announced', statement: /^insert into "uploads"/ },
  { name: 'a file has arrived', statement: /^update "uploads" set "stored_at"/ },
  { name: 'a submission is received', statement: /insert into submissions \(/ },
  { name: 'it is taken by a worker', statement: /^\s*update submissions set held_by = \$1/ },
  { name: 'it is read to be carried', statement: /^select .*xmin.* from "submissions"/s },
  { name: 'what came of it is written', statement: /update submissions set state = new\.state/ },
  { name: 'it is let go of', statement: /^\s*update submissions set held_by = null/ },
  { name: 'a department counts', statement: /^insert into "counters"/ },
  { name: 'a department takes a filing in', statement: /insert into filings \(/ },
  { name: 'that is for good', statement: /^commit/i, role: /department_health/ },
  { name: 'a department hears of a payment', statement: /^insert into "commands"/ },
  { name: 'a department goes on with a filing', statement: /update filings set state = new\.state, sealed = decode/ },
  { name: 'that payment is for good', statement: /^commit/i, role: /department_tax/ },
  { name: 'a payment is demanded', statement: /^insert into "sandbox_payments"/ },
  { name: 'a payment is made', statement: /^update "sandbox_payments"/ },
  { name: 'what is issued is taken to be told', statement: /^update "outbox" set "attempts"/ },
  { name: 'a licence is put into the vault', statement: /insert into licences \(/ },
  { name: 'what was told is struck off', statement: /^delete from "outbox"/ },
];

/** Every place between product and database at which a submission can be broken off. */
export const crashPoints: ReadonlyArray<CrashPoint> = steps.flatMap((step) =>
  (['BEFORE', 'AFTER'] as const).map((when) => ({ ...step, when })),
);
