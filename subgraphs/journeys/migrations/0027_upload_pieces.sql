-- How much stands of a file that comes piece by piece, and whose turn it is to bring more: whoever asked last.
alter table uploads add column arrived integer not null default 0, add column turn integer not null default 0;
--> statement-breakpoint
-- What has arrived of files that have yet to come whole. Each is a sealed file beside its row, which was there before and goes after.
create table upload_pieces (
  id text primary key,
  upload text not null,
  -- Where in the file its first byte belongs.
  begins integer not null,
  bytes integer not null,
  -- False while it is written, and from when it is to go.
  stands boolean not null default false,
  -- When nobody can be writing it any more: then it goes, whatever it is.
  goes_at timestamptz not null
);
--> statement-breakpoint
create index upload_pieces_upload on upload_pieces (upload);
--> statement-breakpoint
create index upload_pieces_going on upload_pieces (goes_at);
