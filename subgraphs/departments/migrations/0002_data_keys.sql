-- Keys that seal the personal data of this schema, each wrapped by a key that is not in the database.
create table data_keys (
  id integer primary key check (id between 1 and 65535),
  -- Null: nothing was sealed with it any more, and it is gone.
  wrapped bytea,
  wrapped_by text not null,
  made_at timestamptz not null default now(),
  -- Null: of an earlier release. It opens and never seals.
  seals_at timestamptz,
  retired_at timestamptz,
  check ((wrapped is null) = (retired_at is not null))
);
