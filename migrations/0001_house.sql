-- The house: who we are (place), what happens when (programme), who may sign in (people), and what keeps itself clean.
-- Every table of a stek begins its keys with stek_id: the row-level-security key today, the distribution key tomorrow.
-- Row security stands in 0002, the register of columns in 0003.

create extension if not exists btree_gist;

-- ── Installation ────────────────────────────────────────────────────────────────────────────────────────────────

create table installation (
  installation_id smallint primary key default 1 check (installation_id = 1),
  secret bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
  demo_world_loaded_at timestamptz,
  -- Begun without the demo world: it never comes in later.
  began_empty_at timestamptz,
  created_at timestamptz not null default now()
);
insert into installation default values;

-- ── Place: network, stek, site, room, partner, people in roles ──────────────────────────────────────────────────

create table network (
  network_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 120),
  created_at timestamptz not null default now()
);

create table stek (
  stek_id uuid primary key,
  network_id uuid not null references network,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 80),
  municipality text not null check (length(municipality) between 1 and 80),
  nis_code text check (nis_code ~ '^[0-9]{5}$'),
  welcome text not null default '' check (length(welcome) <= 240),
  phone text check (length(phone) <= 30),
  price_limit_in_cents integer not null default 300 check (price_limit_in_cents between 0 and 10000),
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  created_at timestamptz not null default now(),
  -- Addresses of the product itself can never be the name of a stek, nor can a language code (two letters).
  check (slug not in ('werk', 'api', 'rechten', 'code', 'privacy', 'toegankelijkheid', 'healthz', 'readyz', 'weg', 'assets', 'start')
         and length(slug) > 2)
);

-- One number per stek that grows with every change visitors can see; pages are rendered once per number.
create table stek_version (
  stek_id uuid primary key references stek on delete cascade,
  version bigint not null default 1,
  changed_at timestamptz not null default clock_timestamp()
);

create table site (
  stek_id uuid not null references stek on delete cascade,
  site_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 80),
  street text not null default '' check (length(street) <= 120),
  postcode text check (postcode ~ '^[1-9][0-9]{3}$'),
  town text not null default '' check (length(town) <= 80),
  directions text not null default '' check (length(directions) <= 600),
  bus text not null default '' check (length(bus) <= 300),
  bike text not null default '' check (length(bike) <= 300),
  parking text not null default '' check (length(parking) <= 300),
  step_free text not null default 'unknown' check (step_free in ('yes', 'partly', 'no', 'unknown')),
  toilet text not null default 'unknown' check (toilet in ('adapted', 'yes', 'no', 'unknown')),
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  primary key (stek_id, site_id),
  unique (stek_id, slug)
);

create table room (
  stek_id uuid not null,
  room_id uuid not null,
  site_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  primary key (stek_id, room_id),
  unique (stek_id, site_id, name),
  unique (stek_id, site_id, room_id),
  foreign key (stek_id, site_id) references site on delete cascade
);

create table partner (
  stek_id uuid not null references stek on delete cascade,
  partner_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 120),
  what text not null default '' check (length(what) <= 600),
  how_to_reach text not null default '' check (length(how_to_reach) <= 400),
  website text check (website ~ '^https?://' and length(website) <= 200),
  phone text check (length(phone) <= 30),
  email text check (length(email) <= 200),
  pictogram text not null default 'people' check (length(pictogram) <= 40),
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  primary key (stek_id, partner_id),
  unique (stek_id, slug)
);

-- Figures about the municipality, each with its source and date (CONTEXT-1).
create table context_figure (
  stek_id uuid not null references stek on delete cascade,
  context_figure_id uuid not null,
  subject text not null check (length(subject) <= 80),
  amount numeric not null,
  unit text not null default '' check (length(unit) <= 40),
  source text not null check (length(source) between 1 and 200),
  as_of date not null,
  primary key (stek_id, context_figure_id)
);

-- What happened when in the life of a stek (CONTEXT-2).
create table key_moment (
  stek_id uuid not null references stek on delete cascade,
  key_moment_id uuid not null,
  happened_on date not null,
  known_to text not null default 'day' check (known_to in ('day', 'month', 'season')),
  what text not null check (length(what) between 1 and 400),
  primary key (stek_id, key_moment_id)
);

-- Somebody who works here and can sign in: a worker, a volunteer, a funder. Never a visitor.
create table person (
  person_id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  email text not null check (length(email) between 3 and 200 and email = lower(email)),
  language text not null default 'nl' check (language in ('nl', 'en', 'fr', 'ar', 'uk')),
  created_at timestamptz not null default now(),
  left_at timestamptz,
  unique (email)
);

