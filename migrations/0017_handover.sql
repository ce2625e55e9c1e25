-- The warm handover (REFER-4, REFER-5): a service, a moment, who walks along and two codes. Nothing about the person, no free text.
-- It ends by itself within thirty days; then only a row of the tally stays, which nothing leads back from.
-- One message may go along, only with a consent that only the person can give: it takes the person's own code, whatever the role.

create table handover (
  stek_id uuid not null references stek on delete cascade,
  handover_id uuid not null,
  -- Null once the service was taken out of the guide: the slip goes on, and the page says to ask at the stek.
  service_id uuid,
  location_id uuid,
  theme text not null check (theme in ('citizen-government', 'culture-sport-leisure', 'economy-work', 'environment-energy', 'mobility',
    'education', 'welfare-health', 'building-housing')),
  -- Without a day: call first.
  on_date date,
  at_time time,
  -- A role, never a name.
  companion text not null check (companion in ('nobody', 'stek', 'volunteer', 'friend')),
  language text not null check (language in ('nl', 'en', 'fr', 'ar', 'uk')),
  -- The person wants the service itself on the slip; otherwise it says place and time only.
  shows_service boolean not null default false,
  own_code_hash bytea not null check (length(own_code_hash) = 32),
  service_code_hash bytea not null check (length(service_code_hash) = 32),
  created_at timestamptz not null,
  ends_at timestamptz not null,
  outcome text check (outcome in ('arrived', 'not-yet', 'passed-on', 'no-help')),
  barrier text check (barrier in ('waiting-list', 'not-competent', 'papers-missing', 'language', 'too-expensive', 'transport', 'closed',
    'no-place', 'conditions', 'digital', 'no-answer')),
  passed_to_id uuid,
  answered_at timestamptz,
  -- When somebody at the desk kept what bounced, to become a signal.
  kept_at timestamptz,
  -- Set by the person who takes the handover back, just before it is gone: then not even the tally keeps it.
  withdrawn_at timestamptz,
  primary key (stek_id, handover_id),
  foreign key (stek_id, service_id) references service on delete set null (service_id),
  foreign key (stek_id, location_id) references service_location on delete set null (location_id),
  foreign key (stek_id, passed_to_id) references service on delete set null (passed_to_id),
  constraint handover_ends_within_thirty_days check (ends_at > created_at and ends_at <= created_at + interval '720 hours'),
  constraint two_codes_differ check (own_code_hash <> service_code_hash),
  constraint a_time_has_its_day check (at_time is null or on_date is not null),
  constraint an_answer_is_whole check ((outcome is null) = (answered_at is null)),
  constraint a_barrier_belongs_to_no_help check (coalesce(outcome = 'no-help', false) = (barrier is not null)),
  constraint passed_on_to_somebody check (passed_to_id is null or outcome = 'passed-on')
);
create unique index handover_by_own_code on handover (own_code_hash);
create unique index handover_by_service_code on handover (service_code_hash);
create index handover_by_end on handover (ends_at);
create index handover_of_service on handover (stek_id, service_id);

-- One sharing: who asked, for what, to whom, until when, given by the person, spoken or written. Never changed, only taken away.
create table sharing_consent (
  stek_id uuid not null,
  handover_id uuid not null,
  consent_id uuid not null,
  what text not null check (what in ('message')),
  service_id uuid not null,
  asked_by uuid references person on delete set null,
  asked_as text not null check (asked_as in ('community-worker', 'coordinator', 'partner-worker')),
  given_as text not null check (given_as in ('spoken', 'written')),
  sentences smallint not null check (sentences between 1 and 8),
  given_at timestamptz not null,
  until_at timestamptz not null check (until_at > given_at),
  primary key (stek_id, handover_id, consent_id),
  foreign key (stek_id, handover_id) references handover on delete cascade,
  foreign key (stek_id, service_id) references service on delete cascade
);
create index sharing_consent_of_service on sharing_consent (stek_id, service_id);

