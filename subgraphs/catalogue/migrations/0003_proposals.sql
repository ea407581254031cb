-- What somebody proposes to publish, and that somebody else approved it: each written once, before the publication that it became.
create table proposals (
  number integer primary key generated always as identity,
  proposed_at timestamptz not null default now(),
  kind text not null check (kind in ('PUBLISHED', 'ROLLED_BACK')),
  author text not null check (length(author) between 1 and 200),
  reason text not null check (length(reason) between 1 and 2000),
  holds_from date,
  files bytea not null
);
--> statement-breakpoint
create table approvals (
  proposal integer primary key references proposals,
  approved_at timestamptz not null default now(),
  approver text not null check (length(approver) between 1 and 200),
  reason text not null check (length(reason) between 1 and 2000)
);
--> statement-breakpoint
alter table publications add column proposal integer unique references proposals;
--> statement-breakpoint
create trigger proposals_are_kept before update or delete on proposals
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger approvals_are_kept before update or delete on approvals
  for each row execute function refuse_change();
