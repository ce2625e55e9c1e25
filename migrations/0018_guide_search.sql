-- Finding one's way in the services guide (REFER-3): an inverted index of our own, kept true by the tables themselves.
-- guide_entry is the index of one service, guide_posting the same turned around, best places first, guide_word which words there are,
-- guide_near the same words with a letter left out. Statement triggers keep all four, so that rows written by any program are found too. docs/decisions/0028-search-by-an-index-of-our-own.md

-- Where a site is, to say how far a service is as the crow flies. Null: nobody looked it up.
alter table site add column latitude numeric(8, 5) check (latitude between -90 and 90);
alter table site add column longitude numeric(8, 5) check (longitude between -180 and 180);
alter table site add constraint site_point_is_whole check ((latitude is null) = (longitude is null));

-- A word as people write it, taken back to what one word and its misspellings share. The same steps stand in
-- src/functions/refer/guide/search/fold.ts; a test holds the two against each other.
create function guide_plain(said text) returns text language sql immutable parallel safe strict as $$
  select translate(lower(regexp_replace(translate(normalize(said, nfkd), 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЬЫЭЮЯЄІҐЪœæßøłđı', 'абвгдежзиклмнопрстуфхцчшщьыэюяєіґъoasoldi'),
    '[\u0300-\u036f\u064b-\u065f\u0670\u0640\u02bc''’ʼ`´]', '', 'g')), 'ىةیک', 'يهيك')
$$;

create function guide_fold(plain text) returns text language plpgsql immutable parallel safe strict as $$
declare
  w text := plain;
begin
  if w ~ '^[0-9]+$' then return w; end if;
  if octet_length(w) = length(w) then null;
  elsif w ~ '[\u0600-\u06ff]' then
    w := regexp_replace(w, '^(وال|بال|كال|فال|لل|ال)(...)', '\2');
    w := regexp_replace(w, '(...)ا$', '\1');
    w := regexp_replace(w, '(...)(هما|هم|ها|كم|نا|ني|ات|ين|ون|ان|يه|ه|ي|ك|ت)$', '\1');
    return w;
  elsif w ~ '[\u0400-\u04ff]' then
    w := regexp_replace(w, '(..)(ування|ювання|ення|ання|ами|ями|ого|ому|ими|іми|ати|ити|іти|ою|ею|ую|юю|ах|ях|ам|ям|ів|ов|ем|ом|их|іх|ии|ть|ти|ся|а|я|и|і|у|ю|е|о|ь)$', '\1');
    return w;
  end if;
  w := replace(replace(replace(replace(replace(w, 'ij', 'ei'), 'ey', 'ei'), 'au', 'ou'), 'ph', 'f'), 'th', 't');
  w := replace(replace(replace(w, 'ck', 'k'), 'ch', 'g'), 'qu', 'kw');
  w := regexp_replace(w, 'c([eiy])', 's\1', 'g');
  w := translate(w, 'cvzy', 'kfsi');
  w := replace(replace(w, 'tie', 'si'), 'ie', 'i');
  w := regexp_replace(w, 'dt$', 't');
  w := regexp_replace(w, '([a-z])\1+', '\1', 'g');
  if w = 'kinderen' then w := 'kind'; end if;
  w := regexp_replace(w, '(...)(heden|heid)$', '\1');
  w := regexp_replace(w, '(...)(tjes|tje|jes|je)$', '\1');
  w := regexp_replace(w, '(...)(ingen|ing)$', '\1');
  w := regexp_replace(w, '(...)(ens|en|es|e)$', '\1');
  w := regexp_replace(w, '(...)s$', '\1');
  w := regexp_replace(w, '(...)([td])$', '\1');
  return w;
end $$;

-- Text without a sign beyond ASCII, which most is, takes a short way to the same words.
-- Not strict, so that the planner can put it in place of its call.
create function guide_split(said text) returns setof text language sql immutable parallel safe rows 12 as $$
  select distinct w from unnest(case
      when octet_length(said) = length(said)
      then string_to_array(translate(lower(said collate "C"), E'!"#$%&()*+,-./:;<=>?@[\\]^_{|}~\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f''`', '                                                              '), ' ')
      else regexp_split_to_array(guide_plain(said), '[^a-z0-9\u0400-\u0482\u048a-\u04ff\u0620-\u064a\u0660-\u0669\u066e\u066f\u0671-\u06d3]+') end) w
    where length(w) between 2 and 40
$$;

-- What is known of one service, for looking up its words: terms and how much each says about it (1 to 200); places are the towns where it is given.
create table guide_entry (
  stek_id uuid not null,
  service_id uuid not null,
  terms text[] not null,
  impacts smallint[] not null,
  places text[] not null default '{}',
  primary key (stek_id, service_id),
  foreign key (stek_id, service_id) references service on delete cascade
);

-- One word of one service; read backwards, the services for which a word says most come first. Terms stand in the order of their bytes,
-- so that words which begin alike stand together.
create table guide_posting (
  stek_id uuid not null,
  term text collate "C" not null,
  impact smallint not null,
  service_id uuid not null,
  primary key (stek_id, term, impact, service_id)
);

-- Which words there are, to find the one that somebody meant by its begin or its end. A word stays when its last service goes: it leads nowhere then.
create table guide_word (
  stek_id uuid not null references stek on delete cascade,
  term text collate "C" not null,
  turned text collate "C" not null generated always as (reverse(term)) stored,
  primary key (stek_id, term)
);
create index guide_word_ends on guide_word (stek_id, turned);

-- The words of the guide whole and with each letter left out once, to find the one that somebody meant with a letter or two wrong.
create table guide_near (
  stek_id uuid not null,
  part text collate "C" not null,
  term text collate "C" not null,
  primary key (stek_id, part, term)
);
create function guide_parts(term text) returns setof text language sql immutable parallel safe rows 10 as $$
  select distinct case n when 0 then term else left(term, n - 1) || substr(term, n + 1) end from generate_series(0, length(term)) n where length(term) between 4 and 24
$$;
create function guide_words_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from guide_near n using gone g, guide_parts(g.term) part where n.stek_id = g.stek_id and n.part = part and n.term = g.term;
  return null;
end $$;
create trigger guide_words_gone after delete on guide_word referencing old table as gone for each statement execute function guide_words_gone();

-- Forgets and makes again the index of services. Terms that begin with # are marks to filter by.
create function guide_index(of_stek uuid, services uuid[]) returns void language plpgsql security definer
  set search_path = public, pg_temp set work_mem = '64MB' set jit = off as $$
declare
  seen text[];
begin
  -- Its postings go with an entry, by the trigger below.
  delete from guide_entry where stek_id = of_stek and service_id = any (services);
  with found as (
    select s.service_id, s.name, s.what, s.also_called, s.for_whom, s.themes, s.languages, s.level, s.translations, o.name as of_name, o.what as of_what
      from service s join organisation o using (stek_id, organisation_id)
      where s.stek_id = of_stek and s.service_id = any (services) and (s.ended_on is null or s.ended_on > current_date)
  ), said (service_id, field, most, words) as (
    select service_id, 1, 90, name from found
    union all select service_id, 2, 60, also_called from found
    union all select service_id, 3, 30, of_name from found
    union all select service_id, 4, 24, what from found
    union all select service_id, 5, 8, for_whom from found
    union all select service_id, 6, 80, t.value ->> 'name' from found, jsonb_each(translations) t where jsonb_typeof(t.value) = 'object'
    union all select service_id, 7, 24, t.value ->> 'what' from found, jsonb_each(translations) t where jsonb_typeof(t.value) = 'object'
    union all select service_id, 8, 50, t.value ->> 'also_called' from found, jsonb_each(translations) t where jsonb_typeof(t.value) = 'object'
  ), split as materialized (
    select service_id, field, most, w, count(*) over (partition by service_id, field) as beside from said, guide_split(words) w
  ), folded as materialized (
    select w, guide_fold(w) as term from (select distinct w from split) d
  ), weighed as (
    -- A short name says more with each of its words than a long one.
    select service_id, field, term, max(case when field = 1 then most * (0.55 + 0.9 / (1 + beside)) when field = 6 then most * 0.8 else most * (0.7 + 6.0 / (20 + beside)) end) as impact
      from split join folded using (w) group by service_id, field, term
  ), summed as (
    select service_id, term, least(200, round(max(impact) + 0.15 * (sum(impact) - max(impact))))::smallint as impact from weighed group by service_id, term
    union all select service_id, '#', (case level when 'local' then 60 when 'flemish' then 40 when 'federal' then 40 else 50 end)::smallint from found
    union all select service_id, '#t:' || theme, (case level when 'local' then 60 when 'flemish' then 40 when 'federal' then 40 else 50 end)::smallint
      from found, (select distinct unnest(themes) theme, service_id id from found) t where t.id = service_id
    union all select service_id, '#l:' || language, 50::smallint
      from found, (select distinct left(unnest(languages), 20) as language, service_id id from found) l where l.id = service_id and language <> 'nl'
  ), entered as (
    insert into guide_entry (stek_id, service_id, terms, impacts)
      select of_stek, service_id, array_agg(term), array_agg(impact) from summed group by service_id
  ), posted as (
    insert into guide_posting (stek_id, term, impact, service_id) select of_stek, term, impact, service_id from summed order by term collate "C", impact, service_id
  )
  select array_agg(distinct term) into seen from summed where term !~ '^#';
  perform guide_add_words(of_stek, seen);
  perform guide_index_places(of_stek, services);
end $$;

-- Keeps words that are new, and each of them with one letter left out.
create function guide_add_words(of_stek uuid, words text[]) returns void language sql security definer set search_path = public, pg_temp as $$
  with added as (
    insert into guide_word (stek_id, term) select distinct of_stek, w collate "C" as w from unnest(words) w where w ~ '[^0-9]' and length(w) > 2 order by w
      on conflict do nothing returning term
  )
  insert into guide_near (stek_id, part, term)
    select of_stek, part, term from added, guide_parts(term) part order by part collate "C", term
$$;

-- The towns and postcodes where services are given, as terms that begin with @. Only what changed is written.
create function guide_index_places(of_stek uuid, services uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seen text[];
begin
  with town as materialized (
    select l.location_id, array_agg(distinct guide_fold(w)) as terms
      from service_location l cross join guide_split(l.town || ' ' || coalesce(l.postcode, '')) w
      where l.stek_id = of_stek and l.location_id in (select a.location_id from service_at_location a where a.stek_id = of_stek and a.service_id = any (services))
      group by l.location_id
  ), given as (
    select a.service_id, array_agg(distinct '@' || term order by '@' || term) as places
      from service_at_location a join town using (location_id) cross join unnest(town.terms) term
      where a.stek_id = of_stek and a.service_id = any (services) and term <> '' group by a.service_id
  ), different as materialized (
    select e.service_id, e.places as was, coalesce(g.places, '{}') as places
      from guide_entry e left join given g using (service_id)
      where e.stek_id = of_stek and e.service_id = any (services) and e.places <> coalesce(g.places, '{}')
  ), entered as (
    update guide_entry e set places = d.places from different d where e.stek_id = of_stek and e.service_id = d.service_id
  ), gone as (
    delete from guide_posting p using different d, unnest(d.was) old
      where p.stek_id = of_stek and p.term = old and p.impact = 60 and p.service_id = d.service_id and old <> all (d.places)
  ), posted as (
    insert into guide_posting (stek_id, term, impact, service_id)
      select of_stek, term, 60, d.service_id from different d, unnest(d.places) term where term <> all (d.was)
  )
  select array_agg(distinct substr(term, 2)) into seen from different d, unnest(d.places) term;
  if seen is not null then perform guide_add_words(of_stek, seen); end if;
end $$;

create function guide_services_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in select stek_id, array_agg(service_id) as services from changed group by stek_id loop
    perform guide_index(one.stek_id, one.services);
  end loop;
  return null;
end $$;
-- The entry goes with its service by the foreign key; before that, its postings go.
create function guide_entry_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from gone) then return null; end if;
  delete from guide_posting p using gone g, unnest(g.terms, g.impacts) t (term, impact)
    where p.stek_id = g.stek_id and p.term = t.term and p.impact = t.impact and p.service_id = g.service_id;
  delete from guide_posting p using gone g, unnest(g.places) place
    where p.stek_id = g.stek_id and p.term = place and p.impact = 60 and p.service_id = g.service_id;
  return null;
end $$;
create function guide_organisations_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in
    select s.stek_id, array_agg(s.service_id) as services
      from changed c join was w using (stek_id, organisation_id) join service s using (stek_id, organisation_id)
      where c.name is distinct from w.name group by s.stek_id
  loop
    perform guide_index(one.stek_id, one.services);
  end loop;
  return null;
end $$;

create function guide_places_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in select stek_id, array_agg(distinct service_id) as services from changed group by stek_id loop
    perform guide_index_places(one.stek_id, one.services);
  end loop;
  return null;
end $$;
create function guide_towns_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in
    select a.stek_id, array_agg(distinct a.service_id) as services
      from changed c join was w using (stek_id, location_id) join service_at_location a using (stek_id, location_id)
      where (c.town, c.postcode) is distinct from (w.town, w.postcode) group by a.stek_id
  loop
    perform guide_index_places(one.stek_id, one.services);
  end loop;
  return null;
end $$;

create trigger guide_added after insert on service referencing new table as changed for each statement execute function guide_services_changed();
create trigger guide_changed after update on service referencing new table as changed for each statement execute function guide_services_changed();
create trigger guide_entry_gone after delete on guide_entry referencing old table as gone for each statement execute function guide_entry_gone();
create trigger guide_renamed after update on organisation referencing old table as was new table as changed for each statement execute function guide_organisations_changed();
create trigger guide_placed after insert on service_at_location referencing new table as changed for each statement execute function guide_places_changed();
create trigger guide_replaced after update on service_at_location referencing new table as changed for each statement execute function guide_places_changed();
create trigger guide_unplaced after delete on service_at_location referencing old table as changed for each statement execute function guide_places_changed();
create trigger guide_moved after update on service_location referencing old table as was new table as changed for each statement execute function guide_towns_changed();

do $$
declare
  tab text;
begin
  foreach tab in array array['guide_entry', 'guide_posting', 'guide_word', 'guide_near'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('grant select on %I to stek_app', tab);
    execute format('create policy read_in_stek on %I for select to stek_app using (stek_id = (select current_stek()))', tab);
  end loop;
end $$;
revoke all on function guide_index(uuid, uuid[]), guide_index_places(uuid, uuid[]), guide_add_words(uuid, text[]) from public;

insert into column_register (table_name, column_name, holds, purpose) values
  ('guide_entry', 'terms', 'public', 'the words by which a service of the guide is found'),
  ('guide_entry', 'impacts', 'technical', 'how much each of these words says about the service'),
  ('guide_entry', 'places', 'public', 'the towns where the service is given'),
  ('guide_posting', 'term', 'public', 'a word by which a service of the guide is found'),
  ('guide_word', 'term', 'public', 'a word that stands somewhere in the guide'),
  ('guide_word', 'turned', 'public', 'the same word read backwards, to find it by its end'),
  ('guide_near', 'part', 'public', 'a word of the guide with one letter left out'),
  ('guide_near', 'term', 'public', 'the word of the guide that it is a part of');
