create table filings (
  id text primary key,
  matter text not null,
  party text,
  state text not null,
  request_hash text not null,
  -- Form, evidence, answers, produced results, corrections and results: personal data, sealed.
  sealed bytea not null,
  received_at timestamptz not null default now(),
  decided_at timestamptz
);
--> statement-breakpoint
create index filings_state on filings (state, received_at);
--> statement-breakpoint
-- Commands already performed: a decision or a supplement that comes again changes nothing.
create table commands (
  id text primary key,
  filing text not null references filings,
  performed_at timestamptz not null default now()
);
--> statement-breakpoint
create table counters (
  name text primary key,
  value bigint not null
);
