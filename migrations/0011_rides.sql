-- Rides to a moment and home again (PRACTICE-9). Who asks and who drives is known to whoever arranges it, for as long as it takes:
-- every row about a ride goes when the day of the moment is over. A place is a neighbourhood or a stop, never an address.
-- Of all that, only the kilometres stay: per driver and month, without who sat in the car.

create table ride_place (
  stek_id uuid not null references stek on delete cascade,
  place_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- Where about, on a tenth of a kilometre; both or none.
  latitude numeric(6, 3) check (latitude between -90 and 90),
  longitude numeric(6, 3) check (longitude between -180 and 180),
  -- Set when this is where a site of the stek stands.
  site_id uuid,
  ended_at timestamptz,
  primary key (stek_id, place_id),
  foreign key (stek_id, site_id) references site on delete cascade,
  constraint a_point_is_whole check ((latitude is null) = (longitude is null))
);
create unique index one_place_per_site on ride_place (stek_id, site_id) where site_id is not null and ended_at is null;

-- How long it is by car between two places, where the coordinator knows better than the straight line.
create table ride_minutes (
  stek_id uuid not null,
  from_place_id uuid not null,
  to_place_id uuid not null,
  minutes smallint not null check (minutes between 1 and 180),
  primary key (stek_id, from_place_id, to_place_id),
  foreign key (stek_id, from_place_id) references ride_place on delete cascade,
  foreign key (stek_id, to_place_id) references ride_place on delete cascade,
  constraint one_row_per_pair check (from_place_id < to_place_id)
);

create table ride_request (
  stek_id uuid not null references stek on delete cascade,
  request_id uuid not null,
  slot_id uuid not null,
  -- The planned day of the moment; with the slot its key.
  on_date date not null,
  -- The day it takes place; moves along when the moment is moved.
  happens_on date not null,
  name text not null check (length(name) between 1 and 40),
  phone text not null check (phone ~ '^\+?[0-9]{8,15}$'),
  place_id uuid not null,
  seats smallint not null check (seats between 1 and 6),
  needs text[] not null default '{}' check (needs <@ array['rollator', 'wheelchair', 'child-seat']),
  -- One way only when the person said how the other way goes.
  ways text not null check (ways in ('both', 'there', 'back')),
  asked_at timestamptz not null,
  primary key (stek_id, request_id),
  foreign key (stek_id, slot_id) references slot on delete cascade,
  foreign key (stek_id, place_id) references ride_place
);
create index ride_request_of_moment on ride_request (stek_id, slot_id, on_date);
create index ride_request_by_day on ride_request (happens_on);

create table ride_offer (
  stek_id uuid not null references stek on delete cascade,
  ride_offer_id uuid not null,
  slot_id uuid not null,
  on_date date not null,
  happens_on date not null,
  -- A volunteer with an account; empty for a driver whom the coordinator wrote down.
  person_id uuid references person on delete cascade,
  name text not null check (length(name) between 1 and 40),
  phone text not null check (phone ~ '^\+?[0-9]{8,15}$'),
  place_id uuid not null,
  seats smallint not null check (seats between 1 and 8),
  carries text[] not null default '{}' check (carries <@ array['rollator', 'wheelchair', 'child-seat']),
  ways text not null check (ways in ('both', 'there', 'back')),
  offered_at timestamptz not null,
  closed_at timestamptz,
  primary key (stek_id, ride_offer_id),
  foreign key (stek_id, slot_id) references slot on delete cascade,
  foreign key (stek_id, place_id) references ride_place
);
create index ride_offer_of_moment on ride_offer (stek_id, slot_id, on_date);
create index ride_offer_by_day on ride_offer (happens_on);

-- Who rides with whom on one way; the key says: at most one car each way.
create table ride_match (
  stek_id uuid not null,
  request_id uuid not null,
  way text not null check (way in ('there', 'back')),
  ride_offer_id uuid not null,
  position smallint not null check (position between 1 and 60),
  passenger_yes_at timestamptz,
  driver_yes_at timestamptz,
  primary key (stek_id, request_id, way),
  foreign key (stek_id, request_id) references ride_request on delete cascade,
  foreign key (stek_id, ride_offer_id) references ride_offer on delete cascade
);
create index ride_match_of_car on ride_match (stek_id, ride_offer_id);

