-- Which row of its file a row of a list stood on, as a spreadsheet counts them (of JSON: which object of the list); so that a refusal says where to look.
alter table guide_import_row add column line integer not null default 0;

-- When a service, or anything that hangs on it, was last changed: programs that read the guide ask only for what changed since (HSDS `modified_after`).
create table service_change (
  stek_id uuid not null,
  service_id uuid not null,
  changed_at timestamptz(3) not null,
  primary key (stek_id, service_id),
  foreign key (stek_id, service_id) references service on delete cascade
);
create index service_change_by_time on service_change (stek_id, changed_at);
alter table service_change enable row level security;
grant select on service_change to stek_app;
create policy read_in_stek on service_change for select to stek_app using (stek_id = (select current_stek()));

-- One transaction changes a service once, however many statements it takes; a service that is just being removed is not there any more.
create function guide_touched(of_stek uuid, services uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into service_change (stek_id, service_id, changed_at)
    select s.stek_id, s.service_id, now() from service s where s.stek_id = of_stek and s.service_id = any (services) order by s.service_id
    on conflict (stek_id, service_id) do update set changed_at = excluded.changed_at where service_change.changed_at < excluded.changed_at
$$;
revoke all on function guide_touched(uuid, uuid[]) from public;
create function service_touched() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in select stek_id, array_agg(distinct service_id) as services from touched group by stek_id loop
    perform guide_touched(one.stek_id, one.services);
  end loop;
  return null;
end $$;
create function service_touched_by_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in select a.stek_id, array_agg(distinct a.service_id) as services from touched join service_at_location a using (stek_id, location_id) group by a.stek_id loop
    perform guide_touched(one.stek_id, one.services);
  end loop;
  return null;
end $$;
create function service_touched_by_organisation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in select s.stek_id, array_agg(s.service_id) as services from touched join service s using (stek_id, organisation_id) group by s.stek_id loop
    perform guide_touched(one.stek_id, one.services);
  end loop;
  return null;
end $$;
do $$
declare
  tab text;
begin
  foreach tab in array array['service', 'service_at_location', 'service_hours', 'service_notice'] loop
    execute format('create trigger touched_by_adding after insert on %I referencing new table as touched for each statement execute function service_touched()', tab);
    execute format('create trigger touched_by_changing after update on %I referencing new table as touched for each statement execute function service_touched()', tab);
  end loop;
  foreach tab in array array['service_at_location', 'service_hours', 'service_notice'] loop
    execute format('create trigger touched_by_removing after delete on %I referencing old table as touched for each statement execute function service_touched()', tab);
  end loop;
end $$;
revoke all on function service_touched(), service_touched_by_place(), service_touched_by_organisation() from public;
create trigger touched after update on service_location referencing new table as touched for each statement execute function service_touched_by_place();
create trigger touched after update on organisation referencing new table as touched for each statement execute function service_touched_by_organisation();
insert into service_change (stek_id, service_id, changed_at) select stek_id, service_id, now() from service;

-- The id that a service at a place has for other programs: made from both, as `idOfPart` makes it, so that one can be asked for by it.
create function guide_part_id(parts text) returns uuid language plpgsql immutable parallel safe as $$
declare
  bytes bytea := substr(sha256(convert_to(parts, 'UTF8')), 1, 16);
begin
  bytes := set_byte(bytes, 6, 128 | (get_byte(bytes, 6) & 15));
  return encode(set_byte(bytes, 8, 128 | (get_byte(bytes, 8) & 63)), 'hex')::uuid;
end $$;
alter table service_at_location add column part_id uuid not null generated always as (guide_part_id(service_id::text || E'\nat\n' || location_id::text)) stored;
create unique index service_at_location_by_part on service_at_location (stek_id, part_id);
