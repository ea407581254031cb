-- What a department that is reached by relay has yet to be told, and was: in its own codes, sealed. A number is given when it is first carried out.
create table outgoing (
  id text primary key,
  filing text not null references filings,
  kind text not null,
  sealed bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  number bigint unique,
  carried_at timestamptz
);
--> statement-breakpoint
create index outgoing_filing on outgoing (filing);
--> statement-breakpoint
create index outgoing_waiting on outgoing (made_at, id) where carried_at is null;
--> statement-breakpoint
-- Files that go with it, sealed, by their place.
create table outgoing_files (
  outgoing text not null references outgoing on delete cascade,
  place integer not null,
  sealed bytea not null,
  primary key (outgoing, place)
);
