-- Each row is signed by the part that added it: a chain that was written anew by hand bears no signature of its.
alter table log add column signature text;
