-- What the catalogue says of policies and equivalences, by revision: a request is answered for the one that it is pinned to.
create table rules (
  revision integer primary key,
  content jsonb not null
);