create table handover_message (
  stek_id uuid not null,
  handover_id uuid not null,
  consent_id uuid not null,
  -- What the key is called in the store outside the database; both go when the message was read once.
  key_id uuid,
  sealed bytea check (length(sealed) between 29 and 4000),
  readable text not null check (readable in ('once', 'until')),
  until_at timestamptz not null,
  read_at timestamptz,
  primary key (stek_id, handover_id),
  foreign key (stek_id, handover_id) references handover on delete cascade,
  constraint no_sharing_without_consent foreign key (stek_id, handover_id, consent_id) references sharing_consent on delete cascade,
  constraint key_and_message_go_together check ((key_id is null) = (sealed is null) and (sealed is not null or read_at is not null))
);
create index handover_message_of_consent on handover_message (stek_id, handover_id, consent_id);

-- What stays: made with an id that tells no time, of the month only.
create table handover_outcome (
  stek_id uuid not null references stek on delete cascade,
  outcome_id uuid not null default gen_random_uuid(),
  month date not null check (extract(day from month) = 1),
  theme text not null check (theme in ('citizen-government', 'culture-sport-leisure', 'economy-work', 'environment-energy', 'mobility',
    'education', 'welfare-health', 'building-housing')),
  service_id uuid,
  outcome text not null check (outcome in ('arrived', 'not-yet', 'passed-on', 'no-help', 'unknown')),
  barrier text check (barrier in ('waiting-list', 'not-competent', 'papers-missing', 'language', 'too-expensive', 'transport', 'closed',
    'no-place', 'conditions', 'digital', 'no-answer')),
  primary key (stek_id, outcome_id),
  foreign key (stek_id, service_id) references service on delete set null (service_id),
  constraint a_barrier_belongs_to_no_help check ((outcome = 'no-help') = (barrier is not null))
);
create index handover_outcome_by_month on handover_outcome (stek_id, month);

-- What bounced and may become a signal: theme, barrier and service, never more.
create table handover_bounce (
  stek_id uuid not null references stek on delete cascade,
  bounce_id uuid not null default gen_random_uuid(),
  month date not null check (extract(day from month) = 1),
  theme text not null check (theme in ('citizen-government', 'culture-sport-leisure', 'economy-work', 'environment-energy', 'mobility',
    'education', 'welfare-health', 'building-housing')),
  barrier text not null check (barrier in ('waiting-list', 'not-competent', 'papers-missing', 'language', 'too-expensive', 'transport', 'closed',
    'no-place', 'conditions', 'digital', 'no-answer')),
  service_id uuid,
  primary key (stek_id, bounce_id),
  foreign key (stek_id, service_id) references service on delete set null (service_id)
);

-- Whom one can ask for at a service: a worker there, with that worker's own yes. For those who work in the stek only.
create table service_contact (
  stek_id uuid not null,
  contact_id uuid not null,
  service_id uuid not null,
  first_name text not null check (length(first_name) between 1 and 40),
  how text not null check (length(how) between 1 and 120),
  -- When this worker said yes to standing here, and when somebody asked again.
  agreed_on date not null,
  confirmed_on date not null check (confirmed_on >= agreed_on),
  primary key (stek_id, contact_id),
  foreign key (stek_id, service_id) references service on delete cascade
);
create index service_contact_of_service on service_contact (stek_id, service_id);

-- The code a request brought along opens one handover, on the side of the person or on that of the service.
create function handover_by_code() returns table (stek_id uuid, handover_id uuid, side text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select h.stek_id, h.handover_id, case when h.own_code_hash = current_code() then 'own' else 'service' end
  from handover h where h.own_code_hash = current_code() or h.service_code_hash = current_code() $$;
create function brings_own_code(id uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from handover_by_code() b where b.stek_id = current_stek() and b.handover_id = id and b.side = 'own') $$;
create function hands_over() returns boolean language sql stable
  as $$ select has_role(array['community-worker', 'coordinator', 'partner-worker', 'volunteer']) $$;
create function asks_consent() returns boolean language sql stable
  as $$ select has_role(array['community-worker', 'coordinator', 'partner-worker']) $$;

-- A consent and its message are about the service of the handover and end with it. Whoever saves, whatever the role.
create function consent_is_for_this_handover() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from handover h where h.stek_id = new.stek_id and h.handover_id = new.handover_id
      and h.service_id = new.service_id and new.until_at <= h.ends_at) then
    raise exception 'a consent is for the service of its handover' using errcode = 'check_violation', constraint = 'consent_is_for_this_handover';
  end if;
  return new;
