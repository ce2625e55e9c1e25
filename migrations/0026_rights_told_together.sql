-- How it went after the rights check, so that not even who holds the database can tell which right and which stek were told together.
-- Two tables of counts were written in one transaction: their rows bore the same mark of it (xmin). Now all counts of a month stand in one row.

create table rights_told_month (
  month date primary key check (extract(day from month) = 1),
  -- {"leefloon": {"asked": 3}} and {"<stek>": {"asked": 3}}: jsonb sorts its keys, so it does not tell what came last.
  per_right jsonb not null default '{}' check (jsonb_typeof(per_right) = 'object' and length(per_right::text) < 100000),
  per_stek jsonb not null default '{}' check (jsonb_typeof(per_stek) = 'object' and length(per_stek::text) < 10000000)
)
-- What the row said before is cleared away soon, so that two versions of it cannot be subtracted.
with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);

insert into rights_told_month (month, per_right, per_stek)
select m.month,
  coalesce((select jsonb_object_agg(r.right_id, r.counts) from (
    select right_id, jsonb_object_agg(outcome, count) as counts from rights_told t where t.month = m.month group by right_id) r), '{}'),
  coalesce((select jsonb_object_agg(s.stek_id, s.counts) from (
    select stek_id, jsonb_object_agg(outcome, count) as counts from rights_told_at t where t.month = m.month group by stek_id) s), '{}')
from (select month from rights_told union select month from rights_told_at) m;

drop function tell_rights(text, text, date, uuid);
drop table rights_told;
drop table rights_told_at;
delete from column_register where table_name in ('rights_told', 'rights_told_at');

-- Nobody reads or writes the row itself; these three functions are all there is.
alter table rights_told_month enable row level security;

create function told_once_more(counts jsonb, what text, outcome text) returns jsonb language sql immutable
  as $$ select counts || jsonb_build_object(what, coalesce(counts -> what, '{}') ||
    jsonb_build_object(outcome, least(coalesce((counts -> what ->> outcome)::integer, 0) + 1, 100000))) $$;

create function tell_rights(of_right text, what text, in_month date, at_stek uuid)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_right !~ '^[a-z0-9-]{2,60}$' or what not in ('had', 'asked', 'failed', 'nothing') then
    raise check_violation using message = 'no such right or outcome';
  end if;
  if at_stek is not null and not exists (select from stek where stek_id = at_stek) then
    raise foreign_key_violation using message = 'no such stek';
  end if;
  insert into rights_told_month as t (month, per_right, per_stek)
    values (in_month, told_once_more('{}', of_right, what), case when at_stek is null then '{}' else told_once_more('{}', at_stek::text, what) end)
  on conflict (month) do update set
    per_right = told_once_more(t.per_right, of_right, what),
    per_stek = case when at_stek is null then t.per_stek else told_once_more(t.per_stek, at_stek::text, what) end;
end $$;

-- For who leads a stek: per right in the whole house, and of the own stek alone.
create function told_per_right() returns table (what text, month text, outcome text, count integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.key, to_char(t.month, 'YYYY-MM'), o.key, o.value::integer
  from rights_told_month t, jsonb_each(t.per_right) r, jsonb_each_text(r.value) o where leads() $$;
create function told_here() returns table (what text, month text, outcome text, count integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select ''::text, to_char(t.month, 'YYYY-MM'), o.key, o.value::integer
  from rights_told_month t, jsonb_each_text(t.per_stek -> current_stek()::text) o where leads() $$;

revoke all on function told_once_more(jsonb, text, text), tell_rights(text, text, date, uuid), told_per_right(), told_here() from public;
grant execute on function tell_rights(text, text, date, uuid) to stek_door;
grant execute on function told_per_right(), told_here() to stek_app;

insert into column_register (table_name, column_name, holds, purpose) values
  ('rights_told_month', 'per_right', 'technical', 'numbers: how it went per right'),
  ('rights_told_month', 'per_stek', 'technical', 'numbers: how it went per stek, all rights together');
