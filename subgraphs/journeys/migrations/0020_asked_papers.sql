-- Papers that clerks ask for though no row names them are told to whoever holds what is asked against what is published.
alter table outbox drop constraint outbox_kind_check;
--> statement-breakpoint
alter table outbox add constraint outbox_kind_check
  check (kind in ('ISSUE', 'GIVE_BACK', 'ERASE', 'ERASE_APPEALS', 'REFUSED', 'ASKED_PAPER'));
