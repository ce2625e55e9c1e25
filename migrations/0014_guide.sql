-- The services guide (REFER-3): who helps with what, where, when and on what terms, of every stek its own.
-- Everything in it is public: it is made to be read by everybody. Who can be asked for by name at a service does not stand here.

create table organisation (
  stek_id uuid not null references stek on delete cascade,
  organisation_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null check (length(name) between 1 and 160),
  what text not null default '' check (length(what) <= 1200),
  website text check (website ~ '^https?://' and length(website) <= 300),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 200),
  -- The number in the register of enterprises (KBO), ten digits.
  kbo_number text check (kbo_number ~ '^[01][0-9]{9}$'),
  -- When this organisation is a partner of the stek; its workers then keep its services right.
  partner_id uuid,
  part_of_id uuid,
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  -- Where it was taken over from, and its id there: the same file read again changes rows instead of adding them.
  imported_from text check (length(imported_from) <= 60),
  imported_id text check (length(imported_id) <= 200),
  revision integer not null default 1,
  primary key (stek_id, organisation_id),
  unique (stek_id, slug),
  foreign key (stek_id, partner_id) references partner on delete set null (partner_id),
  foreign key (stek_id, part_of_id) references organisation on delete set null (part_of_id),
  constraint organisation_import_is_whole check ((imported_from is null) = (imported_id is null)),
  constraint organisation_is_not_part_of_itself check (part_of_id <> organisation_id)
);
create unique index organisation_imported_once on organisation (stek_id, imported_from, imported_id) where imported_from is not null;
create index organisation_of_partner on organisation (stek_id, partner_id) where partner_id is not null;

create table service (
  stek_id uuid not null,
  service_id uuid not null,
  organisation_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  name text not null check (length(name) between 1 and 160),
  what text not null default '' check (length(what) <= 2000),
  -- Words people use for it that stand nowhere else; found by searching, not shown.
  also_called text not null default '' check (length(also_called) <= 600),
  -- The eight themes of IPDC and its five levels of government; a service that is of no government has no level.
  themes text[] not null default '{}' check (themes <@ array['citizen-government', 'culture-sport-leisure', 'economy-work',
    'environment-energy', 'mobility', 'education', 'welfare-health', 'building-housing']),
  level text check (level in ('european', 'federal', 'flemish', 'provincial', 'local')),
  languages text[] not null default '{nl}' check (cardinality(languages) <= 40),
  for_whom text not null default '' check (length(for_whom) <= 600),
  conditions text not null default '' check (length(conditions) <= 1200),
  -- Null: nobody knows.
  is_free boolean,
  cost text not null default '' check (length(cost) <= 400),
  bring text not null default '' check (length(bring) <= 600),
  how_to_reach text not null default '' check (length(how_to_reach) <= 600),
  -- A desk or a role, as in "de sociale dienst"; never a name.
  ask_for text not null default '' check (length(ask_for) <= 160),
  ways text[] not null default '{}' check (ways <@ array['walk-in', 'appointment', 'phone', 'online', 'home-visit']),
  website text check (website ~ '^https?://' and length(website) <= 300),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 200),
  -- The same thing in the official catalogues; linked to, not copied.
  ipdc_uri text check (ipdc_uri ~ '^https?://' and length(ipdc_uri) <= 300),
  rights_explorer_url text check (rights_explorer_url ~ '^https?://' and length(rights_explorer_url) <= 300),
  social_map_url text check (social_map_url ~ '^https?://' and length(social_map_url) <= 300),
  check_every_months smallint not null default 6 check (check_every_months in (3, 6, 12)),
  -- When somebody said last that everything here is right, and who: a worker of the stek, or the organisation itself.
  checked_on date,
  checked_by text check (checked_by in ('worker', 'organisation', 'source')),
  source text not null default '' check (length(source) <= 400),
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  ended_on date,
  imported_from text check (length(imported_from) <= 60),
  imported_id text check (length(imported_id) <= 200),
  revision integer not null default 1,
  primary key (stek_id, service_id),
  unique (stek_id, slug),
  foreign key (stek_id, organisation_id) references organisation on delete cascade,
  constraint service_import_is_whole check ((imported_from is null) = (imported_id is null)),
  constraint checked_by_somebody check ((checked_on is null) = (checked_by is null))
);
create unique index service_imported_once on service (stek_id, imported_from, imported_id) where imported_from is not null;
create index service_of_organisation on service (stek_id, organisation_id);

