-- Hosts: who is responsible for an open moment, and who helps. A host is somebody with a role in the stek; a visitor never is.
-- Whoever leaves is nowhere a host any more, by the guards below and not only by the code.

-- Who welcomes at every moment of a slot. One is responsible, others help.
create table slot_host (
  stek_id uuid not null,
  slot_id uuid not null,
  person_id uuid not null references person on delete cascade,
  part text not null check (part in ('responsible', 'helper')),
  since timestamptz not null,
  primary key (stek_id, slot_id, person_id),
  foreign key (stek_id, slot_id) references slot on delete cascade
);
-- Two who say "I do it" at once: one wins.
create unique index one_is_responsible on slot_host (stek_id, slot_id) where part = 'responsible';
create index slot_host_of_person on slot_host (person_id);

-- Who is responsible on one date instead of the standing host. Without a person: somebody was, and left.
create table moment_host (
  stek_id uuid not null,
  slot_id uuid not null,
  on_date date not null,
  person_id uuid references person on delete set null,
  since timestamptz not null,
  primary key (stek_id, slot_id, on_date),
  foreign key (stek_id, slot_id) references slot on delete cascade
);
create index moment_host_by_day on moment_host (stek_id, on_date);
create index moment_host_of_person on moment_host (person_id);

-- A question to take a moment over: to one colleague, or to everybody. Answered, withdrawn or over, it is gone.
create table host_request (
  stek_id uuid not null,
  request_id uuid not null,
  slot_id uuid not null,
  on_date date not null,
  asked_by uuid not null references person on delete cascade,
  asked_of uuid references person on delete cascade,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (stek_id, request_id),
  unique (stek_id, slot_id, on_date),
  foreign key (stek_id, slot_id) references slot on delete cascade
);
create index host_request_by on host_request (asked_by);
create index host_request_of on host_request (asked_of);

-- That somebody agreed that visitors may read the own first name. Taking it back removes the row.
create table name_consent (
  stek_id uuid not null references stek on delete cascade,
  person_id uuid not null references person on delete cascade,
  given_at timestamptz not null,
  primary key (stek_id, person_id)
);
create index name_consent_of_person on name_consent (person_id);

-- Whether somebody may welcome at a slot now. Where everybody knows everybody, who is responsible does it as a profession.
-- @source MEET-2, REFER-1
create function may_host(host uuid, slot uuid, part text) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (
    select from slot s join offer o using (stek_id, offer_id) join role r using (stek_id) join person p on p.person_id = r.person_id
    where s.stek_id = current_stek() and s.slot_id = slot and r.person_id = host and p.left_at is null
      and r.kind = any (case when o.professionals_only and part = 'responsible'
                          then array['community-worker', 'coordinator', 'partner-worker']
                          else array['community-worker', 'coordinator', 'partner-worker', 'volunteer'] end)) $$;

create function responsible_at(slot uuid, day date) returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select h.person_id from (
      select person_id from moment_host where stek_id = current_stek() and slot_id = slot and on_date = day
      union all
      select person_id from slot_host where stek_id = current_stek() and slot_id = slot and part = 'responsible'
        and not exists (select from moment_host where stek_id = current_stek() and slot_id = slot and on_date = day)) h
    where may_host(h.person_id, slot, 'responsible') $$;

-- A moment is taken when nobody is responsible, or when it was asked of who takes it.
create function may_take(slot uuid, day date) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select may_host(current_person(), slot, 'responsible') and (
      coalesce(responsible_at(slot, day) = current_person(), true)
      or exists (select from host_request where stek_id = current_stek() and slot_id = slot and on_date = day
                   and (asked_of is null or asked_of = current_person())
                   and (asked_by = responsible_at(slot, day)))) $$;

