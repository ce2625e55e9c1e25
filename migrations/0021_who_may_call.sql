-- What works with the rights of the owner may be called only by the role it was made for: nothing is left to "everybody".
-- A function that a policy, a default or a trigger uses keeps working: triggers ask nobody, policies ask the role that reads.
do $$
declare
  one record;
begin
  for one in
    select p.oid::regprocedure as called, p.prorettype = 'trigger'::regtype as is_trigger
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and (p.proacl is null or p.proacl::text ~ '[{,]=X')
  loop
    execute format('revoke all on function %s from public', one.called);
    if not one.is_trigger then execute format('grant execute on function %s to stek_app', one.called); end if;
  end loop;
end $$;
-- The terms of any stek by its id: only the functions that give places ask this.
revoke all on function sign_up_terms_of(uuid, uuid) from stek_app;