create table role (
  stek_id uuid not null references stek on delete cascade,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('community-worker', 'coordinator', 'partner-worker', 'volunteer', 'funder')),
  partner_id uuid,
  given_by uuid references person on delete set null,
  given_at timestamptz not null default now(),
  primary key (stek_id, person_id, kind),
  foreign key (stek_id, partner_id) references partner on delete cascade,
  check ((kind = 'partner-worker') = (partner_id is not null))
);
create index role_of_person on role (person_id);

-- ── Programme: offers, slots, exceptions, closures; moments are computed ────────────────────────────────────────

create table offer (
  stek_id uuid not null,
  offer_id uuid not null,
  partner_id uuid not null,
  site_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  title text not null check (length(title) between 1 and 80),
  summary text not null default '' check (length(summary) <= 160),
  description text not null default '' check (length(description) <= 2000),
  functions text[] not null check (functions <@ array['meet', 'learn', 'refer', 'politicise'] and cardinality(functions) between 1 and 4),
  themes text[] not null default '{}' check (cardinality(themes) <= 8),
  audience text not null default 'everyone'
    check (audience in ('everyone', 'families', 'young-people', 'older-people', 'newcomers', 'jobseekers')),
  price_in_cents integer not null default 0 check (price_in_cents between 0 and 10000),
  cost_carrier_id uuid,
  taking_part text not null default 'walk-in' check (taking_part in ('walk-in', 'sign-up')),
  spoken_languages text[] not null default '{nl}' check (cardinality(spoken_languages) <= 12),
  pictogram text not null default 'cup' check (length(pictogram) <= 40),
  who_you_meet text not null default '' check (length(who_you_meet) <= 120),
  professionals_only boolean not null default false,
  confidential boolean not null default false,
  confirm_every_days integer not null default 90 check (confirm_every_days between 7 and 400),
  confirmed_at timestamptz,
  confirmed_by uuid references person on delete set null,
  ended_on date,
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (stek_id, offer_id),
  unique (stek_id, slug),
  foreign key (stek_id, partner_id) references partner,
  foreign key (stek_id, site_id) references site,
  foreign key (stek_id, cost_carrier_id) references partner,
  -- LEARN-5: learning is free. What it costs is carried by a partner, never by a visitor.
  constraint learning_is_free check (not ('learn' = any (functions)) or price_in_cents = 0)
);
create index offer_of_partner on offer (stek_id, partner_id);

create table slot (
  stek_id uuid not null,
  slot_id uuid not null,
  offer_id uuid not null,
  pattern text not null check (pattern in ('weekly', 'monthly', 'once')),
  weekday smallint check (weekday between 1 and 7),
  every_weeks smallint check (every_weeks between 1 and 26),
  nth smallint check (nth between 1 and 5 or nth = -1),
  starts_on date not null,
  ends_on date,
  start_time time not null,
  end_time time not null,
  room_id uuid,
  needs_room_alone boolean not null default false,
  pauses_in_school_holidays boolean not null default false,
  pauses_on_public_holidays boolean not null default true,
  lane bigint generated always as identity,
  revision integer not null default 1,
  primary key (stek_id, slot_id),
  foreign key (stek_id, offer_id) references offer on delete cascade,
  foreign key (stek_id, room_id) references room,
  constraint ends_after_it_starts check (end_time > start_time),
  constraint period_in_order check (ends_on is null or ends_on >= starts_on),
  constraint pattern_is_whole check (
    (pattern = 'weekly' and weekday is not null and every_weeks is not null and nth is null) or
    (pattern = 'monthly' and weekday is not null and nth is not null and every_weeks is null) or
    (pattern = 'once' and weekday is null and nth is null and every_weeks is null)),
  constraint a_room_to_have_alone check (not needs_room_alone or room_id is not null)
);
create index slot_of_offer on slot (stek_id, offer_id);

-- What is different on one date. Both null and nothing changed is impossible: a row says something.
create table exception (
  stek_id uuid not null,
  slot_id uuid not null,
  on_date date not null,
  cancelled_at timestamptz,
  moved_to date,
  start_time time,
  end_time time,
  site_id uuid,
  room_id uuid,
  reason text not null default '' check (length(reason) <= 160),
  revision integer not null default 1,
  primary key (stek_id, slot_id, on_date),
  foreign key (stek_id, slot_id) references slot on delete cascade,
  foreign key (stek_id, site_id) references site,
  foreign key (stek_id, site_id, room_id) references room (stek_id, site_id, room_id),
  constraint hours_come_together check ((start_time is null) = (end_time is null)),
  constraint exception_ends_after_it_starts check (end_time is null or end_time > start_time),
  constraint says_something check (cancelled_at is not null or moved_to is not null or start_time is not null or site_id is not null or room_id is not null)
);

