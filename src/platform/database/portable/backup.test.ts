import assert from 'node:assert/strict'
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type pg from 'pg'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { clientOf } from '../connection.ts'
import { type EmbeddedServer, startEmbedded } from '../embedded/supervisor.ts'
import { entriesIn } from './check.ts'
import { quoted, readTables } from './inventory.ts'
import { readBackup } from './read.ts'
import { writeBackup } from './write.ts'

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-backup-'))
  const first = join(folder, 'first.backup')
  const second = join(folder, 'second.backup')
  let from: FreshDatabase
  let to: FreshDatabase
  let owner: pg.Client
  let embedded: EmbeddedServer
  before(async () => {
    embedded = await startEmbedded({ folder: join(folder, 'data') })
    from = await freshDatabase()
    to = await freshDatabase()
    owner = await from.ownerClient()
    await fillHouse(owner)
  })
  after(async () => {
    await owner.end()
    await from.drop()
    await to.drop()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is one file that only this user may read, and says what is in it', async () => {
    const { header, rows } = await writeBackup(from.connection, first)
    assert.equal(lstatSync(first).mode & 0o077, 0)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('backup')),
      ['first.backup'],
    )
    assert.equal(
      rows,
      header.tables.reduce((sum, table) => sum + table.rows, 0),
    )
    assert.equal(header.tables.find(({ name }) => name === 'slot')?.rows, 2)
    assert.ok(header.migrations.length >= 4)
  })

  test('goes into an embedded database that was never used, and from there into another server, with every row as it was', async () => {
    await readBackup(embedded.connection, first)
    await writeBackup(embedded.connection, second)
    await readBackup(to.connection, second)
    const expected = await contentsOf(owner)
    assert.ok(expected.some(({ table }) => table === 'room_claim'))
    for (const connection of [embedded.connection, to.connection]) {
      const client = clientOf(connection)
      await client.connect()
      try {
        assert.deepEqual(await contentsOf(client), expected)
      } finally {
        await client.end()
      }
    }
  })

  test('what opens a door stays home: nobody is signed in after a restore', async () => {
    const client = await to.ownerClient()
    try {
      for (const table of ['session', 'sign_in_link', 'passkey_challenge', 'attempt', 'mail']) {
        assert.ok(((await owner.query(`select from ${table}`)).rowCount ?? 0) > 0, `${table} had rows`)
        assert.equal((await client.query(`select from ${table}`)).rowCount, 0, `${table} has none now`)
      }
    } finally {
      await client.end()
    }
  })

  test('after a restore the database guards itself as before: triggers, references, counters', async () => {
    const client = await to.ownerClient()
    try {
      const version = async () => (await client.query<{ version: number }>('select version from stek_version')).rows[0]?.version ?? 0
      const was = await version()
      await client.query(`update site set name = 'De Kantine'`)
      assert.equal(await version(), was + 1)
      await assert.rejects(client.query('update slot set offer_id = gen_random_uuid()'), { code: '23503' })
      const added = await client.query<{ lane: number; highest: number }>(
        `insert into slot (stek_id, slot_id, offer_id, pattern, starts_on, start_time, end_time)
         select stek_id, gen_random_uuid(), offer_id, 'once', '2026-11-24', '13:00', '16:00' from offer limit 1
         returning lane, (select max(lane) from slot) as highest`,
      )
      assert.equal(added.rows[0]?.lane, (added.rows[0]?.highest ?? 0) + 1)
    } finally {
      await client.end()
    }
  })

  test('never mixes with what is there, and leaves that as it is', async () => {
    const before = await contentsOf(owner)
    await assert.rejects(readBackup(from.connection, first), { name: 'ClearFailure', message: /not empty.*a restore never mixes/ })
    assert.deepEqual(await contentsOf(owner), before)
  })

  test('replaces an older backup of that name, and nothing else', async () => {
    await writeBackup(from.connection, first)
    const thesis = join(folder, 'thesis.txt')
    writeFileSync(thesis, 'years of work')
    await assert.rejects(writeBackup(from.connection, thesis), { name: 'ClearFailure', message: /is no backup of Stek/ })
    await assert.rejects(writeBackup(from.connection, join(folder, 'nowhere', 'x')), {
      name: 'ClearFailure',
      message: /that folder does not exist/,
    })
    await assert.rejects(writeBackup({ connectionString: 'postgres://nobody@127.0.0.1:1/x' }, second), {
      name: 'ClearFailure',
      message: /does not answer \(nobody listens there\)/,
    })
  })

  test('is of one moment, while people go on saving', async () => {
    const busy = await freshDatabase()
    const writer = await busy.ownerClient()
    let going = true
    const saving = (async () => {
      for (let n = 0; going; n += 1) {
        await writer.query('begin')
        await writer.query(`insert into network (network_id, slug, name) values (gen_random_uuid(), 'n-${n}', 'Netwerk')`)
        await writer.query(`insert into job (job_id, kind) values (gen_random_uuid(), 'together')`)
        await writer.query('commit')
      }
    })()
    try {
      for (let turn = 0; turn < 3; turn += 1) {
        const { header } = await writeBackup(busy.connection, join(folder, 'busy.backup'))
        const rows = (name: string) => header.tables.find((table) => table.name === name)?.rows
        assert.equal(rows('network'), rows('job'))
        let seen = 0
        for await (const entry of entriesIn(join(folder, 'busy.backup'))) if ('line' in entry && entry.table.name === 'network') seen += 1
        assert.equal(seen, rows('network'))
      }
    } finally {
      going = false
      await saving
      await writer.end()
      await busy.drop()
    }
  })
})

