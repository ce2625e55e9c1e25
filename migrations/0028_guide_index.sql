-- Indexing thousands of services at once (REFER-3): the themes and languages of a service are unfolded beside it, not for all services and then
-- sought in that heap, which took a third of the time of a long list. Otherwise as in 0018_guide_search.sql.
-- Forgets and makes again the index of services. Terms that begin with # are marks to filter by.
create or replace function guide_index(of_stek uuid, services uuid[]) returns void language plpgsql security definer
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
      from found cross join lateral (select distinct theme from unnest(themes) theme) t
    union all select service_id, '#l:' || language, 50::smallint
      from found cross join lateral (select distinct left(l, 20) as language from unnest(languages) l) l where language <> 'nl'
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
