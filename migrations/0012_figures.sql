-- Figures of meeting: what may be told of a settled month, worked out once and kept as it was told.
-- Only what may be read by everybody who sees figures is in here: a number that stays hidden is not written down at all,
-- so that no page and no export can let it slip.

create table figures_release (
  stek_id uuid not null references stek on delete cascade,
  -- The first day of the month; which days belong to it is told by its whole weeks.
  month date not null check (extract(day from month) = 1),
  released_at timestamptz not null,
  told jsonb not null check (jsonb_typeof(told) = 'object'),
  primary key (stek_id, month)
);

-- Told is told: two exports can never be subtracted, whatever is put right later.
create function what_was_told_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a release of figures never changes' using errcode = 'restrict_violation', constraint = 'what_was_told_stays';
end $$;
create trigger what_was_told_stays before update on figures_release for each row execute function what_was_told_stays();

alter table figures_release enable row level security;
grant select on figures_release to stek_app;
grant select, insert on figures_release to stek_keeper;
create policy workers_and_funders_read on figures_release for select to stek_app
  using (stek_id = current_stek() and (select has_role(array['community-worker', 'coordinator', 'partner-worker', 'funder'])));
create policy the_keeper_reads on figures_release for select to stek_keeper using (true);
create policy the_keeper_tells on figures_release for insert to stek_keeper with check (true);

-- A funder sees what is told, never the taps behind it.
alter policy counters_read on tally_entry
  using (stek_id = current_stek() and (select has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer'])));

-- What a row of the tally is called goes into the release.
grant select on tally_row to stek_keeper;
create policy the_keeper on tally_row for select to stek_keeper using (true);

insert into column_register (table_name, column_name, holds, purpose) values
  ('figures_release', 'told', 'technical', 'sums of a settled month without small numbers, as they were told');
