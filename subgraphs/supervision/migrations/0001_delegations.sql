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
-- What is done so that a power can be handed down: evidence of each readiness, and that it is activated.
create table delegation_events (
  matter text not null,
  -- Who takes it over: what was shown of one says nothing of another.
  receiver text not null,
  number integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('EVIDENCE', 'ACTIVATED')),
  -- For which department it was done.
  unit text not null check (unit <> ''),
  -- Pseudonyms of the key it was asked under, and of what was asked.
  request text not null,
  request_hash text not null,
  -- Over this row and the one before: what is changed, removed or added breaks the chain.
  body jsonb not null,
  content_digest text not null,
  digest text not null,
  -- By whom of the staff; null: it was erased.
  sealed bytea,
  primary key (matter, receiver, number),
  unique (matter, receiver, request)
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
create trigger delegation_events_only_added before update or delete on delegation_events
  for each row execute function refuse_change();
--> statement-breakpoint
create function refuse_truncation() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger delegation_events_stay before truncate on delegation_events
  for each statement execute function refuse_truncation();
