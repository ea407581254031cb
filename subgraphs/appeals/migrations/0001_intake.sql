-- Codes on walls, windows and stops, as last published, each by how it is looked for.
create table intake_points (
  key text primary key,
  content jsonb not null
);
--> statement-breakpoint
-- What came in by such codes without an account in the last hour, so that it can be bounded; pseudonyms of who asked.
create table intake_turns (
  point text not null,
  caller text not null,
  at timestamptz not null
);
--> statement-breakpoint
create index intake_turns_point on intake_turns (point, at);
--> statement-breakpoint
create index intake_turns_caller on intake_turns (caller, at);
--> statement-breakpoint
create index intake_turns_at on intake_turns (at);
--> statement-breakpoint
alter table appeals
  -- Where it is about, as the catalogue names places.
  add column place text,
  -- The one that it is seen to its end with; computed from its events.
  add column merged_into text references appeals (id),
  -- Its submission was erased while it was open: it goes when it is closed.
  add column erasure_asked_at timestamptz;
--> statement-breakpoint
create index appeals_merged on appeals (merged_into) where merged_into is not null;
--> statement-breakpoint
create index appeals_like_merged on appeals (likeness) where merged_into is not null;
--> statement-breakpoint
create index appeals_to_erase on appeals (erasure_asked_at) where erasure_asked_at is not null and erased_at is null;
--> statement-breakpoint
create index appeals_topic on appeals (kind, coalesce(about, ''), coalesce(matter, ''));
--> statement-breakpoint
-- By the key of this part, over the digest of the row; null: of a release that did not sign.
alter table appeal_events add column signature text;
--> statement-breakpoint
-- Those who said the same: each an account, a code on a wall, or a platform with its own number.
create table appeal_sources (
  id text primary key,
  -- The one that it opened or joined. What that was merged into says appeals.merged_into.
  appeal text not null references appeals (id),
  number integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('ACCOUNT', 'POINT', 'PLATFORM')),
  -- Pseudonyms of whose it is (null: nobody's account), of the platform's number, of the tracking code, of the key and of what was asked.
  account text,
  reference text,
  code text not null unique,
  request text not null,
  request_hash text not null,
  platform text,
  point text,
  -- Over this row and the one before; null: of a release that knew one source of each appeal.
  content_digest text,
  digest text,
  signature text,
  -- Tracking code and number; null: it was erased, or stands with the appeal.
  sealed bytea,
  unique (appeal, number),
  check ((kind = 'ACCOUNT') = (account is not null)),
  check ((kind = 'PLATFORM') = (platform is not null and reference is not null)),
  check (kind <> 'POINT' or point is not null)
);
--> statement-breakpoint
create unique index appeal_sources_platform on appeal_sources (platform, reference) where platform is not null;
--> statement-breakpoint
create unique index appeal_sources_point on appeal_sources (point, request) where kind = 'POINT';
--> statement-breakpoint
create unique index appeal_sources_account on appeal_sources (account, request) where account is not null;
--> statement-breakpoint
create index appeal_sources_of on appeal_sources (account, at desc) where account is not null;
--> statement-breakpoint
create index appeal_sources_at on appeal_sources (at);
--> statement-breakpoint
insert into appeal_sources (id, appeal, number, at, kind, account, code, request, request_hash)
select id, id, 1, opened_at, 'ACCOUNT', account, code, request, request_hash from appeals;
--> statement-breakpoint
-- The release before opens appeals while this one begins: none is without its first source.
create function add_first_source() returns trigger language plpgsql set search_path from current as $$
begin
  insert into appeal_sources (id, appeal, number, at, kind, account, code, request, request_hash)
  select new.id, new.id, 1, new.opened_at, 'ACCOUNT', new.account, new.code, new.request, new.request_hash
  where not exists (select from appeal_sources where appeal = new.id);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger appeals_have_a_source after insert on appeals
  deferrable initially deferred for each row execute function add_first_source();
--> statement-breakpoint
create trigger appeal_sources_only_added before update or delete on appeal_sources
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger appeal_sources_stay before truncate on appeal_sources
  for each statement execute function refuse_truncation();