-- Whatever the code does: no volunteer is responsible where the offer asks a professional, and nobody without a role is a host.
create function host_may_host() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.person_id is not null and not exists (
    select from slot s join offer o using (stek_id, offer_id) join role r using (stek_id) join person p on p.person_id = r.person_id
    where s.stek_id = new.stek_id and s.slot_id = new.slot_id and r.person_id = new.person_id and p.left_at is null
      and r.kind = any (case when o.professionals_only and coalesce(to_jsonb(new) ->> 'part', 'responsible') = 'responsible'
                          then array['community-worker', 'coordinator', 'partner-worker']
                          else array['community-worker', 'coordinator', 'partner-worker', 'volunteer'] end)) then
    raise exception 'this person cannot be the host here' using errcode = 'check_violation', constraint = 'host_may_host';
  end if;
  return new;
end $$;
create trigger host_may_host before insert or update on slot_host for each row execute function host_may_host();
create trigger host_may_host before insert or update on moment_host for each row execute function host_may_host();

-- A question is answered once somebody is responsible on that date, or the standing host of the slot is another.
create function host_answered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'moment_host' then
    delete from host_request where stek_id = new.stek_id and slot_id = new.slot_id and on_date = new.on_date;
  elsif coalesce(new.part, old.part) = 'responsible' then
    delete from host_request where stek_id = coalesce(new.stek_id, old.stek_id) and slot_id = coalesce(new.slot_id, old.slot_id);
  end if;
  return null;
end $$;
create trigger host_answered after insert or update on moment_host for each row execute function host_answered();
create trigger host_answered after insert or update or delete on slot_host for each row execute function host_answered();

-- Whoever has no role left in a stek hosts nothing there, is asked nothing there, and the first name comes off the page.
create function host_left() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from role where stek_id = old.stek_id and person_id = old.person_id and kind <> 'funder') then return null; end if;
  delete from slot_host where stek_id = old.stek_id and person_id = old.person_id;
  update moment_host set person_id = null where stek_id = old.stek_id and person_id = old.person_id;
  delete from host_request where stek_id = old.stek_id and old.person_id in (asked_by, asked_of);
  delete from name_consent where stek_id = old.stek_id and person_id = old.person_id;
  return null;
end $$;
create trigger host_left after delete on role for each row execute function host_left();

-- The standing hosts of a slot go along when it is replaced by another slot of the same offer.
create function carry_hosts(from_slot uuid, to_slot uuid) returns void language sql volatile security definer set search_path = public, pg_temp
  as $$ insert into slot_host (stek_id, slot_id, person_id, part, since)
    select h.stek_id, to_slot, h.person_id, h.part, h.since
    from slot_host h join slot f on f.stek_id = h.stek_id and f.slot_id = h.slot_id
      join slot t on t.stek_id = h.stek_id and t.slot_id = to_slot and t.offer_id = f.offer_id
    where h.stek_id = current_stek() and h.slot_id = from_slot and may_change_slot(to_slot) and may_host(h.person_id, to_slot, h.part)
    on conflict do nothing $$;

