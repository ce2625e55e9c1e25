-- Years of exceptions must not make today's page slower: find them by their days.
create index exception_by_day on exception (stek_id, on_date);
create index exception_by_new_day on exception (stek_id, moved_to) where moved_to is not null;
create index closure_by_day on closure (stek_id, until_date);