--> statement-breakpoint
-- Every source is told every answer: a row for each, and one more when it has been received.
create table appeal_notices (
  id bigint generated always as identity primary key,
  source text not null references appeal_sources (id),
  appeal text not null references appeals (id),
  -- Number of the event that answered.
  event integer not null,
  at timestamptz not null,
  platform text,
  unique (source, appeal, event)
);
--> statement-breakpoint
create index appeal_notices_platform on appeal_notices (platform, id) where platform is not null;
--> statement-breakpoint
create table appeal_receipts (
  notice bigint primary key references appeal_notices (id),
  at timestamptz not null
);
--> statement-breakpoint
-- What each source said of an answer.
create table appeal_words (
  source text not null references appeal_sources (id),
  appeal text not null references appeals (id),
  event integer not null,
  at timestamptz not null,
  accepted boolean not null,
  grade integer check (grade between 1 and 5),
  request text not null,
  request_hash text not null,
  -- What was written; null: nothing was, or it was erased.
  sealed bytea,
  primary key (source, appeal, event)
);
--> statement-breakpoint
create index appeal_words_appeal on appeal_words (appeal);
--> statement-breakpoint
insert into appeal_words (source, appeal, event, at, accepted, grade, request, request_hash)
select said.appeal, said.appeal, answered.number, max(said.at), bool_and((said.body->>'accepted')::boolean),
  max((said.body->>'grade')::integer), max(said.request), max(said.request_hash)
from appeal_events said
cross join lateral (
  select number from appeal_events where appeal = said.appeal and kind = 'ANSWERED' and number < said.number order by number desc limit 1
) answered
where said.kind = 'WORD'
group by said.appeal, answered.number;
--> statement-breakpoint
insert into appeal_notices (source, appeal, event, at)
select appeal, appeal, number, at from appeal_events where kind = 'ANSWERED';
--> statement-breakpoint
-- Two of which staff said that they are not the same, so that nobody is asked again; the first sorts before the second.
create table appeal_pairs (
  first text not null references appeals (id),
  second text not null references appeals (id),
  at timestamptz not null,
  unit text not null,
  -- Why, and who said so.
  sealed bytea,
  primary key (first, second),
  check (first < second)
);
--> statement-breakpoint
-- Who of the staff looked at an appeal or did something to it. It outlives what it tells of.
create table appeal_accesses (
  id text primary key,
  appeal text not null,
  at timestamptz not null,
  kind text not null check (kind in ('READ', 'ACTED')),
  unit text not null,
  -- Sealed.
  staff text not null
);
--> statement-breakpoint
create index appeal_accesses_appeal on appeal_accesses (appeal, at);
--> statement-breakpoint
create index appeal_accesses_at on appeal_accesses (at);
--> statement-breakpoint
create function refuse_any_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added, and neither changed nor removed.', tg_table_name;
end $$;
--> statement-breakpoint
-- What is kept for six months by law nobody removes before, by this database's clock; and nobody changes it, but to seal it by another key.
create function refuse_early_removal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '6 months' then
    return old;
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'staff') = (to_jsonb(old) - 'staff') then
    return new;
  end if;
  raise exception 'Rows of % are added, and neither changed nor removed for six months.', tg_table_name;
end $$;
--> statement-breakpoint
create trigger appeal_accesses_only_added before update or delete on appeal_accesses
  for each row execute function refuse_early_removal();
--> statement-breakpoint
create trigger appeal_accesses_stay before truncate on appeal_accesses
  for each statement execute function refuse_truncation();
--> statement-breakpoint
create trigger appeal_pairs_only_added before update or delete on appeal_pairs
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger appeal_pairs_stay before truncate on appeal_pairs
  for each statement execute function refuse_truncation();
--> statement-breakpoint
create trigger appeal_notices_only_added before update or delete on appeal_notices
  for each row execute function refuse_any_change();
--> statement-breakpoint
create trigger appeal_notices_stay before truncate on appeal_notices
  for each statement execute function refuse_truncation();
--> statement-breakpoint
create trigger appeal_receipts_only_added before update or delete on appeal_receipts
  for each row execute function refuse_any_change();
--> statement-breakpoint
create trigger appeal_receipts_stay before truncate on appeal_receipts
  for each statement execute function refuse_truncation();
--> statement-breakpoint
create trigger appeal_words_only_added before update or delete on appeal_words
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger appeal_words_stay before truncate on appeal_words
  for each statement execute function refuse_truncation();
