-- What a submission still has to tell other parts of the graph; a row goes when it has been told. It is written with what it tells of, or not at all.
create table outbox (
  id bigserial primary key,
  kind text not null check (kind in ('ISSUE', 'GIVE_BACK', 'ERASE')),
  submission text not null,
  -- The filing that issued something, or the purpose that licences are used up for.
  target text not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  unique (kind, target)
);
--> statement-breakpoint
create index outbox_due on outbox (next_at, id);
