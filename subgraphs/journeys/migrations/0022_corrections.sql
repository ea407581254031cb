-- How often in a row a department did not take a filing, and until when what it asks for can be sent: each filing has a day of its own.
alter table filings add column refusals integer not null default 0, add column correction_due_on date;
--> statement-breakpoint
update filings set correction_due_on = submissions.correction_due_on
  from submissions where submissions.id = filings.submission and filings.state = 'NEEDS_CORRECTION';
--> statement-breakpoint
create index filings_parked on filings (department, due_on, id) where refusals >= 10;
