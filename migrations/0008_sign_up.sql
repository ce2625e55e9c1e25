-- Taking part without an account: a self-chosen name, a number of people, and a code of which only a keyed hash is kept.
-- Who has a place and who waits is decided here, under a lock on the row of the moment, in order of arrival.
-- What can identify dies seven days after the moment; the row stays behind as a number without a name.

create table sign_up_terms (
  stek_id uuid not null references stek on delete cascade,
  offer_id uuid not null,
  capacity smallint not null check (capacity between 1 and 500),
  -- Places that only the desk gives away, for people without a phone.
  kept_for_desk smallint not null default 0 check (kept_for_desk >= 0),
  closes_hours_before smallint not null default 0 check (closes_hours_before between 0 and 720),
  meeting_point text not null default '' check (length(meeting_point) <= 160),
  what_to_bring text not null default '' check (length(what_to_bring) <= 300),
  seats smallint check (seats between 1 and 500),
  primary key (stek_id, offer_id),
  foreign key (stek_id, offer_id) references offer on delete cascade,
  constraint kept_out_of_what_there_is check (kept_for_desk <= capacity)
);

-- One row per moment somebody signed up for: what is locked while a place is given, and the last number of arrival.
create table sign_up_moment (
  stek_id uuid not null,
  slot_id uuid not null,
  on_date date not null,
  arrivals integer not null default 0,
  primary key (stek_id, slot_id, on_date),
  foreign key (stek_id, slot_id) references slot on delete cascade
);

create table sign_up (
  stek_id uuid not null,
  sign_up_id uuid not null,
  slot_id uuid not null,
  -- The planned day, with the slot the key of the moment; happens_on is the day it really takes place.
  on_date date not null,
  happens_on date not null,
  arrival integer not null,
  people smallint not null check (people between 1 and 8),
  name text not null default '' check (length(name) <= 40),
  phone text not null default '' check (length(phone) <= 30),
  email text not null default '' check (length(email) <= 200),
  language text not null default '' check (language in ('', 'nl', 'en', 'fr', 'ar', 'uk')),
  code_hash bytea check (length(code_hash) = 32),
  by_desk boolean not null default false,
  arrived_at timestamptz not null,
  changed_at timestamptz not null,
  placed_at timestamptz,
  -- When a place came free for somebody who waited, and when that person was told.
  promoted_at timestamptz,
  told_at timestamptz,
  withdrawn_at timestamptz,
  primary key (stek_id, sign_up_id),
  unique (stek_id, slot_id, on_date, arrival),
  foreign key (stek_id, slot_id, on_date) references sign_up_moment on delete cascade
);
create unique index sign_up_by_code on sign_up (code_hash);
create index sign_up_to_tell on sign_up (promoted_at) where promoted_at is not null and told_at is null;

-- Which mails were about a moment, so that the address in them dies with it.
create table sign_up_mail (
  stek_id uuid not null references stek on delete cascade,
  mail_id uuid not null references mail on delete cascade,
  sign_up_id uuid not null,
  -- What it told: a place, a cancellation, or to where and when the moment moved. Nobody gets the same news twice.
  news text not null check (length(news) <= 100),
  happens_on date not null,
  primary key (stek_id, sign_up_id, news)
);
create index sign_up_mail_of_mail on sign_up_mail (mail_id);

create function sign_up_terms_of(stek uuid, slot uuid) returns sign_up_terms
  language sql stable security definer set search_path = public, pg_temp
  as $$ select t.* from sign_up_terms t join slot s on s.stek_id = t.stek_id and s.offer_id = t.offer_id
          join offer o on o.stek_id = t.stek_id and o.offer_id = t.offer_id
        where t.stek_id = stek and s.slot_id = slot and o.taking_part = 'sign-up' $$;

