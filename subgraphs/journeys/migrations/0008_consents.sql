-- What an applicant agreed to, when, and since when no longer. Which source, what for and by which text is sealed.
create table consents (
  id text primary key,
  submission text not null references submissions,
  at timestamptz not null,
  withdrawn_at timestamptz,
  sealed bytea not null
);
--> statement-breakpoint
create index consents_submission on consents (submission);
