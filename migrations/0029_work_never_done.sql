-- Work that no program ever does, because its kind is gone, would keep what it is about for ever (REFER-5): what is done or failed is erased from the
-- moment of that on. Now everything goes two months after the moment it was meant for; work that comes back by itself is meant for no moment.
alter table job add column meant_for timestamptz generated always as (case when payload = '{"recurring": true}' then null else run_at end) stored;
update column_register set erased_by = 'row', erased_after = '60 days', counted_from = 'meant_for' where table_name = 'job' and column_name = 'kind';
