import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestHouse, testHouse } from '../../test/house.ts'

let it: TestHouse
before(async () => {
  it = await testHouse()
})
after(() => it.close())

const definers = async (which: string): Promise<string[]> => {
  const { rows } = await it.owner.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prosecdef and (${which}) order by 1`,
  )
  return rows.map(({ name }) => name)
}
const mayCall = (role: string) => `has_function_privilege('${role}', p.oid, 'execute')`

test('what works with the rights of the owner looks only in our own schema, whoever calls it', async () => {
  assert.ok((await definers('true')).length > 40, 'the functions were found')
  assert.deepEqual(await definers(`not coalesce(p.proconfig @> array['search_path=public, pg_temp'], false)`), [])
})

test('what works with the rights of the owner is called by the role it was made for, and by nobody else', async () => {
  assert.deepEqual(await definers(`p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0)`), [])
  assert.deepEqual(await definers(mayCall('stek_keeper')), [])
  assert.deepEqual(await definers(mayCall('stek_door')), ['tell_rights(text,text,date)'])
  assert.deepEqual(await definers(`p.prorettype = 'trigger'::regtype and ${mayCall('stek_app')}`), [])
})

test('a stek cannot ask what another one keeps for who signs up', async () => {
  assert.deepEqual(await definers(`p.proname in ('sign_up_terms_of', 'sign_up_give_places', 'guide_index') and ${mayCall('stek_app')}`), [])
})
