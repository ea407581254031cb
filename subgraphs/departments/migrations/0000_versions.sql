create table contents (
  fingerprint text primary key,
  body jsonb not null
);
--> statement-breakpoint
create table versions (
  id bigserial primary key,
  kind text not null,
  code text not null,
  region text not null default '',
  search text not null default '',
  from_revision integer not null,
  until_revision integer check (until_revision > from_revision),
  valid_from date,
  valid_to date check (valid_to > valid_from),
  fingerprint text not null references contents
);
--> statement-breakpoint
create index versions_code on versions (kind, code, region, from_revision);
--> statement-breakpoint
create index versions_region on versions (kind, region, code);
