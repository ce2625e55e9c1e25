-- A slip takes one message, once (REFER-4). Taking it back takes it back for good: the codes of a slip stand on a page that is open for half an
-- hour, so for that long the desk could otherwise begin again without the person. A new message takes a new slip, with a consent of its own.

-- When the slip took its message; it takes no other, whatever became of that one.
alter table handover add column took_message_at timestamptz;
update handover h set took_message_at = c.given_at from sharing_consent c where c.stek_id = h.stek_id and c.handover_id = h.handover_id;
grant select (took_message_at) on handover to stek_app;

-- The row of the handover is what two at once wait for; the second finds it taken.
create or replace function consent_is_for_this_handover() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update handover h set took_message_at = new.given_at where h.stek_id = new.stek_id and h.handover_id = new.handover_id
    and h.service_id = new.service_id and new.until_at <= h.ends_at and h.took_message_at is null;
  if found then return new; end if;
  if exists (select from handover h where h.stek_id = new.stek_id and h.handover_id = new.handover_id and h.took_message_at is not null) then
    raise exception 'a slip takes one message, once' using errcode = 'check_violation', constraint = 'one_message_for_a_slip';
  end if;
  raise exception 'a consent is for the service of its handover' using errcode = 'check_violation', constraint = 'consent_is_for_this_handover';
end $$;

-- A slip that was taken back and came back with an old backup is ended again by the keeper, without a row of the tally.
grant update (withdrawn_at) on handover to stek_keeper;
