-- The rights check: what leaders changed in the rules between two releases, and how it went afterwards, as numbers only.
-- What somebody answers in the check is in no table.

-- ── Editions: an amount that changed, with its source, from a date on ──────────────────────────────────────────
-- Of the whole house, because a law is the same for every stek: these tables are of no stek.

create table rights_edition (
  edition_id uuid primary key,
  right_id text not null check (right_id ~ '^[a-z0-9-]{2,60}$'),
  -- 1, 2, 3 … for each right: of two who publish at the same time, one is refused.
  number integer not null check (number > 0),
  -- Visitors see it from this day on.
  published_on date not null,
  made_at timestamptz not null,
  -- The amounts that changed, and the examples that had to change with them.
  changes jsonb not null check (jsonb_typeof(changes) = 'object' and length(changes::text) < 20000),
  person_id uuid references person on delete set null,
  constraint one_after_the_other unique (right_id, number)
);

alter table rights_edition enable row level security;
grant select, insert on rights_edition to stek_app;
create policy leaders_read on rights_edition for select to stek_app using (leads());
create policy leaders_publish on rights_edition for insert to stek_app with check (leads() and person_id = current_person());

-- What everybody sees of it: not who.
create function rights_editions() returns table (right_id text, number integer, published_on date, changes jsonb)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select e.right_id, e.number, e.published_on, e.changes from rights_edition e order by e.right_id, e.number $$;
revoke all on function rights_editions() from public;
grant execute on function rights_editions() to stek_app;

-- ── How it went: one number per month, right and outcome, and beside it one per month, stek and outcome ─────────
-- Two tables that never meet: which right was asked about in which stek is kept nowhere.

create table rights_told (
  month date not null check (extract(day from month) = 1),
  right_id text not null check (right_id ~ '^[a-z0-9-]{2,60}$'),
  outcome text not null check (outcome in ('had', 'asked', 'failed', 'nothing')),
  count integer not null check (count between 0 and 100000),
  primary key (month, right_id, outcome)
);

create table rights_told_at (
  stek_id uuid not null references stek on delete cascade,
  month date not null check (extract(day from month) = 1),
  outcome text not null check (outcome in ('had', 'asked', 'failed', 'nothing')),
  count integer not null check (count between 0 and 100000),
  primary key (stek_id, month, outcome)
);

alter table rights_told enable row level security;
alter table rights_told_at enable row level security;
grant select on rights_told, rights_told_at to stek_app;
create policy leaders_read on rights_told for select to stek_app using (leads());
create policy leaders_read on rights_told_at for select to stek_app using (stek_id = current_stek() and leads());

-- A visitor reads and writes no row of these tables; this function is all there is.
create function tell_rights(of_right text, what text, in_month date, at_stek uuid)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rights_told as t (month, right_id, outcome, count) values (in_month, of_right, what, 1)
    on conflict (month, right_id, outcome) do update set count = t.count + 1;
  if at_stek is not null then
    insert into rights_told_at as t (stek_id, month, outcome, count) values (at_stek, in_month, what, 1)
      on conflict (stek_id, month, outcome) do update set count = t.count + 1;
  end if;
end $$;
revoke all on function tell_rights(text, text, date, uuid) from public;
grant execute on function tell_rights(text, text, date, uuid) to stek_door;

insert into column_register (table_name, column_name, holds, purpose) values
  ('rights_edition', 'right_id', 'public', 'which right a change is about'),
  ('rights_edition', 'changes', 'public', 'which amounts of a right changed, with source and date'),
  ('rights_told', 'right_id', 'technical', 'which right was asked about'),
  ('rights_told', 'outcome', 'technical', 'how it went, out of four'),
  ('rights_told_at', 'outcome', 'technical', 'how it went, out of four');
insert into column_register (table_name, column_name, holds, purpose, erased_by) values
  ('rights_edition', 'person_id', 'person', 'who to ask about a change of a right', 'with-person');
