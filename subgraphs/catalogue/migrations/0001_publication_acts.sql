create table publications (
  revision integer primary key references revisions,
  kind text not null check (kind in ('STARTED', 'PUBLISHED', 'ROLLED_BACK')),
  author text not null check (length(author) between 1 and 200),
  reason text not null check (length(reason) between 1 and 2000),
  approved_by text check (approved_by <> author and length(approved_by) between 1 and 200),
  files bytea not null
);
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A publication is written once.';
end;
$$;
--> statement-breakpoint
create trigger publications_are_kept before update or delete on publications
  for each row execute function refuse_change();