create table ride_kilometres (
  stek_id uuid not null references stek on delete cascade,
  person_id uuid not null references person on delete cascade,
  -- The first day of the month.
  month date not null check (extract(day from month) = 1),
  kilometres integer not null check (kilometres between 0 and 20000),
  primary key (stek_id, person_id, month)
);

-- No car takes more people than it has seats for, nor drives a way its driver did not offer, nor to another moment: whoever saves first.
create function keep_car_right() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  car ride_offer;
  asked ride_request;
  taken integer;
begin
  select * into car from ride_offer where stek_id = new.stek_id and ride_offer_id = new.ride_offer_id for update;
  select * into asked from ride_request where stek_id = new.stek_id and request_id = new.request_id;
  if car.slot_id <> asked.slot_id or car.on_date <> asked.on_date
    or car.ways not in ('both', new.way) or asked.ways not in ('both', new.way) then
    raise exception 'this car does not drive there' using errcode = 'check_violation', constraint = 'car_goes_there';
  end if;
  select coalesce(sum(r.seats), 0) into taken
    from ride_match m join ride_request r using (stek_id, request_id)
    where m.stek_id = new.stek_id and m.ride_offer_id = new.ride_offer_id and m.way = new.way and m.request_id <> new.request_id;
  if taken + asked.seats > car.seats then
    raise exception 'the car is full' using errcode = 'check_violation', constraint = 'seats_are_enough';
  end if;
  return new;
end $$;
create trigger seats_are_enough before insert or update of ride_offer_id, way, request_id on ride_match
  for each row execute function keep_car_right();

-- A moment that is moved takes the day on which its rides are erased along.
create function rides_move_along() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_exception exception := coalesce(new, old);
  day date := case when tg_op = 'DELETE' then old.on_date else coalesce(new.moved_to, new.on_date) end;
begin
  update ride_request set happens_on = day
    where stek_id = the_exception.stek_id and slot_id = the_exception.slot_id and on_date = the_exception.on_date and happens_on <> day;
  update ride_offer set happens_on = day
    where stek_id = the_exception.stek_id and slot_id = the_exception.slot_id and on_date = the_exception.on_date and happens_on <> day;
  return null;
end $$;
create trigger rides_move_along after insert or update or delete on exception for each row execute function rides_move_along();

-- What a driver sees of the people in the own car. Names and numbers are there only after both said yes (REFER-4).
create view ride_for_driver with (security_barrier) as
  select m.stek_id, m.ride_offer_id, m.request_id, m.way, m.position, p.name as place_name, r.seats, r.needs,
    m.passenger_yes_at, m.driver_yes_at,
    case when m.passenger_yes_at is not null and m.driver_yes_at is not null then r.name end as name,
    case when m.passenger_yes_at is not null and m.driver_yes_at is not null then r.phone end as phone
  from ride_match m
    join ride_offer o on o.stek_id = m.stek_id and o.ride_offer_id = m.ride_offer_id
    join ride_request r on r.stek_id = m.stek_id and r.request_id = m.request_id
    join ride_place p on p.stek_id = r.stek_id and p.place_id = r.place_id
  where m.stek_id = current_stek() and o.person_id = current_person();

-- How many ask a ride to a moment and how many seats there are: numbers for who could drive.
create view ride_wanted with (security_barrier) as
  select stek_id, slot_id, on_date, sum(seats)::integer as seats
  from ride_request
  where stek_id = current_stek() and has_role(array['community-worker', 'coordinator', 'volunteer'])
  group by stek_id, slot_id, on_date;

-- The driver's own yes, for everybody in the own car at this moment and nobody else's.
create function driver_says_yes(car uuid, at timestamptz) returns integer language sql security definer set search_path = public, pg_temp as $$
  with said as (
    update ride_match m set driver_yes_at = at
      from ride_offer o
      where m.stek_id = current_stek() and o.stek_id = m.stek_id and o.ride_offer_id = m.ride_offer_id
        and m.ride_offer_id = car and o.person_id = current_person() and m.driver_yes_at is null
      returning 1)
  select count(*)::integer from said $$;
