create index requests_at on requests (at);
--> statement-breakpoint
create index accesses_at on accesses (at);
--> statement-breakpoint
create index uploads_used on uploads (used_at) where used_at is not null;
--> statement-breakpoint
create index submissions_keys on submissions (ended_at) where ended_at is not null and idempotency_key not like 'gone %';
--> statement-breakpoint
-- A decision that its department's desk did not take is a look as well.
alter table accesses drop constraint accesses_kind_check;
--> statement-breakpoint
alter table accesses add constraint accesses_kind_check check (kind in ('READ', 'DECIDED', 'REJECTED'));
--> statement-breakpoint
-- What the law wants kept (six months, by this database's clock) nobody removes, and nobody removes all at once.
create function refuse_early_removal() returns trigger language plpgsql as $$
begin
  if old.at < now() - interval '6 months' then
    return old;
  end if;
  raise exception 'Rows of % are added, and neither changed nor removed for six months.', tg_table_name;
end $$;
--> statement-breakpoint
drop trigger accesses_not_removed on accesses;
--> statement-breakpoint
create trigger accesses_not_truncated before truncate on accesses
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger accesses_not_removed before delete on accesses
  for each row execute function refuse_early_removal();
