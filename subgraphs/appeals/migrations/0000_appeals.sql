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
-- What the catalogue says of kinds of cases, by revision: a case keeps what stood when it was opened.
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
create table appeals (
  id text primary key,
  -- Pseudonyms of who opened it, of their key, of what was asked, of who wrote what about whom, and of the tracking code.
  account text not null,
  request text not null,
  request_hash text not null,
  likeness text not null,
  code text not null unique,
  kind text not null,
  about text,
  matter text,
  submission text,
  opened_at timestamptz not null,
  -- What it was settled on: classes, limits, calendar.
  terms jsonb not null,
  -- What follows is computed from the rows of appeal_events and written with each, so that queues can be read: it is never changed otherwise.
  status text not null check (status in ('IN_HAND', 'PAUSED', 'ANSWERED', 'CLOSED')),
  owner text not null check (owner <> ''),
  due_on date not null,
  outcome text check (outcome in ('SOLVED', 'ADVISED', 'REFUSED')),
  answered_on date,
  grade integer check (grade between 1 and 5),
  closed_at timestamptz,
  erased_at timestamptz,
  -- Text and tracking code: personal data, sealed.
  sealed bytea not null,
  unique (account, request)
);
--> statement-breakpoint
create index appeals_account on appeals (account, opened_at desc, id desc);
--> statement-breakpoint
create index appeals_submission on appeals (submission) where submission is not null;
--> statement-breakpoint
create index appeals_owner on appeals (owner, due_on, id) where status <> 'CLOSED';
--> statement-breakpoint
create index appeals_kind on appeals (kind, opened_at);
--> statement-breakpoint
create index appeals_like on appeals (likeness) where status <> 'CLOSED';
--> statement-breakpoint
create index appeals_closed on appeals (closed_at) where closed_at is not null and erased_at is null;
--> statement-breakpoint
create table appeal_events (
  appeal text not null references appeals (id),
  number integer not null,
  at timestamptz not null,
  kind text not null,
  -- For whom it was done; null: by the applicant.
  unit text,
  -- Pseudonyms of the key it was asked under, and of what was asked.
  request text not null,
  request_hash text not null,
  -- Over this row and the one before: what is changed, removed or added breaks the chain. It holds when what the row tells of persons is gone.
  -- Dates, codes, numbers: nothing that anybody wrote.
  body jsonb not null,
  content_digest text not null,
  digest text not null,
  -- What was written, and by whom of the staff; null: it was erased.
  sealed bytea,
  primary key (appeal, number),
  unique (appeal, request)
);
--> statement-breakpoint
-- Rows are added; of one that stands nothing changes but that its sealed part goes, or is sealed by another key.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'sealed') = (to_jsonb(old) - 'sealed') and (old.sealed is not null or new.sealed is null) then
    return new;
  end if;
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger appeal_events_only_added before update or delete on appeal_events
  for each row execute function refuse_change();
--> statement-breakpoint
create function refuse_truncation() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger appeal_events_stay before truncate on appeal_events
  for each statement execute function refuse_truncation();
