-- Keys that seal the personal data of this schema, each wrapped by a key that is not in the database.
create table data_keys (
  id integer primary key check (id between 1 and 65535),
  -- Null: nothing was sealed with it any more, and it is gone.
  wrapped bytea,
  wrapped_by text not null,
  made_at timestamptz not null default now(),
  -- Null: of an earlier release. It opens and never seals.
  seals_at timestamptz,
  retired_at timestamptz,
  check ((wrapped is null) = (retired_at is not null))
);
--> statement-breakpoint
-- Whose name it is stays; by which key it is sealed may change, when that key goes.
create function refuse_change_but_of_key() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'clerk' = to_jsonb(old) - 'clerk'
    and new.clerk like 'sealed:%' and left(new.clerk, 11) <> left(old.clerk, 11) then
    return new;
  end if;
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
drop trigger accesses_only_added on accesses;
--> statement-breakpoint
create trigger accesses_not_removed before delete or truncate on accesses
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger accesses_not_changed before update on accesses
  for each row execute function refuse_change_but_of_key();
