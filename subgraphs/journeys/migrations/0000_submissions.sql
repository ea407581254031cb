create table submissions (
  id text primary key,
  receipt_number text not null unique,
  subject text not null,
  idempotency_key text not null,
  request_hash text not null,
  life_event text not null,
  region text not null,
  plan_id text not null,
  state text not null,
  received_at timestamptz not null,
  due_on date not null,
  -- Form, answers, parties, evidence: personal data, sealed.
  sealed bytea not null,
  correction_due_on date,
  -- When the worker should look again; null: nothing is due.
  due_at timestamptz,
  -- The worker that holds it, until when. A dead worker's hold ends by itself.
  held_by text,
  held_until timestamptz,
  unique (subject, idempotency_key)
);
--> statement-breakpoint
create index submissions_due on submissions (due_at) where due_at is not null;
--> statement-breakpoint
create index submissions_subject on submissions (subject, received_at desc);
--> statement-breakpoint
create table filings (
  id text primary key,
  submission text not null references submissions,
  position integer not null,
  matter text not null,
  department text not null,
  party text,
  stage integer not null,
  after integer[] not null,
  state text not null,
  message jsonb,
  attempts integer not null default 0,
  retry_at timestamptz,
  due_on date,
  -- Results and corrections: personal data, sealed.
  sealed bytea not null,
  unique (submission, position)
);
--> statement-breakpoint
create index filings_department on filings (department, state, due_on);
--> statement-breakpoint
create table timeline (
  submission text not null references submissions,
  number integer not null,
  at timestamptz not null,
  event text not null,
  matter text,
  party text,
  message jsonb not null,
  primary key (submission, number)
);
--> statement-breakpoint
-- What a caller's key did already, for every mutation but submitting: the same key again answers the same.
create table requests (
  subject text not null,
  mutation text not null,
  idempotency_key text not null,
  request_hash text not null,
  target text not null,
  at timestamptz not null default now(),
  primary key (subject, mutation, idempotency_key)
);
--> statement-breakpoint
create table uploads (
  id text primary key,
  subject text not null,
  ticket_hash text not null unique,
  file_name text not null,
  content_type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_at timestamptz,
  expires_at timestamptz not null
);
--> statement-breakpoint
create sequence receipt_numbers;