-- Gives places in order of arrival until the first one that does not fit: nobody is passed over.
-- Who signed up alone waits for the places that are not kept; that does not hold up who came to the desk.
-- To be called with the row of the moment locked. `newcomer` gets a place at once, the others come off the waiting list.
create function sign_up_give_places(stek uuid, slot uuid, planned date, at timestamptz, newcomer uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  terms sign_up_terms := sign_up_terms_of(stek, slot);
  taken integer;
  taken_alone integer;
  alone_waits boolean := false;
  next_up record;
begin
  if terms.capacity is null then return; end if;
  select coalesce(sum(people), 0), coalesce(sum(people) filter (where not by_desk), 0) into taken, taken_alone
    from sign_up u where u.stek_id = stek and u.slot_id = slot and u.on_date = planned and placed_at is not null and withdrawn_at is null;
  for next_up in select sign_up_id, people, by_desk from sign_up u
    where u.stek_id = stek and u.slot_id = slot and u.on_date = planned and placed_at is null and withdrawn_at is null order by arrival
  loop
    -- Larger than there will ever be room for, since the places became fewer: nobody behind waits for that.
    continue when next_up.people > terms.capacity or (not next_up.by_desk and next_up.people > terms.capacity - terms.kept_for_desk);
    exit when taken + next_up.people > terms.capacity;
    if not next_up.by_desk and (alone_waits or taken_alone + next_up.people > terms.capacity - terms.kept_for_desk) then
      alone_waits := true;
      continue;
    end if;
    update sign_up u set placed_at = at, promoted_at = case when u.sign_up_id = newcomer then null else at end
      where u.stek_id = stek and u.sign_up_id = next_up.sign_up_id;
    taken := taken + next_up.people;
    if not next_up.by_desk then taken_alone := taken_alone + next_up.people; end if;
  end loop;
end $$;

create function sign_up_arrives() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (sign_up_terms_of(new.stek_id, new.slot_id)).capacity is null then
    raise exception 'no sign-up for this offer' using errcode = 'check_violation', constraint = 'sign_up_where_it_is_asked';
  end if;
  insert into sign_up_moment (stek_id, slot_id, on_date) values (new.stek_id, new.slot_id, new.on_date) on conflict do nothing;
  update sign_up_moment m set arrivals = arrivals + 1
    where m.stek_id = new.stek_id and m.slot_id = new.slot_id and m.on_date = new.on_date
    returning arrivals into new.arrival;
  return new;
end $$;

-- Holds the row of the moment, refuses more people than there are places, then gives what came free.
create function sign_up_settles() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  terms sign_up_terms := sign_up_terms_of(new.stek_id, new.slot_id);
  taken integer;
  taken_alone integer;
  asks_more boolean := new.placed_at is not null and new.withdrawn_at is null
    and (tg_op = 'INSERT' or old.placed_at is null or old.withdrawn_at is not null or new.people > old.people);
begin
  perform from sign_up_moment m where m.stek_id = new.stek_id and m.slot_id = new.slot_id and m.on_date = new.on_date for update;
  if asks_more then
    select coalesce(sum(people), 0), coalesce(sum(people) filter (where not by_desk), 0) into taken, taken_alone from sign_up u
      where u.stek_id = new.stek_id and u.slot_id = new.slot_id and u.on_date = new.on_date and placed_at is not null and withdrawn_at is null;
    if taken > terms.capacity or (not new.by_desk and taken_alone > terms.capacity - terms.kept_for_desk)
      or (pg_trigger_depth() = 1 and tg_op = 'UPDATE' and exists (select from sign_up u
        where u.stek_id = new.stek_id and u.slot_id = new.slot_id and u.on_date = new.on_date and placed_at is null and withdrawn_at is null)) then
      raise exception 'no more places' using errcode = 'check_violation', constraint = 'no_more_people_than_places';
    end if;
  end if;
  -- Giving a place comes back here once more; the places are given by the first call only.
  if pg_trigger_depth() = 1 then
    perform sign_up_give_places(new.stek_id, new.slot_id, new.on_date, new.changed_at, case when tg_op = 'INSERT' then new.sign_up_id end);
  end if;
  return null;
end $$;

create trigger arrives before insert on sign_up for each row execute function sign_up_arrives();
create trigger settles after insert or update of people, placed_at, withdrawn_at on sign_up for each row execute function sign_up_settles();

-- More places: those who wait get them.
create function sign_up_terms_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  waiting record;
begin
  for waiting in select m.slot_id, m.on_date, (select max(u.changed_at) from sign_up u
      where u.stek_id = m.stek_id and u.slot_id = m.slot_id and u.on_date = m.on_date) as at
    from sign_up_moment m join slot s on s.stek_id = m.stek_id and s.slot_id = m.slot_id
    where m.stek_id = new.stek_id and s.offer_id = new.offer_id order by m.slot_id, m.on_date for update of m
  loop
    perform sign_up_give_places(new.stek_id, waiting.slot_id, waiting.on_date, waiting.at, null);
  end loop;
  return null;
end $$;
create trigger more_places after update of capacity, kept_for_desk on sign_up_terms for each row execute function sign_up_terms_changed();
create trigger stek_changed after insert or update or delete on sign_up_terms for each row execute function stek_changed();

-- A moment that moves takes along when its names are erased.
create function sign_up_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved record;
begin
  if tg_op = 'DELETE' then moved := old; else moved := new; end if;
  update sign_up u set happens_on = case when tg_op = 'DELETE' then moved.on_date else coalesce(moved.moved_to, moved.on_date) end
    where u.stek_id = moved.stek_id and u.slot_id = moved.slot_id and u.on_date = moved.on_date;
  return null;
end $$;
create trigger sign_up_moves after insert or update or delete on exception for each row execute function sign_up_moves();

-- The code a request brought along, as its keyed hash: with it one row exists, without it none.
create function current_code() returns bytea language sql stable
  as $$ select decode(nullif(current_setting('stek.code', true), ''), 'hex') $$;
-- In which stek a code is known.
create function stek_of_code() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select stek_id from sign_up where code_hash = current_code() $$;
-- How many places somebody who signs up alone could still get; 0 when others wait already.
create function sign_up_free(slot uuid, planned date) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when bool_or(u.waits) then 0 else greatest(0, least(
      (t).capacity - coalesce(sum(u.people), 0), (t).capacity - (t).kept_for_desk - coalesce(sum(u.people) filter (where not u.by_desk), 0)))::integer end
  from (select sign_up_terms_of(current_stek(), slot) as t) given
    left join lateral (select people, by_desk, placed_at is null as waits from sign_up s
      where s.stek_id = current_stek() and s.slot_id = slot and s.on_date = planned and withdrawn_at is null) u on true
  group by t $$;
-- The number on the waiting list: how many came before and wait too, plus one.
create function sign_up_number(id uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from sign_up me join sign_up u on u.stek_id = me.stek_id and u.slot_id = me.slot_id and u.on_date = me.on_date
    and u.arrival <= me.arrival and u.placed_at is null and u.withdrawn_at is null
  where me.stek_id = current_stek() and me.sign_up_id = id and me.placed_at is null and me.withdrawn_at is null $$;
revoke all on function sign_up_give_places(uuid, uuid, date, timestamptz, uuid) from public;

alter table sign_up_terms enable row level security;
alter table sign_up_moment enable row level security;
alter table sign_up enable row level security;
alter table sign_up_mail enable row level security;

grant select, insert, update on sign_up_terms to stek_app;
create policy read_in_stek on sign_up_terms for select to stek_app using (stek_id = current_stek());
create policy own_terms_add on sign_up_terms for insert to stek_app with check (stek_id = current_stek() and may_change_offer(offer_id));
create policy own_terms_change on sign_up_terms for update to stek_app
  using (stek_id = current_stek() and may_change_offer(offer_id)) with check (stek_id = current_stek() and may_change_offer(offer_id));

-- A visitor puts down a name, and with the code sees and changes that row only. Places are given by the database alone.
grant select on sign_up to stek_app;
grant insert (stek_id, sign_up_id, slot_id, on_date, happens_on, people, name, phone, email, language, code_hash, by_desk, arrived_at, changed_at)
  on sign_up to stek_app;
grant update (people, name, phone, email, withdrawn_at, told_at, changed_at) on sign_up to stek_app;
create policy by_code on sign_up for select to stek_app using (stek_id = current_stek() and code_hash = current_code());
create policy by_code_change on sign_up for update to stek_app
  using (stek_id = current_stek() and code_hash = current_code()) with check (stek_id = current_stek() and code_hash = current_code());
create policy visitors_add on sign_up for insert to stek_app with check (stek_id = current_stek() and not by_desk);
create policy workers_read on sign_up for select to stek_app using (stek_id = current_stek() and may_change_slot(slot_id));
create policy workers_add on sign_up for insert to stek_app with check (stek_id = current_stek() and may_change_slot(slot_id));
create policy workers_change on sign_up for update to stek_app
  using (stek_id = current_stek() and may_change_slot(slot_id)) with check (stek_id = current_stek() and may_change_slot(slot_id));

grant select on sign_up, sign_up_terms to stek_keeper;
grant update (name, phone, email, language, code_hash, told_at) on sign_up to stek_keeper;
grant select, insert, delete on sign_up_mail to stek_keeper;
create policy the_keeper on sign_up to stek_keeper using (true) with check (true);
create policy the_keeper on sign_up_terms for select to stek_keeper using (true);
create policy the_keeper on sign_up_mail to stek_keeper using (true) with check (true);

insert into column_register (table_name, column_name, holds, purpose) values
  ('sign_up_terms', 'meeting_point', 'public', 'where people meet for an outing'),
  ('sign_up_terms', 'what_to_bring', 'public', 'what people bring along'),
  ('sign_up_mail', 'news', 'technical', 'which news a mail told, so that it is told once');
insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('sign_up', 'name', 'person', 'what somebody wants to be called that day', 'blank', interval '7 days', 'happens_on'),
  ('sign_up', 'phone', 'person', 'a call when something changes', 'blank', interval '7 days', 'happens_on'),
  ('sign_up', 'email', 'person', 'a mail when something changes', 'blank', interval '7 days', 'happens_on'),
  ('sign_up', 'language', 'person', 'the language of that mail', 'blank', interval '7 days', 'happens_on'),
  ('sign_up', 'code_hash', 'person', 'a code with which somebody changes or withdraws', 'blank', interval '7 days', 'happens_on');
