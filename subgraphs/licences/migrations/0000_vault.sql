-- Keys that seal the personal data of this schema, each wrapped by a key that is not in the database.
create table data_keys (
  id integer primary key check (id between 1 and 65535),
  -- Null: nothing was sealed with it any more, and it is gone.
  wrapped bytea,
  wrapped_by text not null,
  made_at timestamptz not null default now(),
  seals_at timestamptz,
  retired_at timestamptz,
  check ((wrapped is null) = (retired_at is not null))
);
--> statement-breakpoint
create table licences (
  id text primary key,
  -- Pseudonyms of the account that holds it, of the identity number that it is about, and of its verification code.
  account text not null,
  person text,
  code text not null unique,
  submission text not null,
  filing text not null,
  matter text not null,
  issuer text not null,
  document_type text not null,
  trust text not null,
  consumable boolean not null,
  issued_on date not null,
  expires_on date,
  kept_at timestamptz not null,
  -- What it was used up for; null: it can be used.
  purpose text,
  -- Number, holder, variant, data and verification code: personal data, sealed.
  sealed bytea not null
);
--> statement-breakpoint
create index licences_account on licences (account, issued_on desc, id desc);
--> statement-breakpoint
create index licences_person on licences (person, issued_on desc, id desc);
--> statement-breakpoint
create index licences_submission on licences (submission);
--> statement-breakpoint
create index licences_purpose on licences (purpose) where purpose is not null;
--> statement-breakpoint
create index licences_ended on licences (expires_on) where expires_on is not null;
--> statement-breakpoint
-- What became of each licence. It refers to no other table, for it stays when the licence goes.
create table licence_events (
  licence text not null,
  number integer not null,
  at timestamptz not null,
  event text not null check (event in ('ISSUED', 'REDEEMED', 'GIVEN_BACK', 'REMOVED')),
  -- Of a redemption, and of what was given back.
  purpose text,
  -- Of a removal: who wanted it, or that its time was over.
  cause text check (cause in ('HOLDER', 'ERASURE', 'RETENTION')),
  primary key (licence, number)
);
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger licence_events_only_added before update or delete or truncate on licence_events
  for each statement execute function refuse_change();
