-- The latest that the clock of any worker has shown: one row. Who begins at a time before that knows that a clock was ahead, and put things off by it.
create table clock (
  one boolean primary key default true check (one),
  shown_at timestamptz not null
);
