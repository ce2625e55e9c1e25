-- The welcome pulse, the agreements of the house, and incidents: how it goes, never with whom.

-- ── Welcome pulse: three faces and one free choice (PRACTICE-7) ─────────────────────────────────────────────────
-- Numbers per site and day. There is no row per press, so that no row has a time and none can be put beside another;
-- a face and a choice of one press are never kept together.

create table welcome_count (
  stek_id uuid not null,
  site_id uuid not null,
  on_date date not null,
  answer text not null check (answer in ('glad', 'so-so', 'not-well',
    'nothing', 'cosier', 'warm-drink', 'music', 'greeted', 'time-to-talk', 'children')),
  -- Pressed on the tablet, or counted from the sheets of paper of that day.
  way text not null check (way in ('tablet', 'paper')),
  count integer not null check (count between 0 and 100000),
  primary key (stek_id, site_id, on_date, answer, way),
  foreign key (stek_id, site_id) references site on delete cascade
);

-- What keeps a pause between two presses on one tablet. It knows a link that was started, nothing of who presses.
create table welcome_tablet (
  stek_id uuid not null references stek on delete cascade,
  tablet bytea not null check (length(tablet) = 16),
  next_press_at timestamptz not null,
  -- A face was pressed and its choice was not made yet; until when that may still be done.
  choice_until timestamptz,
  presses integer not null default 1 check (presses between 1 and 500),
  primary key (stek_id, tablet)
);

alter table welcome_count enable row level security;
alter table welcome_tablet enable row level security;
grant select, insert, update on welcome_count to stek_app;
create policy workers_read on welcome_count for select to stek_app
  using (stek_id = current_stek() and has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer']));
create policy workers_add_paper on welcome_count for insert to stek_app
  with check (stek_id = current_stek() and way = 'paper' and has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer']));
create policy workers_change_paper on welcome_count for update to stek_app
  using (stek_id = current_stek() and way = 'paper' and has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer']))
  with check (stek_id = current_stek() and way = 'paper');
grant select, delete on welcome_tablet to stek_keeper;
create policy the_keeper on welcome_tablet to stek_keeper using (true) with check (true);

-- A visitor at the tablet reads and writes no row of these tables; the two functions below are all there is.
-- They answer whether the press counted. The app has checked the signature of the tablet's address before.
create function welcome_face(of_tablet bytea, at_site uuid, on_day date, face text, pressed_at timestamptz, pause interval, choice_within interval)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_stek() is null or face not in ('glad', 'so-so', 'not-well') then return false; end if;
  insert into welcome_tablet as t (stek_id, tablet, next_press_at, choice_until)
    values (current_stek(), of_tablet, pressed_at + pause, pressed_at + choice_within)
    on conflict (stek_id, tablet) do update
      set next_press_at = excluded.next_press_at, choice_until = excluded.choice_until, presses = t.presses + 1
      where t.next_press_at <= pressed_at and t.presses < 500;
  if not found then return false; end if;
  insert into welcome_count as c (stek_id, site_id, on_date, answer, way, count)
    values (current_stek(), at_site, on_day, face, 'tablet', 1)
    on conflict (stek_id, site_id, on_date, answer, way) do update set count = c.count + 1;
  return true;
end $$;

create function welcome_choice(of_tablet bytea, at_site uuid, on_day date, choice text, pressed_at timestamptz)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_stek() is null or choice in ('glad', 'so-so', 'not-well') then return false; end if;
  update welcome_tablet set choice_until = null
    where stek_id = current_stek() and tablet = of_tablet and choice_until >= pressed_at;
  if not found then return false; end if;
  insert into welcome_count as c (stek_id, site_id, on_date, answer, way, count)
    values (current_stek(), at_site, on_day, choice, 'tablet', 1)
    on conflict (stek_id, site_id, on_date, answer, way) do update set count = c.count + 1;
  return true;
end $$;
revoke all on function welcome_face(bytea, uuid, date, text, timestamptz, interval, interval) from public;
revoke all on function welcome_choice(bytea, uuid, date, text, timestamptz) from public;
grant execute on function welcome_face(bytea, uuid, date, text, timestamptz, interval, interval) to stek_app;
grant execute on function welcome_choice(bytea, uuid, date, text, timestamptz) to stek_app;

-- ── The agreements of the house, as they were made at the table (MEET-2) ────────────────────────────────────────

create table house_agreement (
  stek_id uuid not null,
  site_id uuid not null,
  -- In the order in which they hang on the wall.
  sentences text[] not null check (cardinality(sentences) <= 15 and length(array_to_string(sentences, '', '')) <= 2400),
  agreed_on date,
  agreed_where text not null default '' check (length(agreed_where) <= 80),
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  primary key (stek_id, site_id),
  foreign key (stek_id, site_id) references site on delete cascade
);
alter table house_agreement enable row level security;
grant select, insert, update on house_agreement to stek_app;
create policy read_in_stek on house_agreement for select to stek_app using (stek_id = current_stek());
create policy leaders_add on house_agreement for insert to stek_app with check (stek_id = current_stek() and leads());
create policy leaders_change on house_agreement for update to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek());
create trigger stek_changed after insert or update or delete on house_agreement for each row execute function stek_changed();

-- ── Incidents: what sort of thing happened and what we changed; never who, not even who wrote it down ───────────

create table incident (
  stek_id uuid not null,
  incident_id uuid not null,
  site_id uuid not null,
  kind text not null check (kind in ('quarrel', 'accident', 'damage', 'theft', 'crossing-a-line', 'health', 'fire', 'other')),
  on_date date not null,
  what_changed text not null default '' check (length(what_changed) <= 400),
  primary key (stek_id, incident_id),
  foreign key (stek_id, site_id) references site on delete cascade
);
create index incident_by_day on incident (stek_id, on_date);
alter table incident enable row level security;
grant select, insert on incident to stek_app;
grant update (what_changed) on incident to stek_app;
grant select, update on incident to stek_keeper;
create policy leaders_read on incident for select to stek_app using (stek_id = current_stek() and leads());
create policy leaders_add on incident for insert to stek_app with check (stek_id = current_stek() and leads());
create policy leaders_change on incident for update to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek());
create policy the_keeper on incident to stek_keeper using (true) with check (true);

insert into column_register (table_name, column_name, holds, purpose) values
  ('welcome_count', 'answer', 'technical', 'which face or choice is counted'),
  ('welcome_count', 'way', 'technical', 'whether it came from the tablet or from paper'),
  ('house_agreement', 'sentences', 'public', 'what people agreed with each other in this place'),
  ('house_agreement', 'agreed_where', 'public', 'at which table it was agreed'),
  ('house_agreement', 'translations', 'public', 'the same words in other languages'),
  ('incident', 'kind', 'technical', 'what sort of thing happened, out of eight');
insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('welcome_tablet', 'tablet', 'technical', 'keeps a pause between two presses on one tablet', 'row', interval '1 day', 'next_press_at'),
  ('incident', 'what_changed', 'free-text', 'what the house changed after something happened', 'blank', interval '180 days', 'on_date');