/** Every row that should travel, as text, so that two databases can be laid side by side. */
async function contentsOf(client: pg.Client): Promise<{ table: string; row: string }[]> {
  const all: { table: string; row: string }[] = []
  await client.query("set timezone = 'UTC'")
  for (const { name } of await readTables(client)) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${quoted(name)} t order by t::text collate "C"`)
    all.push(...rows.map(({ row }) => ({ table: name, row })))
  }
  return all
}

/** A house with something in every kind of column, and words as people really type them. */
async function fillHouse(client: pg.Client): Promise<void> {
  const odd = 'Zeg "ja", \'nee\' of \\N {a,b} ;\n\t👩\u200d👩\u200d👧 مرحبا \\u0041 \\\\'
  await client.query(`
    insert into network (network_id, slug, name) values ('00000000-0000-7000-8000-000000000001', 'kempen', 'Kempen');
    insert into stek (stek_id, network_id, slug, name, municipality, translations)
      select '00000000-0000-7000-8000-000000000002', network_id, 'proefdorp', 'Proefdorp', 'Proefdorp', '{"fr": {"name": null, "n": 1.50}}' from network;
    insert into site (stek_id, site_id, slug, name) select stek_id, '00000000-0000-7000-8000-000000000003', 'kantine', 'Kantine' from stek;
    insert into room (stek_id, site_id, room_id, name) select stek_id, site_id, '00000000-0000-7000-8000-000000000004', 'Zaal' from site;
    insert into partner (stek_id, partner_id, slug, name) select stek_id, '00000000-0000-7000-8000-000000000005', 'huis', 'Huis' from stek;
    insert into person (person_id, name, email, created_at, left_at)
      values ('00000000-0000-7000-8000-000000000006', 'Proef Persoon', 'proef@example.org', '2026-03-29 02:30:00.123456+01', 'infinity');
    insert into role (stek_id, person_id, kind) select stek_id, person_id, 'coordinator' from stek, person;
    insert into offer (stek_id, offer_id, partner_id, site_id, slug, title, functions, themes, spoken_languages)
      select stek_id, '00000000-0000-7000-8000-000000000007', partner_id, site_id, 'koffie', 'Koffie', '{meet,refer}', array['a,b', '"c"', '{d}', 'NULL', ''], '{}'
      from partner join site using (stek_id);
    insert into slot (stek_id, slot_id, offer_id, pattern, weekday, every_weeks, starts_on, start_time, end_time, room_id, needs_room_alone)
      select o.stek_id, gen_random_uuid(), offer_id, 'weekly', day, 1, '2026-01-01', '13:00', '23:59:59.999', room_id, true
      from offer o, room, generate_series(1, 2) day;
    insert into room_claim select stek_id, slot_id, '2026-11-24', room_id,
      tstzrange('2026-11-24 13:00+01'::timestamptz + lane * interval '1 hour', '2026-11-24 14:00+01'::timestamptz + lane * interval '1 hour'), int8range(null, null) from slot;
    insert into context_figure select stek_id, gen_random_uuid(), 'inwoners', amount, '', 'bron', '2023-01-01' from stek, unnest(array[18970.10, 'NaN', 1e-20]::numeric[]) amount;
    insert into passkey (credential_id, person_id, public_key, counter) select 'sleutel', person_id, '\\x00ff0a0d5c', 9007199254740993 from person;
    insert into session (token_hash, person_id, expires_at) select '\\x01', person_id, now() + interval '1 day' from person;
    insert into sign_in_link (token_hash, person_id, purpose, expires_at) select '\\x02', person_id, 'sign-in', now() + interval '1 day' from person;
    insert into passkey_challenge (challenge_hash, person_id, expires_at) select '\\x03', person_id, now() + interval '1 day' from person;
    insert into attempt (attempt_id, bucket) values (gen_random_uuid(), '\\x04');
    insert into mail (mail_id, recipient, subject, body) values (gen_random_uuid(), 'proef@example.org', 'Aanmelden', 'een link');
    insert into job (job_id, kind, payload) values (gen_random_uuid(), 'proef', 'null')`)
  await client.query(
    `insert into change (stek_id, change_id, happened_at, kind, images) select stek_id, gen_random_uuid(), now(), 'proef', jsonb_build_array($1::text, null) from stek`,
    [odd],
  )
  await client.query('update partner set what = $1, name = $2', [odd, '\n'])
}
