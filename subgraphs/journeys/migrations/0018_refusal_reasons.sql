-- For what a filing was refused, as a code of the catalogue; null: it was not, or its department says none.
alter table filings add column refusal_reason text;
--> statement-breakpoint
create index filings_refused on filings (submission) where refusal_reason is not null;
--> statement-breakpoint
-- Whether a refusal and a rule of another department exclude each other is looked at after it.
alter table outbox drop constraint outbox_kind_check;
--> statement-breakpoint
alter table outbox add constraint outbox_kind_check check (kind in ('ISSUE', 'GIVE_BACK', 'ERASE', 'ERASE_APPEALS', 'REFUSED'));
