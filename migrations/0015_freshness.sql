-- Keeping the services guide right (REFER-3): asking organisations whether an entry is still right, and taking over lists of others.

-- One question about one service: by a mailed link, or to be put by telephone. Of the link only a hash is kept.
create table freshness_request (
  stek_id uuid not null,
  request_id uuid not null,
  service_id uuid not null,
  way text not null check (way in ('mail', 'phone')),
  asked_on date not null,
  token_hash bytea unique check (length(token_hash) = 32),
  expires_on date not null,
  answered_at timestamptz,
  answer text check (answer in ('same', 'changed', 'ended', 'called')),
  -- What the organisation says is different: column of the form, then the text. It waits for a worker.
  proposal jsonb not null default '{}' check (jsonb_typeof(proposal) = 'object'),
  settled_at timestamptz,
  primary key (stek_id, request_id),
  foreign key (stek_id, service_id) references service on delete cascade,
  constraint a_mail_has_a_link check ((way = 'mail') = (token_hash is not null)),
  constraint answered_with_something check ((answered_at is null) = (answer is null)),
  constraint asked_before_it_expires check (expires_on >= asked_on)
);
create index freshness_request_of_service on freshness_request (stek_id, service_id, asked_on);
create index freshness_request_waiting on freshness_request (stek_id) where answered_at is not null and settled_at is null;

alter table freshness_request enable row level security;
grant select, update on freshness_request to stek_app;
create policy own_read on freshness_request for select to stek_app
  using (stek_id = (select current_stek()) and ((select leads()) or may_change_service(service_id)));
create policy own_settle on freshness_request for update to stek_app
  using (stek_id = (select current_stek()) and ((select leads()) or may_change_service(service_id)))
  with check (stek_id = (select current_stek()) and ((select leads()) or may_change_service(service_id)));
grant select, insert, update, delete on freshness_request to stek_keeper;
create policy the_keeper on freshness_request to stek_keeper using (true) with check (true);

-- Who holds the link reads which service it is about, and nothing else of the table.
create function freshness_by_link(hash bytea)
  returns table (request_id uuid, service_id uuid, expires_on date, answer text) language sql stable security definer set search_path = public, pg_temp
  as $$ select f.request_id, f.service_id, f.expires_on, f.answer from freshness_request f
        where f.stek_id = current_stek() and f.token_hash = hash $$;

-- The answer of who holds the link, once, and not after its last day. "Nothing changed" is an answer: it is the check of the organisation itself.
create function answer_freshness(hash bytea, said text, told jsonb, at timestamptz, today date)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  about uuid;
begin
  update freshness_request f set answered_at = at, answer = said, proposal = told, settled_at = case when said = 'same' then at end
    where f.stek_id = current_stek() and f.token_hash = hash and f.answer is null and f.expires_on >= today and said in ('same', 'changed', 'ended')
    returning f.service_id into about;
  if about is null then
    return false;
  end if;
  if said = 'same' then
    update service s set checked_on = today, checked_by = 'organisation' where s.stek_id = current_stek() and s.service_id = about;
  end if;
  return true;
end $$;
revoke all on function freshness_by_link(bytea), answer_freshness(bytea, text, jsonb, timestamptz, date) from public;
grant execute on function freshness_by_link(bytea), answer_freshness(bytea, text, jsonb, timestamptz, date) to stek_app;

insert into column_register (table_name, column_name, holds, purpose) values
  ('freshness_request', 'way', 'technical', 'whether an organisation is asked by mail or by telephone'),
  ('freshness_request', 'answer', 'technical', 'whether the entry was still right');
insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('freshness_request', 'token_hash', 'technical', 'a link with which an organisation answers once', 'row', '120 days', 'asked_on'),
  ('freshness_request', 'proposal', 'free-text', 'what an organisation says is different in its entry', 'with-row', null, null);