-- Where services are given; one place may hold several.
create table service_location (
  stek_id uuid not null references stek on delete cascade,
  location_id uuid not null,
  name text not null check (length(name) between 1 and 160),
  street text not null default '' check (length(street) <= 200),
  postcode text check (length(postcode) <= 12),
  town text not null default '' check (length(town) <= 120),
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  -- When it is a site of the stek itself.
  site_id uuid,
  bus text not null default '' check (length(bus) <= 300),
  directions text not null default '' check (length(directions) <= 600),
  step_free text not null default 'unknown' check (step_free in ('yes', 'partly', 'no', 'unknown')),
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  imported_from text check (length(imported_from) <= 60),
  imported_id text check (length(imported_id) <= 200),
  primary key (stek_id, location_id),
  foreign key (stek_id, site_id) references site on delete set null (site_id),
  constraint location_point_is_whole check ((latitude is null) = (longitude is null)),
  constraint location_import_is_whole check ((imported_from is null) = (imported_id is null))
);
create unique index location_imported_once on service_location (stek_id, imported_from, imported_id) where imported_from is not null;

create table service_at_location (
  stek_id uuid not null,
  service_id uuid not null,
  location_id uuid not null,
  primary key (stek_id, service_id, location_id),
  foreign key (stek_id, service_id) references service on delete cascade,
  foreign key (stek_id, location_id) references service_location on delete cascade
);
create index service_at_location_by_place on service_at_location (stek_id, location_id);

-- When a service is open, in wall-clock time: a weekday with hours, within a period when it is not always so.
create table service_hours (
  stek_id uuid not null,
  hours_id uuid not null,
  service_id uuid not null,
  location_id uuid,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  by_appointment boolean not null default false,
  from_date date,
  until_date date,
  note text not null default '' check (length(note) <= 200),
  primary key (stek_id, hours_id),
  foreign key (stek_id, service_id) references service on delete cascade,
  foreign key (stek_id, service_id, location_id) references service_at_location on delete cascade,
  constraint closes_after_it_opens check (closes > opens),
  constraint hours_in_order check (until_date >= from_date)
);
create index service_hours_of_service on service_hours (stek_id, service_id);

-- What is different for a while: closed, other hours, or a message; with dates.
create table service_notice (
  stek_id uuid not null,
  notice_id uuid not null,
  service_id uuid not null,
  location_id uuid,
  kind text not null check (kind in ('closure', 'hours', 'message')),
  from_date date not null,
  until_date date not null,
  opens time,
  closes time,
  message text not null default '' check (length(message) <= 300),
  primary key (stek_id, notice_id),
  foreign key (stek_id, service_id) references service on delete cascade,
  foreign key (stek_id, service_id, location_id) references service_at_location on delete cascade,
  constraint notice_in_order check (until_date >= from_date),
  constraint notice_hours_belong check ((kind = 'hours') = (opens is not null) and (opens is null) = (closes is null) and (closes is null or closes > opens)),
  constraint message_says_something check (kind <> 'message' or message <> '')
);
create index service_notice_of_service on service_notice (stek_id, service_id, until_date);

-- How one gets from a site of the stek to a place of a service, and home again.
create table service_reach (
  stek_id uuid not null,
  location_id uuid not null,
  site_id uuid not null,
  by_means text not null check (by_means in ('foot', 'bike', 'bus', 'car')),
  minutes smallint not null check (minutes between 1 and 300),
  -- By bus: on which days, the first one there and the last one back.
  weekdays smallint[] not null default '{1,2,3,4,5,6,7}' check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  first_there time,
  last_back time,
  note text not null default '' check (length(note) <= 200),
  primary key (stek_id, location_id, site_id, by_means),
  foreign key (stek_id, location_id) references service_location on delete cascade,
  foreign key (stek_id, site_id) references site on delete cascade
);

