-- Who looked at a person's data or decided on it. It refers to no other table: it outlives what it tells of.
create table accesses (
  id text primary key,
  submission text not null,
  at timestamptz not null,
  kind text not null check (kind in ('READ', 'DECIDED')),
  department text not null,
  -- Sealed.
  clerk text not null,
  -- The one decided on.
  filing text
);
--> statement-breakpoint
create index accesses_submission on accesses (submission, at desc);
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
-- Every table's role may update and delete, and its owner may do more: here nobody does.
create trigger accesses_only_added before update or delete or truncate on accesses
  for each statement execute function refuse_change();