revoke all on function driver_says_yes(uuid, timestamptz) from public;
grant execute on function driver_says_yes(uuid, timestamptz) to stek_app;

alter table ride_place enable row level security;
alter table ride_minutes enable row level security;
alter table ride_request enable row level security;
alter table ride_offer enable row level security;
alter table ride_match enable row level security;
alter table ride_kilometres enable row level security;

grant select, insert, update on ride_place to stek_app;
create policy read_in_stek on ride_place for select to stek_app using (stek_id = current_stek());
create policy leaders_add on ride_place for insert to stek_app with check (stek_id = current_stek() and leads());
create policy leaders_change on ride_place for update to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek());

grant select, insert, update, delete on ride_minutes to stek_app;
create policy leaders on ride_minutes to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek() and leads());

-- A visitor puts a question in the box and can read nothing that is in it.
grant select, insert, update, delete on ride_request to stek_app;
create policy visitors_ask on ride_request for insert to stek_app with check (stek_id = current_stek() and (current_person() is null or leads()));
create policy leaders_read on ride_request for select to stek_app using (stek_id = current_stek() and leads());
create policy leaders_change on ride_request for update to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek());
create policy leaders_remove on ride_request for delete to stek_app using (stek_id = current_stek() and leads());

grant select, insert, update, delete on ride_offer to stek_app;
create policy own_or_leaders_read on ride_offer for select to stek_app
  using (stek_id = current_stek() and (leads() or person_id = current_person()));
create policy own_or_leaders_add on ride_offer for insert to stek_app
  with check (stek_id = current_stek() and (leads() or (person_id = current_person() and has_role(array['volunteer']))));
create policy leaders_change on ride_offer for update to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek());
create policy own_or_leaders_remove on ride_offer for delete to stek_app
  using (stek_id = current_stek() and (leads() or person_id = current_person()));

grant select, insert, update, delete on ride_match to stek_app;
create policy leaders on ride_match to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek() and leads());
grant select on ride_for_driver, ride_wanted to stek_app;

grant select, insert, update on ride_kilometres to stek_app;
create policy own_or_leaders_read on ride_kilometres for select to stek_app
  using (stek_id = current_stek() and (leads() or person_id = current_person()));
create policy leaders_add on ride_kilometres for insert to stek_app with check (stek_id = current_stek() and leads());
create policy leaders_change on ride_kilometres for update to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek());

grant select, delete on ride_request, ride_offer, ride_match, ride_kilometres to stek_keeper;
create policy the_keeper on ride_request to stek_keeper using (true) with check (true);
create policy the_keeper on ride_offer to stek_keeper using (true) with check (true);
create policy the_keeper on ride_match to stek_keeper using (true) with check (true);
create policy the_keeper on ride_kilometres to stek_keeper using (true) with check (true);

insert into column_register (table_name, column_name, holds, purpose) values
  ('ride_place', 'name', 'public', 'a neighbourhood or a stop, never an address'),
  ('ride_match', 'way', 'technical', 'which way the ride goes');
insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('ride_request', 'name', 'person', 'what a driver calls the passenger', 'row', interval '0', 'happens_on'),
  ('ride_request', 'phone', 'person', 'how the passenger is called about the ride', 'with-row', null, null),
  ('ride_request', 'needs', 'person', 'what has to fit in the car', 'with-row', null, null),
  ('ride_request', 'ways', 'person', 'which ways a ride is asked for', 'with-row', null, null),
  ('ride_offer', 'name', 'person', 'what a passenger calls the driver', 'row', interval '0', 'happens_on'),
  ('ride_offer', 'person_id', 'person', 'whose offer to drive it is', 'with-row', null, null),
  ('ride_offer', 'phone', 'person', 'how the driver is called about the ride', 'with-row', null, null),
  ('ride_offer', 'carries', 'person', 'what fits in the car', 'with-row', null, null),
  ('ride_offer', 'ways', 'person', 'which ways somebody drives', 'with-row', null, null),
  ('ride_kilometres', 'person_id', 'person', 'how far a volunteer drove in a month, for the allowance', 'row', interval '2 years', 'month');
