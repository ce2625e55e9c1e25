-- Three unprivileged roles, none of which owns a table or can pass row security:
--   stek_app     works inside one stek at a time (setting stek.stek_id), as one person or as a visitor (stek.person_id);
--   stek_door    signs people in: accounts, sessions, links, attempts. No programme;
--   stek_keeper  does what must happen by itself: jobs, mail, erasing, extending room claims.
-- The connection's own user only migrates, backs up and restores.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['stek_app', 'stek_door', 'stek_keeper'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
    end if;
    -- So that a user of one's own who is no superuser can step down into the role. Since version 16 being a member
    -- is not enough: whoever made the role is one, but may only set it after this grant.
    if not pg_has_role(current_user, wanted, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end $$;

revoke all on all tables in schema public from public;
grant usage on schema public to stek_app, stek_door, stek_keeper;

create function current_stek() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('stek.stek_id', true), '')::uuid $$;
create function current_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('stek.person_id', true), '')::uuid $$;

-- Who may write what. A person may have several roles in a stek.
create function has_role(kinds text[]) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from role r join person p using (person_id)
                       where r.stek_id = current_stek() and r.person_id = current_person() and r.kind = any (kinds) and p.left_at is null) $$;
create function works_for(partner uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from role r join person p using (person_id)
                       where r.stek_id = current_stek() and r.person_id = current_person()
                         and r.kind = 'partner-worker' and r.partner_id = partner and p.left_at is null) $$;
create function leads() returns boolean language sql stable
  as $$ select has_role(array['community-worker', 'coordinator']) $$;
