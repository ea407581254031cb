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
-- What one account said of being offered something. An account has one that is not erased; of one that is, nobody knows whose it was.
create table registers (
  id text primary key,
  -- Pseudonym.
  account text unique,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  erased_at timestamptz,
  check ((account is null) = (erased_at is not null))
);
--> statement-breakpoint
create index registers_last on registers (last_at) where erased_at is null;
--> statement-breakpoint
create table register_events (
  register text not null references registers (id),
  number integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('AGREED', 'WITHDRAWN', 'DECLINED')),
  -- Pseudonyms of the key it was asked under, and of what was asked.
  request text not null,
  request_hash text not null,
  -- Over this row and the one before; it holds when what the row tells is gone.
  content_digest text not null,
  digest text not null,
  -- What was agreed to, taken back or refused: that tells what somebody may be in need of. Null: it was erased.
  sealed bytea,
  primary key (register, number),
  unique (register, request)
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
create trigger register_events_only_added before update or delete on register_events
  for each row execute function refuse_change();
--> statement-breakpoint
create function refuse_truncation() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger register_events_stay before truncate on register_events
  for each statement execute function refuse_truncation();
