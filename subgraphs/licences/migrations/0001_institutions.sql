-- What the catalogue says of institutions that issue licences or take them in, by revision.
create table institutions (
  revision integer primary key,
  content jsonb not null
);
--> statement-breakpoint
-- One that an institution issued belongs to no submission: its account is a pseudonym of whom it is about.
alter table licences alter column submission drop not null;
--> statement-breakpoint
alter table licences alter column filing drop not null;
--> statement-breakpoint
alter table licences alter column matter drop not null;
--> statement-breakpoint
alter table licences add column institution text;
--> statement-breakpoint
-- Pseudonym of what was asked; its id stands for the key that it was issued under.
alter table licences add column request_hash text;
--> statement-breakpoint
alter table licences add check ((institution is null) = (submission is not null));
--> statement-breakpoint
-- Of what an institution did with a licence: which one, and of what type it is, for reports that stay when the licence goes.
alter table licence_events add column institution text;
--> statement-breakpoint
alter table licence_events add column document_type text;
--> statement-breakpoint
create index licence_events_institution on licence_events (document_type, at) where institution is not null;
