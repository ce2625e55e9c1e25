-- Outings: an offer that people sign up for and that leaves from a meeting point. The hours of its moments say when people meet and
-- when they are back about. There is one price, of the offer itself (MEET-5).

create table outing (
  stek_id uuid not null references stek on delete cascade,
  offer_id uuid not null,
  wheelchair text not null default 'ask' check (wheelchair in ('yes', 'ask', 'no')),
  -- Set when it only goes on in good weather: the hour of the day itself at which that is decided at the latest.
  weather_decided_by time,
  primary key (stek_id, offer_id),
  foreign key (stek_id, offer_id) references sign_up_terms on delete cascade
);
alter table outing enable row level security;
grant select, insert, update, delete on outing to stek_app;
create policy read_in_stek on outing for select to stek_app using (stek_id = current_stek());
create policy own_outing_add on outing for insert to stek_app with check (stek_id = current_stek() and may_change_offer(offer_id));
create policy own_outing_change on outing for update to stek_app
  using (stek_id = current_stek() and may_change_offer(offer_id)) with check (stek_id = current_stek() and may_change_offer(offer_id));
create policy own_outing_remove on outing for delete to stek_app using (stek_id = current_stek() and may_change_offer(offer_id));
grant select on outing to stek_keeper;
create policy the_keeper on outing for select to stek_keeper using (true);
create trigger stek_changed after insert or update or delete on outing for each row execute function stek_changed();

-- What somebody last heard of how a moment stands: off, or a day, hours and a site; empty is as it was planned.
-- Who knows how it stands is told nothing: nobody hears the same twice, whoever presses, and a moment that goes on again is news only
-- to who heard that it was off.
alter table sign_up add column knows text not null default '' check (length(knows) <= 100);
grant insert (knows), update (knows) on sign_up to stek_app;
grant update (knows) on sign_up to stek_keeper;
alter table ride_request add column knows text not null default '' check (length(knows) <= 100);
alter table ride_offer add column knows text not null default '' check (length(knows) <= 100);

-- A price in words: in a shop people pay what they buy. There is still no tariff per person (MEET-5), and learning stays free (LEARN-5).
alter table offer add column pays text not null default 'amount' check (pays in ('amount', 'what-you-buy'));
alter table offer add constraint what_you_buy_has_no_price check (pays = 'amount' or price_in_cents = 0);
alter table offer add constraint learning_sells_nothing check (pays = 'amount' or not ('learn' = any (functions)));

insert into column_register (table_name, column_name, holds, purpose) values
  ('outing', 'wheelchair', 'public', 'whether somebody in a wheelchair can come along'),
  ('sign_up', 'knows', 'technical', 'which state of a moment was told, so that nobody is told twice'),
  ('ride_request', 'knows', 'technical', 'which state of a moment was told, so that nobody is called twice'),
  ('ride_offer', 'knows', 'technical', 'which state of a moment was told, so that nobody is called twice'),
  ('offer', 'pays', 'public', 'how a price is said');

-- A slot that goes on differently is a new slot: who signed up for a day it still has goes along, and who asked or offered a ride to it.
create function days_with_people(of_slot uuid, since date) returns setof date
  language sql stable security definer set search_path = public, pg_temp
  as $$ select on_date from sign_up where stek_id = current_stek() and slot_id = of_slot and on_date >= since and withdrawn_at is null and may_change_slot(of_slot)
        union select on_date from ride_request where stek_id = current_stek() and slot_id = of_slot and on_date >= since and may_change_slot(of_slot)
        union select on_date from ride_offer where stek_id = current_stek() and slot_id = of_slot and on_date >= since and may_change_slot(of_slot) $$;
create function people_go_along(from_slot uuid, to_slot uuid, days date[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_change_slot(from_slot) or not may_change_slot(to_slot) or not exists (
    select from slot f join slot t on t.stek_id = f.stek_id and t.offer_id = f.offer_id
    where f.stek_id = current_stek() and f.slot_id = from_slot and t.slot_id = to_slot) then return; end if;
  insert into sign_up_moment (stek_id, slot_id, on_date, arrivals)
    select stek_id, to_slot, on_date, arrivals from sign_up_moment
    where stek_id = current_stek() and slot_id = from_slot and on_date = any (days) on conflict do nothing;
  update sign_up set slot_id = to_slot where stek_id = current_stek() and slot_id = from_slot and on_date = any (days);
  update ride_request set slot_id = to_slot where stek_id = current_stek() and slot_id = from_slot and on_date = any (days);
  update ride_offer set slot_id = to_slot where stek_id = current_stek() and slot_id = from_slot and on_date = any (days);
end $$;
