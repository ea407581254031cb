-- Reviews of finished filings: of each filing one.
create table reviews (
  filing text primary key,
  submission text not null,
  -- Pseudonym of who reviewed; null: it was erased.
  account text,
  matter text not null,
  department text not null,
  life_event text not null,
  region text not null,
  grade integer not null check (grade between 1 and 5),
  reasons text[] not null,
  at timestamptz not null,
  request text not null,
  request_hash text not null,
  -- The issue that follows a bad one up.
  issue text references issues (id),
  erased_at timestamptz,
  -- What was written: sealed.
  sealed bytea not null,
  -- A bad one is followed up.
  check (grade > 2 or issue is not null)
);
--> statement-breakpoint
create index reviews_account on reviews (account, at desc, filing);
--> statement-breakpoint
create index reviews_submission on reviews (submission);
--> statement-breakpoint
create index reviews_matter on reviews (matter, grade);
--> statement-breakpoint
create index reviews_department on reviews (department, grade);
--> statement-breakpoint
create index reviews_event on reviews (life_event, region, grade);
--> statement-breakpoint
create index reviews_issue on reviews (issue) where issue is not null;
--> statement-breakpoint
create index reviews_kept on reviews (at) where erased_at is null;
--> statement-breakpoint
-- A review stands: nothing changes of it but that what it tells of somebody goes, or is sealed by another key.
create function refuse_other_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (to_jsonb(new) - array['sealed', 'account', 'request', 'request_hash', 'erased_at'])
      = (to_jsonb(old) - array['sealed', 'account', 'request', 'request_hash', 'erased_at'])
    and (old.account is not null or new.account is null) then
    return new;
  end if;
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger reviews_stand before update or delete on reviews
  for each row execute function refuse_other_review();
--> statement-breakpoint
create trigger reviews_stay before truncate on reviews
  for each statement execute function refuse_truncation();
