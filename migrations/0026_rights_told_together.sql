-- How it went after the rights check, per right in the whole house and nothing else. Which stek somebody came to is not asked any more: its numbers
-- beside those of the rights gave hidden ones away, and both rows of one telling bore the same mark of their transaction (xmin).

create table rights_told_month (
  month date primary key check (extract(day from month) = 1),
  -- {"leefloon": {"asked": 3}}: jsonb sorts its keys, so it does not tell what came last.
  per_right jsonb not null default '{}' check (jsonb_typeof(per_right) = 'object' and length(per_right::text) < 100000)
)
-- What the row said before is cleared away soon, so that two versions of it cannot be subtracted.
with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);

insert into rights_told_month (month, per_right)
select month, jsonb_object_agg(right_id, counts)
from (select month, right_id, jsonb_object_agg(outcome, count) as counts from rights_told group by month, right_id) r group by month;

drop function tell_rights(text, text, date, uuid);
drop table rights_told;
drop table rights_told_at;
delete from column_register where table_name in ('rights_told', 'rights_told_at');

-- Nobody reads or writes the row itself; these functions are all there is.
alter table rights_told_month enable row level security;

create function told_once_more(counts jsonb, what text, outcome text) returns jsonb language sql immutable
  as $$ select counts || jsonb_build_object(what, coalesce(counts -> what, '{}') ||
    jsonb_build_object(outcome, least(coalesce((counts -> what ->> outcome)::integer, 0) + 1, 100000))) $$;

create function tell_rights(of_right text, what text, in_month date)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_right !~ '^[a-z0-9-]{2,60}$' or what not in ('had', 'asked', 'failed', 'nothing') then
    raise check_violation using message = 'no such right or outcome';
  end if;
  insert into rights_told_month as t (month, per_right) values (in_month, told_once_more('{}', of_right, what))
    on conflict (month) do update set per_right = told_once_more(t.per_right, of_right, what);
end $$;

-- For who leads a stek: per right in the whole house.
create function told_per_right() returns table (what text, month text, outcome text, count integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.key, to_char(t.month, 'YYYY-MM'), o.key, o.value::integer
  from rights_told_month t, jsonb_each(t.per_right) r, jsonb_each_text(r.value) o where leads() $$;

revoke all on function told_once_more(jsonb, text, text), tell_rights(text, text, date), told_per_right() from public;
grant execute on function tell_rights(text, text, date) to stek_door;
grant execute on function told_per_right() to stek_app;

insert into column_register (table_name, column_name, holds, purpose) values
  ('rights_told_month', 'per_right', 'technical', 'numbers: how it went per right');
