-- What a filing waits for that is nobody's work, and from when its department may have it.
alter table filings add column waits jsonb not null default '[]';
--> statement-breakpoint
alter table filings add column begins_at timestamptz;
