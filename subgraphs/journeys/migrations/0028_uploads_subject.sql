-- Each file that somebody announces is counted with theirs: for that the files of all were read.
create index uploads_subject on uploads (subject, id);
