-- From which day each revision of the catalogue holds: one may be published before its day.
create table beginnings (
  revision integer primary key,
  holds_from date not null
);
--> statement-breakpoint
insert into beginnings select revision, date '0001-01-01' from rules;
