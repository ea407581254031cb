-- A file that is given out is written down like a look; null is no department's: the applicant's own.
alter table accesses
  drop constraint accesses_kind_check,
  add constraint accesses_kind_check check (kind in ('READ', 'DECIDED', 'REJECTED', 'DOWNLOADED')),
  alter column department drop not null;
--> statement-breakpoint
-- Links that were used, until each would have ended: it opens once.
create table used_links (
  id text primary key,
  expires_at timestamptz not null
);
--> statement-breakpoint
create index used_links_ended on used_links (expires_at);
