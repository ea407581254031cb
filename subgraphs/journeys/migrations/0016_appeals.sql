-- Appeals about a submission are erased with it.
alter table outbox drop constraint outbox_kind_check;
--> statement-breakpoint
alter table outbox add constraint outbox_kind_check check (kind in ('ISSUE', 'GIVE_BACK', 'ERASE', 'ERASE_APPEALS'));