end $$;
create trigger consent_is_for_this_handover before insert on sharing_consent for each row execute function consent_is_for_this_handover();
create function consent_never_changes() returns trigger language plpgsql as $$
begin
  -- Erasing the person who asked may empty that one column; nothing else changes, whoever asks.
  if to_jsonb(new) - 'asked_by' <> to_jsonb(old) - 'asked_by' or new.asked_by is not null then
    raise exception 'a consent is never changed' using errcode = 'check_violation', constraint = 'consent_never_changes';
  end if;
  return new;
end $$;
create trigger consent_never_changes before update on sharing_consent for each row execute function consent_never_changes();
create function message_keeps_to_its_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (tg_op = 'UPDATE' and ((new.sealed is not null and new.sealed <> old.sealed)
      or (new.handover_id, new.consent_id, new.readable, new.until_at) is distinct from (old.handover_id, old.consent_id, old.readable, old.until_at)))
    or not exists (select from sharing_consent c where c.stek_id = new.stek_id and c.handover_id = new.handover_id
      and c.consent_id = new.consent_id and c.what = 'message' and new.until_at <= c.until_at) then
    raise exception 'no sharing without consent' using errcode = 'check_violation', constraint = 'no_sharing_without_consent';
  end if;
  return new;
end $$;
create trigger message_keeps_to_its_consent before insert or update on handover_message for each row execute function message_keeps_to_its_consent();