-- A list that is taken over: what was read waits here until somebody has seen the difference, and dies after two days.
create table guide_import (
  stek_id uuid not null references stek on delete cascade,
  import_id uuid not null,
  person_id uuid references person on delete cascade,
  -- What the list is called: with it the same list is known again.
  source text not null check (source ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(source) <= 60),
  shape text check (shape in ('hsds', 'tables', 'columns', 'ipdc')),
  -- The organisation that services without one are put under.
  organisation_id uuid,
  state text not null check (state in ('reading', 'columns', 'comparing', 'compared', 'writing', 'done', 'failed')),
  -- What the first row of a table calls its columns, and which of ours each one fills.
  headers text[] not null default '{}',
  mapping jsonb not null default '{}' check (jsonb_typeof(mapping) = 'object'),
  rows_read integer not null default 0,
  rows_done integer not null default 0,
  failure jsonb not null default '{}' check (jsonb_typeof(failure) = 'object'),
  started_at timestamptz not null,
  written_at timestamptz,
  primary key (stek_id, import_id),
  foreign key (stek_id, organisation_id) references organisation on delete set null (organisation_id)
);
create index guide_import_of_person on guide_import (person_id);

-- What was read: as it came ('raw', with the name of its table), or as the columns of one of our tables, with what becomes of it.
create table guide_import_row (
  stek_id uuid not null,
  import_id uuid not null,
  kind text not null check (kind in ('raw', 'organisation', 'location', 'service')),
  position integer not null,
  of_table text not null default '',
  -- Its id in the list.
  key text not null default '' check (length(key) <= 200),
  data jsonb not null,
  refused jsonb not null default '[]' check (jsonb_typeof(refused) = 'array'),
  noted jsonb not null default '[]' check (jsonb_typeof(noted) = 'array'),
  verdict text check (verdict in ('new', 'changed', 'same', 'refused')),
  target_id uuid,
  slug text,
  read_at timestamptz not null,
  primary key (stek_id, import_id, kind, position),
  foreign key (stek_id, import_id) references guide_import on delete cascade
);
create index guide_import_row_by_key on guide_import_row (stek_id, import_id, kind, key);

alter table guide_import enable row level security;
alter table guide_import_row enable row level security;
grant select, insert, update, delete on guide_import, guide_import_row to stek_app;
create policy leaders on guide_import to stek_app using (stek_id = (select current_stek()) and (select leads()))
  with check (stek_id = (select current_stek()) and (select leads()));
create policy leaders on guide_import_row to stek_app using (stek_id = (select current_stek()) and (select leads()))
  with check (stek_id = (select current_stek()) and (select leads()));
grant select, delete on guide_import, guide_import_row to stek_keeper;
create policy the_keeper on guide_import to stek_keeper using (true) with check (true);
create policy the_keeper on guide_import_row to stek_keeper using (true) with check (true);

insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('guide_import', 'source', 'technical', 'what the list is called that is taken over', 'row', '2 days', 'started_at'),
  ('guide_import', 'person_id', 'person', 'who takes the list over, and may see it through', 'with-row', null, null),
  ('guide_import', 'shape', 'technical', 'what sort of list it is', 'with-row', null, null),
  ('guide_import', 'state', 'technical', 'how far taking over has come', 'with-row', null, null),
  ('guide_import', 'headers', 'free-text', 'what the columns of the list are called', 'with-row', null, null),
  ('guide_import', 'mapping', 'technical', 'which column of the list fills which of ours', 'with-row', null, null),
  ('guide_import', 'failure', 'technical', 'where the list could not be read', 'with-row', null, null),
  ('guide_import_row', 'kind', 'technical', 'what sort of row it is', 'with-row', null, null),
  ('guide_import_row', 'of_table', 'technical', 'which table of the list it is from', 'with-row', null, null),
  ('guide_import_row', 'key', 'technical', 'what it is called in the list', 'with-row', null, null),
  ('guide_import_row', 'data', 'free-text', 'what the list says, until somebody has looked at it', 'row', '2 days', 'read_at'),
  ('guide_import_row', 'slug', 'technical', 'the address it gets in the guide', 'with-row', null, null),
  ('guide_import_row', 'refused', 'technical', 'why a row is not taken over', 'with-row', null, null),
  ('guide_import_row', 'noted', 'technical', 'what to look at in a row', 'with-row', null, null),
  ('guide_import_row', 'verdict', 'technical', 'what becomes of a row', 'with-row', null, null);