-- Leaders keep the whole guide; a partner's worker what is of the own organisation.
create function may_change_organisation(organisation uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select leads() or works_for((select o.partner_id from organisation o where o.stek_id = current_stek() and o.organisation_id = organisation)) $$;
create function may_change_service(service uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select leads() or may_change_organisation((select s.organisation_id from service s where s.stek_id = current_stek() and s.service_id = service)) $$;

do $$
declare
  tab text;
begin
  foreach tab in array array['organisation', 'service', 'service_location', 'service_at_location', 'service_hours', 'service_notice', 'service_reach'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('grant select, insert, update, delete on %I to stek_app', tab);
    execute format('grant select on %I to stek_keeper', tab);
    execute format('create policy read_in_stek on %I for select to stek_app using (stek_id = (select current_stek()))', tab);
    execute format('create policy the_keeper on %I for select to stek_keeper using (true)', tab);
    execute format('create trigger stek_changed after insert or update or delete on %I for each row execute function stek_changed()', tab);
  end loop;
  foreach tab in array array['service_location', 'service_reach'] loop
    execute format('create policy leaders_add on %I for insert to stek_app with check (stek_id = (select current_stek()) and (select leads()))', tab);
    execute format('create policy leaders_change on %I for update to stek_app using (stek_id = (select current_stek()) and (select leads())) with check (stek_id = (select current_stek()))', tab);
    execute format('create policy leaders_remove on %I for delete to stek_app using (stek_id = (select current_stek()) and (select leads()))', tab);
  end loop;
  foreach tab in array array['service_at_location', 'service_hours', 'service_notice'] loop
    execute format('create policy own_add on %I for insert to stek_app with check (stek_id = (select current_stek()) and ((select leads()) or may_change_service(service_id)))', tab);
    execute format('create policy own_change on %I for update to stek_app using (stek_id = (select current_stek()) and ((select leads()) or may_change_service(service_id))) with check (stek_id = (select current_stek()) and ((select leads()) or may_change_service(service_id)))', tab);
    execute format('create policy own_remove on %I for delete to stek_app using (stek_id = (select current_stek()) and ((select leads()) or may_change_service(service_id)))', tab);
  end loop;
end $$;
create policy leaders_add on organisation for insert to stek_app with check (stek_id = (select current_stek()) and (select leads()));
create policy own_change on organisation for update to stek_app
  using (stek_id = (select current_stek()) and ((select leads()) or works_for(partner_id)))
  with check (stek_id = (select current_stek()) and ((select leads()) or works_for(partner_id)));
create policy leaders_remove on organisation for delete to stek_app using (stek_id = (select current_stek()) and (select leads()));
create policy own_add on service for insert to stek_app
  with check (stek_id = (select current_stek()) and ((select leads()) or may_change_organisation(organisation_id)));
create policy own_change on service for update to stek_app
  using (stek_id = (select current_stek()) and ((select leads()) or may_change_organisation(organisation_id)))
  with check (stek_id = (select current_stek()) and ((select leads()) or may_change_organisation(organisation_id)));
create policy own_remove on service for delete to stek_app
  using (stek_id = (select current_stek()) and ((select leads()) or may_change_organisation(organisation_id)));

insert into column_register (table_name, column_name, holds, purpose)
select t.table_name, c.column_name, 'public', c.purpose
from (values ('organisation'), ('service'), ('service_location'), ('service_at_location'), ('service_hours'), ('service_notice'), ('service_reach')) t (table_name)
join information_schema.columns i on i.table_schema = 'public' and i.table_name = t.table_name
join (values
  ('slug', 'the address in the guide'), ('name', 'what it is called in the guide'), ('what', 'what one finds there'), ('website', 'where to read more'),
  ('phone', 'the number of the organisation or its desk'), ('email', 'the address of the organisation or its desk'), ('kbo_number', 'its number in the register of enterprises'),
  ('translations', 'the same words in other languages'), ('imported_from', 'which list it was taken over from'), ('imported_id', 'what it is called in that list'),
  ('also_called', 'words people use for it'), ('themes', 'what it is about'), ('level', 'which government it is of'), ('languages', 'which languages are spoken'),
  ('for_whom', 'for whom the service is'), ('conditions', 'what the service asks of everybody'), ('cost', 'what the service costs everybody'), ('bring', 'what to bring along'),
  ('how_to_reach', 'how to reach the service'), ('ask_for', 'which desk or role to ask for, never a name'), ('ways', 'how one can come'), ('ipdc_uri', 'the same in the Flemish catalogue'),
  ('rights_explorer_url', 'the same in Rechtenverkenner'), ('social_map_url', 'the same in Sociale Kaart'), ('checked_by', 'what sort of party said it is right'), ('source', 'where the facts come from'),
  ('street', 'where the place is'), ('postcode', 'where the place is'), ('town', 'where the place is'), ('bus', 'how to come by bus'), ('directions', 'how to find the door'),
  ('step_free', 'whether one can get in without steps'), ('note', 'what to know about the hours or the way'), ('kind', 'what is different for a while'), ('message', 'what is different for a while'),
  ('by_means', 'how one gets there'), ('weekdays', 'on which days the bus runs')
) c (column_name, purpose) on c.column_name = i.column_name;
