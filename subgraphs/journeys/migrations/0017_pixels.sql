-- How large an uploaded picture is, in pixels, as it is shown; null: it is none, or came before that was read.
alter table uploads add column pixel_width integer;
--> statement-breakpoint
alter table uploads add column pixel_height integer;
