-- An index for every order that is asked for, to its last column: no list sorts what is stored.
drop index filings_department;
--> statement-breakpoint
create index filings_queue on filings (department, due_on, id);
--> statement-breakpoint
create index filings_queue_by_state on filings (department, state, due_on, id);
--> statement-breakpoint
drop index submissions_subject;
--> statement-breakpoint
create index submissions_subject on submissions (subject, received_at desc, id desc);
--> statement-breakpoint
drop index accesses_submission;
--> statement-breakpoint
create index accesses_submission on accesses (submission, at desc, id desc);
