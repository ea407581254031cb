-- First day on which a due date that passed must be told.
alter table submissions add column remind_on date;
--> statement-breakpoint
update submissions
set remind_on = correction_due_on + 1, due_at = least(due_at, (correction_due_on + 1)::timestamp at time zone 'Asia/Shanghai')
where state = 'NEEDS_CORRECTION' and correction_due_on is not null;