create function may_change_offer(offer uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select leads() or works_for((select o.partner_id from offer o where o.stek_id = current_stek() and o.offer_id = offer)) $$;
create function may_change_slot(slot uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select may_change_offer((select s.offer_id from slot s where s.stek_id = current_stek() and s.slot_id = slot)) $$;

do $$
declare
  tab text;
begin
  foreach tab in array array['network', 'stek', 'stek_version', 'site', 'room', 'partner', 'context_figure', 'key_moment', 'person', 'role',
    'offer', 'slot', 'exception', 'closure', 'room_claim', 'change', 'printing',
    'sign_in_link', 'session', 'passkey', 'passkey_challenge', 'attempt', 'job', 'mail', 'installation'] loop
    execute format('alter table %I enable row level security', tab);
  end loop;
end $$;

-- Which networks and steks exist is public: it is the first page.
grant select on network, stek, stek_version to stek_app, stek_door, stek_keeper;
create policy everybody_reads on network for select using (true);
create policy everybody_reads on stek for select using (true);
create policy everybody_reads on stek_version for select using (true);
grant update (name, welcome, phone, price_limit_in_cents, translations) on stek to stek_app;
create policy leaders_change on stek for update to stek_app using (stek_id = current_stek() and leads());

-- What hangs on the noticeboard is read by everybody who stands in front of it, and written by who leads the stek.
do $$
declare
  tab text;
begin
  foreach tab in array array['site', 'room', 'partner', 'context_figure', 'key_moment', 'closure', 'printing'] loop
    execute format('grant select, insert, update, delete on %I to stek_app', tab);
    execute format('create policy read_in_stek on %I for select to stek_app using (stek_id = current_stek())', tab);
    execute format('create policy leaders_add on %I for insert to stek_app with check (stek_id = current_stek() and leads())', tab);
    execute format('create policy leaders_change on %I for update to stek_app using (stek_id = current_stek() and leads()) with check (stek_id = current_stek())', tab);
    execute format('create policy leaders_remove on %I for delete to stek_app using (stek_id = current_stek() and leads())', tab);
  end loop;
end $$;

-- An offer is also written by the workers of the partner that makes it.
grant select, insert, update, delete on offer, slot, exception, room_claim to stek_app;
create policy read_in_stek on offer for select to stek_app using (stek_id = current_stek());
create policy own_offer_add on offer for insert to stek_app with check (stek_id = current_stek() and (leads() or works_for(partner_id)));
create policy own_offer_change on offer for update to stek_app
  using (stek_id = current_stek() and (leads() or works_for(partner_id)))
  with check (stek_id = current_stek() and (leads() or works_for(partner_id)));
create policy own_offer_remove on offer for delete to stek_app using (stek_id = current_stek() and (leads() or works_for(partner_id)));

create policy read_in_stek on slot for select to stek_app using (stek_id = current_stek());
create policy own_slot_add on slot for insert to stek_app with check (stek_id = current_stek() and may_change_offer(offer_id));
create policy own_slot_change on slot for update to stek_app
  using (stek_id = current_stek() and may_change_offer(offer_id)) with check (stek_id = current_stek() and may_change_offer(offer_id));
create policy own_slot_remove on slot for delete to stek_app using (stek_id = current_stek() and may_change_offer(offer_id));

create policy read_in_stek on exception for select to stek_app using (stek_id = current_stek());
create policy own_exception_add on exception for insert to stek_app with check (stek_id = current_stek() and may_change_slot(slot_id));
create policy own_exception_change on exception for update to stek_app
  using (stek_id = current_stek() and may_change_slot(slot_id)) with check (stek_id = current_stek() and may_change_slot(slot_id));
create policy own_exception_remove on exception for delete to stek_app using (stek_id = current_stek() and may_change_slot(slot_id));

create policy read_in_stek on room_claim for select to stek_app using (stek_id = current_stek());
create policy own_claim_add on room_claim for insert to stek_app with check (stek_id = current_stek() and may_change_slot(slot_id));
create policy own_claim_remove on room_claim for delete to stek_app using (stek_id = current_stek() and may_change_slot(slot_id));

-- Whoever works in the stek sees what changed; everybody writes only under his own name.
grant select, insert, update on change to stek_app;
create policy workers_read on change for select to stek_app
  using (stek_id = current_stek() and has_role(array['community-worker', 'coordinator', 'partner-worker']));
create policy own_change_add on change for insert to stek_app
  with check (stek_id = current_stek() and person_id = current_person() and has_role(array['community-worker', 'coordinator', 'partner-worker']));
create policy undo on change for update to stek_app
  using (stek_id = current_stek() and (leads() or person_id = current_person())) with check (stek_id = current_stek());

-- People: who works in a stek is seen by who works there; only coordinators and community workers give roles.
grant select on person to stek_app;
create policy colleagues on person for select to stek_app
  using (current_person() is not null
         and (person_id = current_person()
              or (has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer'])
                  and exists (select from role r where r.stek_id = current_stek() and r.person_id = person.person_id))));
grant select, insert, delete on role to stek_app;
create policy colleagues on role for select to stek_app
  using (stek_id = current_stek() and (person_id = current_person() or has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer'])));
create policy leaders_give on role for insert to stek_app with check (stek_id = current_stek() and leads());
create policy leaders_take on role for delete to stek_app using (stek_id = current_stek() and leads());

-- The door: accounts and what opens it.
grant select, insert, update, delete on person, role, sign_in_link, session, passkey, passkey_challenge, attempt to stek_door;
grant select, insert on job to stek_door;
grant select on installation to stek_door;
grant insert on network, stek, site, room, partner to stek_door;
do $$
declare
  tab text;
begin
  foreach tab in array array['person', 'role', 'sign_in_link', 'session', 'passkey', 'passkey_challenge', 'attempt', 'job', 'installation'] loop
    execute format('create policy the_door on %I to stek_door using (true) with check (true)', tab);
  end loop;
  -- Setting up the first stek of an empty house.
  foreach tab in array array['network', 'stek', 'site', 'room', 'partner'] loop
    execute format('create policy first_set_up on %I for insert to stek_door with check (true)', tab);
  end loop;
end $$;

-- The keeper: jobs, mail, erasing and room claims of every stek.
grant select, insert, update, delete on job, mail, sign_in_link, session, passkey, passkey_challenge, attempt, change, person, role, room_claim to stek_keeper;
grant select on slot, offer, exception, closure, site, room, printing, partner, installation to stek_keeper;
grant update on exception, closure, offer, printing to stek_keeper;
do $$
declare
  tab text;
begin
  foreach tab in array array['job', 'mail', 'sign_in_link', 'session', 'passkey', 'passkey_challenge', 'attempt', 'change', 'person', 'role', 'room_claim',
    'slot', 'offer', 'exception', 'closure', 'site', 'room', 'printing', 'partner', 'installation'] loop
    execute format('create policy the_keeper on %I to stek_keeper using (true) with check (true)', tab);
  end loop;
end $$;
