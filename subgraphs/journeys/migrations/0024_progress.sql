-- The program through which a submission came, and the trace of its journey.
alter table submissions add column through text, add column traceparent text;
--> statement-breakpoint
-- What has happened to a submission and its program has yet to hear: one row for each, so that a program that is out for long is told once what stands.
create table webhooks (
  submission text primary key,
  client text not null,
  -- Of the last entry of its timeline.
  number integer not null,
  attempts integer not null default 0,
  next_at timestamptz not null
);
--> statement-breakpoint
create index webhooks_due on webhooks (client, next_at);
--> statement-breakpoint
-- How a program's address answers, while it does not.
create table webhook_outages (
  client text primary key,
  since timestamptz not null,
  ask_at timestamptz not null
);
