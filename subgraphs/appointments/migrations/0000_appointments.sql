-- Keys that seal the personal data of this schema, each wrapped by a key that is not in the database.
create table data_keys (
  id integer primary key check (id between 1 and 65535),
  -- Null: nothing was sealed with it any more, and it is gone.
  wrapped bytea,
  wrapped_by text not null,
  made_at timestamptz not null default now(),
  seals_at timestamptz,
  retired_at timestamptz,
  check ((wrapped is null) = (retired_at is not null))
);
--> statement-breakpoint
-- What the catalogue says of windows, by revision.
create table rules (
  revision integer primary key,
  content jsonb not null
);
--> statement-breakpoint
-- Whose each matter is, as last published.
create table matters (
  code text primary key,
  department text not null
);
--> statement-breakpoint
-- A queue's day once its numbers began to be given: by the rules of that time, whatever a later catalogue says.
create table days (
  queue text not null,
  date date not null,
  rules jsonb not null,
  day jsonb not null,
  settled_at timestamptz not null,
  primary key (queue, date)
);
--> statement-breakpoint
create table agents (
  id text primary key,
  -- Pseudonym.
  account text not null unique,
  -- Computed from the rows of the log and written with each.
  status text not null check (status in ('PENDING', 'ADMITTED', 'BLOCKED', 'BARRED')),
  since timestamptz not null,
  -- Name and organisation: personal data, sealed.
  sealed bytea not null
);
--> statement-breakpoint
create index agents_to_review on agents (since, id) where status in ('PENDING', 'BLOCKED');
--> statement-breakpoint
create table powers (
  id text primary key,
  -- Pseudonyms of whoever gave it: their account, and who they are.
  account text not null,
  person text not null,
  agent text not null references agents (id),
  matters text[] not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  given_at timestamptz not null,
  revoked_at timestamptz,
  erased_at timestamptz,
  -- Name, number, text: personal data, sealed; null: erased.
  sealed bytea
);
--> statement-breakpoint
create index powers_account on powers (account, given_at desc, id);
--> statement-breakpoint
create index powers_agent on powers (agent, given_at desc, id);
--> statement-breakpoint
create table tickets (
  id text primary key,
  queue text not null,
  date date not null,
  number integer not null check (number > 0),
  origin text not null check (origin in ('BOOKED', 'WALK_IN')),
  -- Computed from the rows of the log and written with each, so that queues can be read.
  status text not null check (status in ('BOOKED', 'WAITING', 'CALLED', 'SERVED', 'CANCELLED', 'NO_SHOW', 'LEFT')),
  -- Of the period that was booked, among those of its day; null: on the spot.
  period integer,
  -- Pseudonyms of who it is for, and of the account by which they see it.
  person text not null,
  account text,
  agent text references agents (id),
  power text references powers (id),
  submission text,
  matters text[] not null check (cardinality(matters) > 0),
  exemption text,
  given_at timestamptz not null,
  -- From when they wait to be called, when they were, and at which window.
  turn_at timestamptz,
  called_at timestamptz,
  at_window text,
  -- Cancelled: from when its place can be booked anew.
  free_at timestamptz,
  erased_at timestamptz,
  -- Name and number: personal data, sealed; null: erased.
  sealed bytea,
  -- No number is given twice.
  unique (queue, date, number),
  check ((origin = 'BOOKED') = (period is not null))
);
--> statement-breakpoint
create index tickets_account on tickets (account, given_at desc, id) where account is not null;
--> statement-breakpoint
create index tickets_person on tickets (person, given_at desc, id);
--> statement-breakpoint
create index tickets_agent on tickets (agent, given_at desc, id) where agent is not null;
--> statement-breakpoint
create index tickets_submission on tickets (submission) where submission is not null;
--> statement-breakpoint
create index tickets_waiting on tickets (queue, date) where status = 'WAITING';
--> statement-breakpoint
create index tickets_open on tickets (date) where status in ('BOOKED', 'WAITING', 'CALLED');
--> statement-breakpoint
create index tickets_to_erase on tickets (date) where erased_at is null;
--> statement-breakpoint
-- One live number per person and matter.
create table live_numbers (
  person text not null,
  matter text not null,
  ticket text not null references tickets (id),
  primary key (person, matter)
);
--> statement-breakpoint
create index live_numbers_ticket on live_numbers (ticket);
--> statement-breakpoint
-- Everything that happened, in chains: one of each queue's day, of each agent, of each power.
create table log (
  subject text not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  queue text,
  date date,
  ticket text,
  agent text,
  -- Pseudonyms of the key it was asked under, and of what was asked; null: nobody asked.
  request text unique,
  request_hash text,
  -- Codes, days, numbers and pseudonyms: nothing that anybody wrote.
  body jsonb not null,
  -- What it shows that should not be.
  alert text generated always as (body ->> 'alert') stored,
  content_digest text not null,
  digest text not null,
  -- Who of the staff did it, whom it was for: sealed; null: erased.
  sealed bytea,
  primary key (subject, number)
);
--> statement-breakpoint
create index log_alerts on log (date, subject, number) where alert is not null;
--> statement-breakpoint
create index log_to_erase on log (date) where sealed is not null;
--> statement-breakpoint
create index log_ticket on log (ticket) where ticket is not null;
--> statement-breakpoint
-- Rows are added; of one that stands nothing changes but that its sealed part goes, or is sealed by another key.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'sealed' - 'alert') = (to_jsonb(old) - 'sealed' - 'alert') and (old.sealed is not null or new.sealed is null) then
    return new;
  end if;
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger log_only_added before update or delete on log
  for each row execute function refuse_change();
--> statement-breakpoint
create function refuse_truncation() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger log_stays before truncate on log
  for each statement execute function refuse_truncation();
