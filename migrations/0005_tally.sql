-- Counting without names. Every tap is a row; a count is the sum of its rows, never a counter kept beside them.
-- Margins only: one row says how many of one kind, never who, and never two kinds of one person together.
-- There is no column for a person, a device or an address, and no foreign key to any table of people.

-- The coarse rows a stek chose to count besides the fixed ones (heads, first-time, children, volunteers).
create table tally_row (
  stek_id uuid not null references stek on delete cascade,
  counted text not null check (counted ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(counted) <= 40
    and counted not in ('heads', 'first-time', 'children', 'volunteers')),
  label text not null check (length(label) between 1 and 40),
  position smallint not null default 1,
  ended_at timestamptz,
  primary key (stek_id, counted)
);

create table tally_entry (
  stek_id uuid not null references stek on delete cascade,
  -- Made on the phone before it is sent: the same tap sent twice is the same row.
  entry_id uuid not null,
  slot_id uuid not null,
  -- The planned day of the moment; with the slot the stable key of a moment.
  on_date date not null,
  counted text not null check (counted ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(counted) <= 40),
  change smallint not null check (change between -500 and 500 and change <> 0),
  received_at timestamptz not null,
  -- Why a number was put right afterwards; empty for an ordinary tap.
  reason text not null default '' check (length(reason) <= 120),
  primary key (stek_id, entry_id),
  foreign key (stek_id, slot_id) references slot
);
create index tally_of_moment on tally_entry (stek_id, slot_id, on_date) include (counted, change);
create index tally_by_day on tally_entry (stek_id, on_date);

alter table tally_row enable row level security;
alter table tally_entry enable row level security;
grant select, insert, update on tally_row to stek_app;
grant select, insert on tally_entry to stek_app;
grant select, update on tally_entry to stek_keeper;
create policy counters_read on tally_row for select to stek_app
  using (stek_id = current_stek() and has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer']));
create policy leaders_add on tally_row for insert to stek_app with check (stek_id = current_stek() and leads());
create policy leaders_change on tally_row for update to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek());
create policy counters_read on tally_entry for select to stek_app
  using (stek_id = current_stek() and has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer', 'funder']));
create policy counters_add on tally_entry for insert to stek_app
  with check (stek_id = current_stek() and has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer']));
create policy the_keeper on tally_entry to stek_keeper using (true) with check (true);

insert into column_register (table_name, column_name, holds, purpose) values
  ('tally_row', 'counted', 'technical', 'which coarse row is counted'),
  ('tally_row', 'label', 'public', 'what the row is called on the phone'),
  ('tally_entry', 'counted', 'technical', 'which row a tap counts');
insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('tally_entry', 'reason', 'free-text', 'why a number was put right', 'blank', interval '400 days', 'on_date');
