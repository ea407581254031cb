-- What the scanner said of the file: 'CLEAN' or 'INFECTED'; null: nothing yet, and it counts nowhere.
alter table uploads add column scan text;
--> statement-breakpoint
-- When it became evidence of a submission; null: never, and it goes when its time has passed.
alter table uploads add column used_at timestamptz;
--> statement-breakpoint
-- Which of those that lie there were used is sealed in their submissions: all are kept.
update uploads set used_at = stored_at;
--> statement-breakpoint
create index uploads_waiting on uploads (stored_at) where scan is null and stored_at is not null;
--> statement-breakpoint
create index uploads_unused on uploads (expires_at) where used_at is null;
