-- The register: every column that can hold words, bytes or JSON, or that points at a person, with what it is for and when
-- it dies. A column that is not in here makes a test fail; a migration that adds such a column registers it too.
--
--   holds      person: says something about one person   free-text: somebody could have typed a name in it
--              public: made to be read by everybody      technical: says nothing about anybody
--   erased_by  row: the whole row goes, erased_after past counted_from
--              blank: this column is emptied, erased_after past counted_from
--              with-row: goes with its row, which the term of another column of the table takes away
--              with-person: a foreign key empties it or removes the row when the person is erased

create table column_register (
  table_name name not null,
  column_name name not null,
  holds text not null check (holds in ('person', 'free-text', 'public', 'technical')),
  purpose text not null check (length(purpose) between 8 and 300),
  erased_by text check (erased_by in ('row', 'blank', 'with-row', 'with-person')),
  erased_after interval check (erased_after >= interval '0'),
  counted_from name,
  primary key (table_name, column_name),
  constraint what_can_identify_dies check (holds in ('public', 'technical') or erased_by is not null),
  constraint a_term_is_whole check (
    coalesce(erased_by in ('row', 'blank'), false) = (erased_after is not null) and (erased_after is null) = (counted_from is null))
);

alter table column_register enable row level security;
grant select on column_register to stek_keeper;
create policy the_keeper on column_register for select to stek_keeper using (true);

-- What nobody registered. Kinds of values that cannot hold words are left out, unless they point at a person or are named after one.
create view unregistered_column as
  select t.relname as table_name, a.attname as column_name
  from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'm', 'f')
    and not exists (select from column_register r where r.table_name = t.relname and r.column_name = a.attname)
    and (format_type(a.atttypid, null) not in ('uuid', 'boolean', 'smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'date',
           'time without time zone', 'timestamp with time zone', 'interval', 'tstzrange', 'daterange', 'int8range')
         or a.attname ~ 'person|visitor|birth|born'
         or exists (select from pg_constraint k
                    where k.conrelid = t.oid and k.contype = 'f' and k.confrelid = 'person'::regclass and a.attnum = any (k.conkey)));
grant select on unregistered_column to stek_keeper;

insert into column_register (table_name, column_name, holds, purpose) values
  ('installation', 'secret', 'technical', 'signs forms and hides addresses in the count of attempts'),
  ('network', 'slug', 'public', 'the address of the network'),
  ('network', 'name', 'public', 'what the network is called'),
  ('stek', 'slug', 'public', 'the address of the stek'),
  ('stek', 'name', 'public', 'what the stek is called'),
  ('stek', 'municipality', 'public', 'where the stek is'),
  ('stek', 'nis_code', 'public', 'the number of the municipality in public statistics'),
  ('stek', 'welcome', 'public', 'the sentence on top of the first page'),
  ('stek', 'phone', 'public', 'the number of the stek, on the noticeboard'),
  ('stek', 'translations', 'public', 'the same words in other languages'),
  ('site', 'slug', 'public', 'the address of the site'),
  ('site', 'name', 'public', 'what the place is called'),
  ('site', 'street', 'public', 'how to find the place'),
  ('site', 'postcode', 'public', 'how to find the place'),
  ('site', 'town', 'public', 'how to find the place'),
  ('site', 'directions', 'public', 'how to find the door'),
  ('site', 'bus', 'public', 'how to come by bus'),
  ('site', 'bike', 'public', 'how to come by bike'),
  ('site', 'parking', 'public', 'where to leave a car'),
  ('site', 'step_free', 'public', 'whether one can get in without steps'),
  ('site', 'toilet', 'public', 'which toilet there is'),
  ('site', 'translations', 'public', 'the same words in other languages'),
  ('room', 'name', 'public', 'what the room is called'),
  ('partner', 'slug', 'public', 'the address of the partner page'),
  ('partner', 'name', 'public', 'what the organisation is called'),
  ('partner', 'what', 'public', 'what the organisation does here'),
  ('partner', 'how_to_reach', 'public', 'how the organisation can be reached'),
  ('partner', 'website', 'public', 'the website of the organisation'),
  ('partner', 'phone', 'public', 'the number of the organisation'),
  ('partner', 'email', 'public', 'the mail address of the organisation'),
  ('partner', 'pictogram', 'public', 'the drawing beside the name'),
  ('partner', 'translations', 'public', 'the same words in other languages'),
  ('context_figure', 'subject', 'public', 'what a figure about the municipality counts'),
  ('context_figure', 'unit', 'public', 'what a figure about the municipality is counted in'),
  ('context_figure', 'source', 'public', 'who published the figure'),
  ('key_moment', 'known_to', 'public', 'how precisely the date is known'),
  ('key_moment', 'what', 'public', 'what happened in the life of the stek, on its timeline'),
  ('offer', 'slug', 'public', 'the address of the offer'),
  ('offer', 'title', 'public', 'what the offer is called'),
  ('offer', 'summary', 'public', 'what the offer is in one sentence'),
  ('offer', 'description', 'public', 'what one can expect'),
  ('offer', 'functions', 'public', 'which functions of the model it fulfils'),
  ('offer', 'themes', 'public', 'what it is about'),
  ('offer', 'audience', 'public', 'who it is made for'),
  ('offer', 'taking_part', 'public', 'walk in or sign up'),
  ('offer', 'spoken_languages', 'public', 'which languages are spoken there'),
  ('offer', 'pictogram', 'public', 'the drawing beside the title'),
  ('offer', 'who_you_meet', 'public', 'who welcomes you, as the host wants it told'),
  ('offer', 'translations', 'public', 'the same words in other languages'),
  ('slot', 'pattern', 'public', 'how the offer repeats'),
  ('printing', 'channel', 'technical', 'what was printed'),
  ('printing', 'language', 'technical', 'in which language it was printed'),
  ('printing', 'fingerprint', 'technical', 'whether the programme has changed since'),
  ('column_register', 'table_name', 'technical', 'this register'),
  ('column_register', 'column_name', 'technical', 'this register'),
  ('column_register', 'holds', 'technical', 'this register'),
  ('column_register', 'purpose', 'technical', 'this register'),
  ('column_register', 'erased_by', 'technical', 'this register'),
  ('column_register', 'counted_from', 'technical', 'this register'),
  ('migration', 'name', 'technical', 'which migrations were applied'),
  ('migration', 'checksum', 'technical', 'whether an applied migration was edited');

