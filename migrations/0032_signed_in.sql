-- Every request at work begins with who is signed in. Working out how to find that took the database six times as long as finding it; in a function
-- each connection works it out once. It runs with the rights of who asks: only the door sees sessions.
create function signed_in(token bytea, at timestamptz) returns table (
  last_seen_at timestamptz, person_id uuid, name text, language text, stek_id uuid, stek_slug text, stek_name text, kind text, partner_id uuid
) language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select session.last_seen_at, person.person_id, person.name, person.language, stek.stek_id, stek.slug, stek.name, role.kind, role.partner_id
    from session
    join person on person.person_id = session.person_id
    left join role on role.person_id = person.person_id
    left join stek on stek.stek_id = role.stek_id
    where session.token_hash = token and session.expires_at > at and person.left_at is null;
end $$;
revoke execute on function signed_in(bytea, timestamptz) from public;
grant execute on function signed_in(bytea, timestamptz) to stek_door;