-- What visitors may know: the first name of a host who agreed, and that somebody else is there on one date. Nothing that points at a person.
create function shown_hosts(first_day date, last_day date)
  returns table (slot_id uuid, on_date date, part text, first_name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.slot_id, h.on_date, h.part, split_part(btrim(p.name), ' ', 1)
    from (select s.slot_id, null::date as on_date, s.part, s.person_id from slot_host s where s.stek_id = current_stek()
          union all
          select m.slot_id, m.on_date, 'responsible', m.person_id from moment_host m
          where m.stek_id = current_stek() and m.on_date between first_day and last_day) h
      left join name_consent c on c.stek_id = current_stek() and c.person_id = h.person_id and may_host(h.person_id, h.slot_id, h.part)
      left join person p on p.person_id = c.person_id
    where p.person_id is not null or h.on_date is not null $$;

alter table slot_host enable row level security;
alter table moment_host enable row level security;
alter table host_request enable row level security;
alter table name_consent enable row level security;

grant select, insert, update, delete on slot_host, moment_host, host_request to stek_app;
grant select, insert, delete on name_consent to stek_app;
grant select, delete on host_request, moment_host to stek_keeper;

create function hosts_here() returns boolean language sql stable
  as $$ select has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer']) $$;

create policy hosts_read on slot_host for select to stek_app using (stek_id = current_stek() and hosts_here());
create policy own_or_leader_adds on slot_host for insert to stek_app
  with check (stek_id = current_stek() and (leads() or (person_id = current_person() and part = 'helper' and hosts_here())));
create policy leaders_change on slot_host for update to stek_app
  using (stek_id = current_stek() and leads()) with check (stek_id = current_stek());
create policy own_or_leader_removes on slot_host for delete to stek_app
  using (stek_id = current_stek() and (leads() or (person_id = current_person() and part = 'helper')));

create policy hosts_read on moment_host for select to stek_app using (stek_id = current_stek() and hosts_here());
create policy taken_or_put on moment_host for insert to stek_app
  with check (stek_id = current_stek() and (leads() or (person_id = current_person() and may_take(slot_id, on_date))));
create policy taken_or_put_again on moment_host for update to stek_app
  using (stek_id = current_stek() and (leads() or may_take(slot_id, on_date)))
  with check (stek_id = current_stek() and (leads() or person_id = current_person()));
create policy leaders_remove on moment_host for delete to stek_app using (stek_id = current_stek() and leads());

-- A question is seen by who asked it and by who is asked, and by who leads the stek.
create policy involved on host_request for select to stek_app
  using (stek_id = current_stek() and hosts_here() and (leads() or asked_by = current_person() or asked_of is null or asked_of = current_person()));
create policy own_question on host_request for insert to stek_app
  with check (stek_id = current_stek() and asked_by = current_person() and hosts_here()
              and coalesce(responsible_at(slot_id, on_date) = current_person(), true)
              and (asked_of is null or may_host(asked_of, slot_id, 'responsible')));
create policy involved_holds on host_request for update to stek_app
  using (stek_id = current_stek() and hosts_here() and (leads() or asked_by = current_person() or asked_of is null or asked_of = current_person()))
  with check (false);
create policy involved_ends on host_request for delete to stek_app
  using (stek_id = current_stek() and hosts_here() and (leads() or asked_by = current_person() or asked_of is null or asked_of = current_person()));

-- Only the person says yes, and only the person sees it; nobody who leads can give it instead.
create policy own_name on name_consent for select to stek_app using (stek_id = current_stek() and person_id = current_person());
create policy own_name_given on name_consent for insert to stek_app
  with check (stek_id = current_stek() and person_id = current_person() and hosts_here());
create policy own_name_taken_back on name_consent for delete to stek_app using (stek_id = current_stek() and person_id = current_person());

create policy the_keeper on host_request to stek_keeper using (true) with check (true);
create policy the_keeper on moment_host to stek_keeper using (true) with check (true);

-- The first page says who is there today.
create trigger stek_changed after insert or update or delete on slot_host for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on moment_host for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on name_consent for each row execute function stek_changed();
-- A role decides who may be host.
create trigger stek_changed after delete on role for each row execute function stek_changed();

insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('slot_host', 'person_id', 'person', 'who is responsible for a moment, or helps', 'with-person', null, null),
  ('slot_host', 'part', 'person', 'who is responsible for a moment, or helps', 'with-person', null, null),
  ('moment_host', 'person_id', 'person', 'who is responsible on this one date', 'row', '30 days', 'on_date'),
  ('host_request', 'asked_by', 'person', 'who asks to be replaced', 'row', '0 days', 'expires_at'),
  ('host_request', 'asked_of', 'person', 'who is asked to replace', 'with-row', null, null),
  ('name_consent', 'person_id', 'person', 'who agreed that visitors read the first name', 'with-person', null, null);