insert into column_register (table_name, column_name, holds, purpose, erased_by, erased_after, counted_from) values
  ('person', 'name', 'person', 'colleagues know who works here', 'row', '30 days', 'left_at'),
  ('person', 'person_id', 'person', 'what everything about a colleague points at', 'with-row', null, null),
  ('person', 'email', 'person', 'where the link for signing in goes', 'with-row', null, null),
  ('person', 'language', 'person', 'the language of mails and pages', 'with-row', null, null),
  ('role', 'person_id', 'person', 'who may do what in which stek', 'with-person', null, null),
  ('role', 'kind', 'person', 'who may do what in which stek', 'with-person', null, null),
  ('role', 'given_by', 'person', 'who to ask about a role', 'with-person', null, null),
  ('offer', 'confirmed_by', 'person', 'who said last that the offer is still right', 'with-person', null, null),
  ('exception', 'reason', 'free-text', 'why a moment is off or different, for visitors', 'blank', '90 days', 'on_date'),
  ('closure', 'reason', 'free-text', 'why a site is closed, for visitors', 'blank', '90 days', 'until_date'),
  ('change', 'images', 'free-text', 'how the programme was before, so that a change can be undone', 'row', '90 days', 'happened_at'),
  ('change', 'person_id', 'person', 'who to ask about a change', 'with-row', null, null),
  ('change', 'kind', 'technical', 'what sort of change it was', 'with-row', null, null),
  ('sign_in_link', 'token_hash', 'person', 'a link that signs somebody in once', 'row', '1 day', 'expires_at'),
  ('sign_in_link', 'person_id', 'person', 'whom the link signs in', 'with-row', null, null),
  ('sign_in_link', 'purpose', 'technical', 'what the link is for', 'with-row', null, null),
  ('session', 'token_hash', 'person', 'a device on which somebody is signed in', 'row', '1 day', 'expires_at'),
  ('session', 'person_id', 'person', 'who is signed in', 'with-row', null, null),
  ('passkey', 'credential_id', 'person', 'a device that signs somebody in', 'with-person', null, null),
  ('passkey', 'person_id', 'person', 'whom the device signs in', 'with-person', null, null),
  ('passkey', 'public_key', 'person', 'checks what the device signs', 'with-person', null, null),
  ('passkey', 'transports', 'person', 'how the browser finds the device', 'with-person', null, null),
  ('passkey', 'label', 'person', 'what its owner calls the device', 'with-person', null, null),
  ('passkey_challenge', 'challenge_hash', 'person', 'a question to a device that may be answered once', 'row', '1 day', 'expires_at'),
  ('passkey_challenge', 'person_id', 'person', 'who was asked', 'with-row', null, null),
  ('attempt', 'bucket', 'person', 'how often was tried from one address or for one account, as a keyed hash', 'row', '1 day', 'happened_at'),
  ('job', 'payload', 'person', 'what the work is about', 'row', '1 day', 'done_at'),
  ('job', 'last_error', 'technical', 'which sort of error stopped the work, never its words', 'row', '30 days', 'failed_at'),
  ('job', 'kind', 'technical', 'what sort of work it is', 'with-row', null, null),
  ('mail', 'body', 'person', 'what is or was to be told', 'row', '14 days', 'created_at'),
  ('mail', 'recipient', 'person', 'where a mail goes', 'with-row', null, null),
  ('mail', 'subject', 'person', 'what a mail is about', 'with-row', null, null);
