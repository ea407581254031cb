-- What was submitted, handed over and answered, each chained to the entry before and signed: nothing that anybody wrote, and nothing of persons.
create table proofs (
  submission text not null references submissions (id),
  number integer not null,
  at timestamptz not null,
  kind text not null,
  body jsonb not null,
  -- Keyed, of the content: whoever has the content and the key can show that it was this.
  content_digest text not null,
  digest text not null,
  signature text not null,
  primary key (submission, number)
);
--> statement-breakpoint
-- Its last entry: what is cut off the end is seen. Of submissions that a release before this one received the chain begins with what comes next.
alter table submissions add column proof_number integer not null default 0;
--> statement-breakpoint
alter table submissions add column proof_digest text;
--> statement-breakpoint
create function refuse_change_of_proof() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger proofs_only_added before update or delete on proofs
  for each row execute function refuse_change_of_proof();
--> statement-breakpoint
create trigger proofs_stay before truncate on proofs
  for each statement execute function refuse_change_of_proof();
