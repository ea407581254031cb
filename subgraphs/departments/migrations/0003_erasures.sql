-- What a filing told of persons and is gone: when, how many rows, and a digest of what lay there sealed. It refers to no other table.
create table erasures (
  filing text primary key,
  at timestamptz not null,
  erased_rows integer not null,
  digest text not null
);
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger erasures_only_added before update or delete or truncate on erasures
  for each statement execute function refuse_change();
