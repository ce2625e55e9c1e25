-- Which row of its file a row of a list stood on, as a spreadsheet counts them (of JSON: which object of the list); so that a refusal says where to look.
alter table guide_import_row add column line integer not null default 0;