-- The message for who brings the code of the service, while it may be read; `for_good` then takes it away when it is readable once.
create function open_handover_message(at timestamptz) returns table (handover_id uuid, key_id uuid, sealed bytea, readable text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.handover_id, m.key_id, m.sealed, m.readable
  from handover_by_code() b
    join handover h on h.stek_id = b.stek_id and h.handover_id = b.handover_id
    join handover_message m on m.stek_id = b.stek_id and m.handover_id = b.handover_id
    join sharing_consent c on c.stek_id = m.stek_id and c.handover_id = m.handover_id and c.consent_id = m.consent_id and c.service_id = h.service_id
    join service s on s.stek_id = h.stek_id and s.service_id = h.service_id
  where b.stek_id = current_stek() and b.side = 'service' and m.sealed is not null and m.until_at > at and h.ends_at > at
    and (s.ended_on is null or s.ended_on > at::date) $$;
create function take_handover_message(at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  opened record;
begin
  select * into opened from open_handover_message(at);
  if not found then return false; end if;
  update handover_message m set read_at = coalesce(m.read_at, at),
      key_id = case when opened.readable = 'once' then null else m.key_id end,
      sealed = case when opened.readable = 'once' then null else m.sealed end
    where m.stek_id = current_stek() and m.handover_id = opened.handover_id and m.sealed is not null;
  return found;
end $$;

-- The person takes back the message, or all of it; the desk may do the same for somebody who lost the code: it only takes away.
create function withdraw_handover_message(id uuid) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  key uuid;
begin
  if not (brings_own_code(id) or hands_over()) then return null; end if;
  select m.key_id into key from handover_message m where m.stek_id = current_stek() and m.handover_id = id;
  delete from sharing_consent c where c.stek_id = current_stek() and c.handover_id = id;
  return key;
end $$;
create function withdraw_handover(id uuid, at timestamptz) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  key uuid := withdraw_handover_message(id);
begin
  if not (brings_own_code(id) or hands_over()) then return null; end if;
  update handover h set withdrawn_at = at where h.stek_id = current_stek() and h.handover_id = id;
  delete from handover h where h.stek_id = current_stek() and h.handover_id = id;
  return key;
end $$;

-- The service answers; a last answer can be put right for a day, and the handover then ends within a week.
create function answer_handover(said text, because text, to_service uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update handover h set outcome = said, barrier = because, passed_to_id = to_service,
      answered_at = case when h.outcome is not null and h.outcome <> 'not-yet' then h.answered_at else at end,
      ends_at = case when said = 'not-yet' then h.ends_at else least(h.ends_at, greatest(at + interval '168 hours', h.created_at + interval '1 hour')) end
    from handover_by_code() b
    where h.stek_id = b.stek_id and h.handover_id = b.handover_id and b.stek_id = current_stek() and b.side = 'service'
      and h.ends_at > at and h.kept_at is null
      and (h.outcome is null or h.outcome = 'not-yet' or h.answered_at + interval '24 hours' > at);
  return found;
end $$;

-- What bounced is kept once, as theme, barrier and service.
create function keep_bounce(id uuid, at timestamptz) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not hands_over() then return false; end if;
  update handover h set kept_at = at
    where h.stek_id = current_stek() and h.handover_id = id and h.outcome = 'no-help' and h.kept_at is null;
  if not found then return false; end if;
  insert into handover_bounce (stek_id, month, theme, barrier, service_id)
    select h.stek_id, date_trunc('month', h.created_at at time zone 'UTC')::date, h.theme, h.barrier, h.service_id
    from handover h where h.stek_id = current_stek() and h.handover_id = id;
  return true;
end $$;

-- However a handover ends, its row of the tally is written in the same transaction; nothing in it leads back.
create function handover_becomes_a_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.withdrawn_at is null and exists (select from stek s where s.stek_id = old.stek_id) then
    insert into handover_outcome (stek_id, month, theme, service_id, outcome, barrier)
      values (old.stek_id, date_trunc('month', old.created_at at time zone 'UTC')::date, old.theme,
        (select s.service_id from service s where s.stek_id = old.stek_id and s.service_id = old.service_id),
        coalesce(old.outcome, 'unknown'), old.barrier);
  end if;
  return null;
end $$;
create trigger handover_becomes_a_tally after delete on handover for each row execute function handover_becomes_a_tally();

-- For the mirror (REFER-1): how many minutes a week each partner is present, by the weekly slots that run on a day.
create function presence_minutes(day date) returns table (stek_id uuid, partner_id uuid, minutes_a_week numeric)
  language sql stable as $$
  select o.stek_id, o.partner_id, round(sum(extract(epoch from s.end_time - s.start_time) / 60 / s.every_weeks), 1)
  from offer o join slot s on s.stek_id = o.stek_id and s.offer_id = o.offer_id
  where s.pattern = 'weekly' and s.starts_on <= day and coalesce(least(s.ends_on, o.ended_on), day) >= day
  group by o.stek_id, o.partner_id $$;

do $$
declare
  tab text;
begin
  foreach tab in array array['handover', 'sharing_consent', 'handover_message', 'handover_outcome', 'handover_bounce', 'service_contact'] loop
    execute format('alter table %I enable row level security', tab);
  end loop;
end $$;

-- The hashes of the codes are written and never read; who brings a code sees that one row.
grant select (stek_id, handover_id, service_id, location_id, theme, on_date, at_time, companion, language, shows_service, created_at, ends_at,
  outcome, barrier, passed_to_id, answered_at, kept_at) on handover to stek_app;
grant insert (stek_id, handover_id, service_id, location_id, theme, on_date, at_time, companion, language, shows_service, own_code_hash,
  service_code_hash, created_at, ends_at) on handover to stek_app;
create policy workers_read on handover for select to stek_app using (stek_id = (select current_stek()) and (select hands_over()));
create policy by_code on handover for select to stek_app using (stek_id = (select current_stek()) and handover_id in (select b.handover_id from handover_by_code() b where b.stek_id = current_stek()));
create policy workers_add on handover for insert to stek_app with check (stek_id = (select current_stek()) and (select hands_over()));

-- A consent is written with the person's own code in hand, or not at all.
grant select, insert on sharing_consent to stek_app;
create policy own_read on sharing_consent for select to stek_app using (stek_id = (select current_stek()) and brings_own_code(handover_id));
create policy with_own_code on sharing_consent for insert to stek_app
  with check (stek_id = (select current_stek()) and (select asks_consent()) and brings_own_code(handover_id)
    and asked_by = (select current_person()) and has_role(array[asked_as]));
-- Of a message the desk sees that it is there and whether it was read; what it says goes out by one function, for the code of the service.
grant select (stek_id, handover_id, consent_id, readable, until_at, read_at) on handover_message to stek_app;
grant insert (stek_id, handover_id, consent_id, key_id, sealed, readable, until_at) on handover_message to stek_app;
create policy workers_read on handover_message for select to stek_app using (stek_id = (select current_stek()) and (select hands_over()));
create policy by_code on handover_message for select to stek_app using (stek_id = (select current_stek()) and handover_id in (select b.handover_id from handover_by_code() b where b.stek_id = current_stek()));
create policy with_own_code on handover_message for insert to stek_app
  with check (stek_id = (select current_stek()) and (select asks_consent()) and brings_own_code(handover_id));

grant select on handover_outcome, handover_bounce to stek_app;
create policy workers_read on handover_outcome for select to stek_app using (stek_id = (select current_stek()) and (select asks_consent()));
create policy workers_read on handover_bounce for select to stek_app using (stek_id = (select current_stek()) and (select asks_consent()));
grant select, insert, delete on service_contact to stek_app;
grant update (confirmed_on) on service_contact to stek_app;
create policy workers_read on service_contact for select to stek_app using (stek_id = (select current_stek()) and (select asks_consent()));
create policy workers_add on service_contact for insert to stek_app with check (stek_id = (select current_stek()) and (select asks_consent()));
create policy workers_confirm on service_contact for update to stek_app
  using (stek_id = (select current_stek()) and (select asks_consent())) with check (stek_id = (select current_stek()));
create policy workers_remove on service_contact for delete to stek_app using (stek_id = (select current_stek()) and (select asks_consent()));

grant select (ctid, stek_id, handover_id, ends_at), delete on handover to stek_keeper;
grant select (ctid, stek_id, handover_id, consent_id, service_id, until_at), delete on sharing_consent to stek_keeper;
grant select (ctid, stek_id, handover_id, key_id, until_at), delete on handover_message to stek_keeper;
grant select (ctid, stek_id, bounce_id, month), delete on handover_bounce to stek_keeper;
grant select (ctid, stek_id, contact_id, confirmed_on), delete on service_contact to stek_keeper;
do $$
declare
  tab text;
begin
  foreach tab in array array['handover', 'sharing_consent', 'handover_message', 'handover_bounce', 'service_contact'] loop
    execute format('create policy the_keeper on %I to stek_keeper using (true)', tab);
  end loop;
end $$;

insert into column_register (table_name, column_name, holds, purpose) values
  ('handover_outcome', 'theme', 'technical', 'what handovers of a month were about'),
  ('handover_outcome', 'outcome', 'technical', 'how handovers of a month ended'),
  ('handover_outcome', 'barrier', 'technical', 'what stood in the way in a month');
insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('handover', 'own_code_hash', 'person', 'the code with which somebody follows and withdraws', 'row', interval '0', 'ends_at'),
  ('handover', 'service_code_hash', 'person', 'the code with which the service answers', 'with-row', null, null),
  ('handover', 'theme', 'person', 'what the handover is about, one of eight', 'with-row', null, null),
  ('handover', 'companion', 'person', 'which role walks along', 'with-row', null, null),
  ('handover', 'language', 'person', 'the language of the slip', 'with-row', null, null),
  ('handover', 'outcome', 'person', 'what the service answered, one of four', 'with-row', null, null),
  ('handover', 'barrier', 'person', 'what stood in the way, one of eleven', 'with-row', null, null),
  ('sharing_consent', 'asked_by', 'person', 'who asked for the consent', 'row', interval '0', 'until_at'),
  ('sharing_consent', 'asked_as', 'person', 'in which role it was asked', 'with-row', null, null),
  ('sharing_consent', 'what', 'person', 'what the consent is for', 'with-row', null, null),
  ('sharing_consent', 'given_as', 'person', 'whether it was spoken or written', 'with-row', null, null),
  ('handover_message', 'sealed', 'person', 'the one message, which the database cannot read', 'row', interval '0', 'until_at'),
  ('handover_message', 'readable', 'person', 'how often the message may be read', 'with-row', null, null),
  ('handover_bounce', 'theme', 'technical', 'what bounced, to become a signal', 'row', interval '120 days', 'month'),
  ('handover_bounce', 'barrier', 'technical', 'what stood in the way', 'with-row', null, null),
  ('service_contact', 'first_name', 'person', 'whom one can ask for at a service, with a yes of that worker', 'row', interval '183 days', 'confirmed_on'),
  ('service_contact', 'how', 'free-text', 'how that worker can be reached', 'with-row', null, null);