-- A site that is closed for a while: everything there on those days is off.
create table closure (
  stek_id uuid not null,
  closure_id uuid not null,
  site_id uuid not null,
  from_date date not null,
  until_date date not null,
  reason text not null default '' check (length(reason) <= 160),
  primary key (stek_id, closure_id),
  foreign key (stek_id, site_id) references site on delete cascade,
  constraint closure_in_order check (until_date >= from_date)
);

-- Which room is taken when, worked out from the slots for the coming year. Moments stay computed; this table only
-- lets the database itself refuse that somebody loses the room he was promised alone, whoever saves first.
-- A slot that shares takes only its own lane of the room; a slot that needs it alone takes every lane.
create table room_claim (
  stek_id uuid not null,
  slot_id uuid not null,
  on_date date not null,
  room_id uuid not null,
  during tstzrange not null,
  lanes int8range not null,
  primary key (stek_id, slot_id, on_date),
  foreign key (stek_id, slot_id) references slot on delete cascade,
  foreign key (stek_id, room_id) references room on delete cascade,
  constraint room_is_not_promised_twice exclude using gist (stek_id with =, room_id with =, lanes with &&, during with &&)
);

-- What was changed in the programme, so that it can be undone.
create table change (
  stek_id uuid not null references stek on delete cascade,
  change_id uuid not null,
  person_id uuid references person on delete set null,
  happened_at timestamptz not null,
  kind text not null check (length(kind) <= 40),
  offer_id uuid,
  images jsonb not null check (jsonb_typeof(images) = 'array'),
  undone_at timestamptz,
  primary key (stek_id, change_id)
);
create index change_by_time on change (stek_id, happened_at desc);

-- That a flyer or poster was printed, and what the programme said then.
create table printing (
  stek_id uuid not null references stek on delete cascade,
  printing_id uuid not null,
  channel text not null check (channel in ('flyer-a5', 'flyer-a4', 'poster-a3')),
  language text not null,
  fingerprint text not null check (length(fingerprint) <= 64),
  printed_at timestamptz not null,
  primary key (stek_id, printing_id)
);

-- ── Signing in ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Tokens are never stored, only their SHA-256.

create table sign_in_link (
  token_hash bytea primary key,
  person_id uuid references person on delete cascade,
  purpose text not null check (purpose in ('sign-in', 'set-up')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'set-up') = (person_id is null))
);

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table passkey (
  credential_id text primary key,
  person_id uuid not null references person on delete cascade,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  label text not null default '' check (length(label) <= 60),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_of_person on passkey (person_id);

create table passkey_challenge (
  challenge_hash bytea primary key,
  person_id uuid references person on delete cascade,
  expires_at timestamptz not null
);

-- Attempts per keyed hash of an address or account; the address itself is not kept.
create table attempt (
  attempt_id uuid primary key,
  bucket bytea not null,
  happened_at timestamptz not null default now()
);
create index attempt_by_bucket on attempt (bucket, happened_at);

-- ── Work that happens later ─────────────────────────────────────────────────────────────────────────────────────

create table job (
  job_id uuid primary key,
  kind text not null check (length(kind) <= 60),
  payload jsonb not null default '{}',
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  done_at timestamptz,
  failed_at timestamptz,
  last_error text
);
create index job_waiting on job (run_at) where done_at is null and failed_at is null;
-- A recurring job waits at most once.
create unique index job_recurring_once on job (kind) where done_at is null and failed_at is null and payload = '{"recurring": true}';

create table mail (
  mail_id uuid primary key,
  recipient text not null check (length(recipient) <= 200),
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) <= 20000),
  created_at timestamptz not null default now(),
  sent_at timestamptz
);

-- ── Every change visitors can see moves the number of its stek, once a transaction, and tells the other processes ─

create function stek_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed uuid := coalesce(new.stek_id, old.stek_id);
  marker text := pg_current_xact_id()::text || changed::text;
begin
  if current_setting('stek.changed', true) is distinct from marker then
    perform set_config('stek.changed', marker, true);
    insert into stek_version (stek_id) select changed where exists (select from stek where stek_id = changed)
      on conflict (stek_id) do update set version = stek_version.version + 1, changed_at = clock_timestamp();
    perform pg_notify('stek_changed', changed::text);
  end if;
  return null;
end $$;

create trigger stek_changed after insert or update on stek for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on site for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on room for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on partner for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on offer for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on slot for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on exception for each row execute function stek_changed();
create trigger stek_changed after insert or update or delete on closure for each row execute function stek_changed();
