-- What is to be paid for a filing: one payment each. Who pays, for what and under which number is sealed.
create table payments (
  id text primary key,
  submission text not null references submissions,
  filing text not null unique references filings,
  state text not null check (
    state in ('DUE', 'DEMANDED', 'FAILED', 'PAID', 'EXPIRED', 'CANCELLED', 'REFUNDING', 'REFUNDED')
  ),
  amount_fen integer not null check (amount_fen > 0),
  due_on date not null,
  demanded_at timestamptz not null,
  paid_at timestamptz,
  refunded_at timestamptz,
  attempts integer not null default 0,
  next_at timestamptz,
  sealed bytea not null,
  -- Money that came or went has a time, and nothing else has.
  check ((state in ('PAID', 'REFUNDING', 'REFUNDED')) = (paid_at is not null)),
  check ((state = 'REFUNDED') = (refunded_at is not null))
);
--> statement-breakpoint
create index payments_submission on payments (submission);
--> statement-breakpoint
-- How each came to stand so. It refers to no other table: accounts are kept when what they tell of is erased.
create table payment_history (
  submission text not null,
  payment text not null,
  number integer not null,
  at timestamptz not null,
  state text not null,
  -- What was said to have been paid where it is not what was demanded.
  said_fen bigint,
  said_currency text,
  primary key (payment, number)
);
--> statement-breakpoint
create index payment_history_submission on payment_history (submission);
--> statement-breakpoint
create trigger payment_history_only_added before update or delete or truncate on payment_history
  for each statement execute function refuse_change();
--> statement-breakpoint
-- Demands of the sandbox, which moves no money.
create table sandbox_payments (
  id text primary key,
  state text not null default 'OPEN' check (state in ('OPEN', 'FAILED', 'PAID', 'REFUNDED')),
  amount_fen integer not null,
  due_on date not null,
  paid_at timestamptz,
  receipt_number text
);
