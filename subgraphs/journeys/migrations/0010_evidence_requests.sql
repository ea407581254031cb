-- What a citizen had sources show before submitting, until it is used or a day has passed. Whose and what it is is sealed; `subject` and the key are pseudonyms.
create table evidence_requests (
  id text primary key,
  subject text not null,
  idempotency_key text not null,
  request_hash text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  sealed bytea not null,
  unique (subject, idempotency_key)
);
--> statement-breakpoint
create index evidence_requests_ended on evidence_requests (expires_at);
