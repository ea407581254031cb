-- A matter as it is published since a revision, and until the next row of it: what closes an issue is looked up here.
create table published_matters (
  matter text not null,
  revision integer not null,
  department text not null,
  papers text[] not null,
  -- Over everything that is published of it.
  digest text not null,
  primary key (matter, revision)
);
--> statement-breakpoint
-- Walks through a matter as a user.
create table walkthroughs (
  id text primary key,
  matter text not null,
  -- Within its matter, whose walks are one chain.
  number integer not null,
  -- Pseudonym of who walked.
  walker text not null,
  walked_on date not null,
  at timestamptz not null,
  revision integer not null,
  steps integer not null check (steps >= 1),
  minutes integer not null check (minutes >= 0),
  metres integer not null check (metres >= 0),
  asked text[] not null,
  drift text[] not null,
  issues text[] not null,
  request text not null,
  request_hash text not null,
  content_digest text not null,
  digest text not null,
  -- What was written, and by whom; null: it was erased.
  sealed bytea,
  unique (matter, number),
  unique (walker, request)
);
--> statement-breakpoint
create index walkthroughs_day on walkthroughs (walked_on);
--> statement-breakpoint
create table issues (
  id text primary key,
  origin text not null check (origin in ('WALKTHROUGH', 'CORRECTIONS', 'REVIEW')),
  matter text not null,
  -- The department that it is about.
  about text not null,
  document_type text,
  -- Pseudonym of what makes another the same.
  subject text not null,
  -- The revision that stood when it was opened, and the one that answers it.
  revision integer not null,
  answered_revision integer,
  opened_at timestamptz not null,
  -- What it was settled on: classes, limits, calendar.
  terms jsonb not null,
  -- What follows is computed from the rows of issue_events and written with each, so that the ledger can be read: it is never changed otherwise.
  section jsonb not null,
  measure jsonb not null,
  status text not null check (status in ('IN_HAND', 'PAUSED', 'ANSWERED', 'CLOSED')),
  owner text not null check (owner <> ''),
  due_on date not null,
  closed_at timestamptz,
  erased_at timestamptz,
  -- What somebody called what was asked for: sealed.
  sealed bytea not null,
  -- Nothing that a publication has to answer is closed without one.
  -- A null would pass.
  check (status <> 'CLOSED' or origin = 'REVIEW' or coalesce(answered_revision > revision, false))
);
--> statement-breakpoint
-- What is open is not opened once more.
create unique index issues_open on issues (subject) where status <> 'CLOSED';
--> statement-breakpoint
create index issues_due on issues (due_on, id) where status <> 'CLOSED';
--> statement-breakpoint
create index issues_opened on issues (opened_at desc, id);
--> statement-breakpoint
create index issues_matter on issues (matter);
--> statement-breakpoint
create index issues_closed on issues (closed_at) where closed_at is not null and erased_at is null;
--> statement-breakpoint
create table issue_events (
  issue text not null references issues (id),
  number integer not null,
  at timestamptz not null,
  kind text not null,
  -- For whom it was done; null: by whoever it is for.
  unit text,
  request text not null,
  request_hash text not null,
  body jsonb not null,
  content_digest text not null,
  digest text not null,
  -- What was written, and by whom of the staff; null: it was erased.
  sealed bytea,
  primary key (issue, number),
  unique (issue, request)
);
--> statement-breakpoint
-- Papers that clerks ask for in corrections, by pseudonym of the filing: of each filing each once.
create table asked_papers (
  filing text not null,
  document_type text not null,
  matter text not null,
  department text not null,
  asked_on date not null,
  primary key (filing, document_type)
);
--> statement-breakpoint
create index asked_papers_matter on asked_papers (matter, asked_on);
--> statement-breakpoint
create trigger walkthroughs_only_added before update or delete on walkthroughs
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger walkthroughs_stay before truncate on walkthroughs
  for each statement execute function refuse_truncation();
--> statement-breakpoint
create trigger issue_events_only_added before update or delete on issue_events
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger issue_events_stay before truncate on issue_events
  for each statement execute function refuse_truncation();
