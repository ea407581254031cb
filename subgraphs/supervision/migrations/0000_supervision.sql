-- What the catalogue says that supervision rests on, by revision.
create table published (
  revision integer primary key,
  content jsonb not null
);
