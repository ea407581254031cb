-- Whom a submission concerns that such an event happens to once in a life, as keyed digests of what tells who it is.
create table once (
  digest text not null,
  submission text not null references submissions,
  party text not null,
  primary key (digest, submission, party)
);
--> statement-breakpoint
create index once_submission on once (submission);
