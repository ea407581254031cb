-- When it came to its end: from then on what the law lets go is counted.
alter table submissions add column ended_at timestamptz;
--> statement-breakpoint
update submissions set ended_at = coalesce((select max(at) from timeline where submission = submissions.id), received_at)
where state in ('COMPLETED', 'PARTLY_COMPLETED', 'REFUSED', 'WITHDRAWN');
--> statement-breakpoint
-- When what it tells of persons was taken out; null: it has not been.
alter table submissions add column erased_at timestamptz;
--> statement-breakpoint
-- From when its departments are to be told that it was erased; null: none has to be.
alter table submissions add column tell_erased_at timestamptz;
--> statement-breakpoint
create index submissions_ended on submissions (ended_at) where ended_at is not null and erased_at is null;
--> statement-breakpoint
create index submissions_tell_erased on submissions (tell_erased_at) where tell_erased_at is not null;
--> statement-breakpoint
-- Which files a submission has as evidence, or had: one may be another's too.
create table evidence_files (
  upload text not null,
  submission text not null references submissions,
  primary key (upload, submission)
);
--> statement-breakpoint
create index evidence_files_submission on evidence_files (submission);
--> statement-breakpoint
create index requests_target on requests (target);
--> statement-breakpoint
-- That something was erased, and how much: without a word of it. It refers to no other table: it outlives what it tells of.
create table erasures (
  submission text not null,
  -- 'journeys', or the filing that a department had.
  part text not null,
  department text,
  cause text not null check (cause in ('ASKED', 'RETENTION')),
  outcome text not null check (outcome in ('ERASED', 'NOT_KNOWN')),
  at timestamptz not null,
  erased_rows integer not null,
  erased_files integer not null,
  digest text not null,
  primary key (submission, part)
);
--> statement-breakpoint
create trigger erasures_only_added before update or delete or truncate on erasures
  for each statement execute function refuse_change();
