-- What is published of each matter, and by which revision, so that what a class of appeals was closed by is looked up and not claimed.
alter table matters add column content jsonb, add column revision integer;
--> statement-breakpoint
-- The class of like ones that it is of.
alter table appeals add column like_class text;
--> statement-breakpoint
create index appeals_like_class on appeals (like_class) where like_class is not null;
--> statement-breakpoint
-- Classes of like appeals; all but the first three columns is computed from the rows of like_class_events and written with each.
create table like_classes (
  id text primary key,
  kind text not null,
  opened_at timestamptz not null,
  status text not null check (status in ('OPEN', 'PROPOSED', 'CLOSED')),
  -- The change of the catalogue that is proposed, and the revision that stood then.
  change jsonb,
  proposed_at integer,
  -- The revision that holds it.
  closed_by integer,
  check ((status = 'OPEN') = (change is null)),
  check ((change is null) = (proposed_at is null)),
  check ((status = 'CLOSED') = (closed_by is not null) and (closed_by is null or closed_by > proposed_at))
);
--> statement-breakpoint
create table like_class_events (
  class text not null references like_classes (id),
  number integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('LINKED', 'PROPOSED', 'CLOSED')),
  unit text not null,
  request text not null,
  request_hash text not null,
  body jsonb not null,
  content_digest text not null,
  digest text not null,
  signature text,
  -- Why, and who of the staff.
  sealed bytea,
  primary key (class, number),
  unique (class, request)
);
--> statement-breakpoint
create unique index like_class_events_request on like_class_events (request);
--> statement-breakpoint
create trigger like_class_events_only_added before update or delete on like_class_events
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger like_class_events_stay before truncate on like_class_events
  for each statement execute function refuse_truncation();
