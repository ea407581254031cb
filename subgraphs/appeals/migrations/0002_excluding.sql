-- Certificates are looked for by the submission that they are for.
create index appeal_events_lodged on appeal_events ((body ->> 'submission')) where kind = 'LODGED';
--> statement-breakpoint
-- And cases by the departments whose reasons exclude each other.
create index appeals_reasons on appeals using gin ((terms -> 'reasons')) where status <> 'CLOSED';
