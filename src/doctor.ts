import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { shelfOnDisk } from './functions/refer/rights/shelf-now.ts'
import { ClearFailure } from './platform/config/clear-failure.ts'
import type { Settings } from './platform/config/settings.ts'
import { poolOf } from './platform/database/connection.ts'
import { openDatabase } from './platform/database/door.ts'
import { borrowDatabase, findRunning, hasDatabase } from './platform/database/embedded/borrow.ts'
import { inspectBinaries, inspectFolder } from './platform/database/embedded/inspect.ts'
import { sayWall } from './platform/database/login/said.ts'
import { lookAtWall, ROLES, type Wall } from './platform/database/login/wall.ts'
import { runCommand } from './platform/database/portable/command.ts'
import type { Finding } from './platform/database/portable/finding.ts'
import { inspectClock, inspectMigrations, inspectRoles, inspectRowSecurity } from './platform/database/portable/inspect.ts'
import { connectOwner, reasonOf } from './platform/database/portable/owner.ts'
import { unregisteredColumns } from './platform/erasing/register.ts'
import { failedJobs } from './platform/jobs/queries.ts'
import { readFonts } from './platform/pdf/fonts.ts'

const MAIL_PATIENCE_MS = 3000

// npm run doctor: what is well and what is not; code 1 when something is wrong. It changes nothing.
runCommand(async (settings) => {
  const findings = [inspectNode()]
  if (!settings.databaseUrl) findings.push(inspectFolder(settings.dataFolder), inspectBinaries())
  findings.push(
    ...(await inspectDatabase(settings)),
    inspectKeys(settings),
    inspectFonts(),
    inspectRights(),
    inspectTime(settings),
    await inspectMail(settings),
  )
  for (const { ok, says } of findings) console.log(`${ok ? 'ok   ' : 'WRONG'}  ${says}`)
  const wrong = findings.filter(({ ok }) => !ok).length
  console.log(wrong === 0 ? 'All is well.' : `${wrong} to mend.`)
  return wrong === 0 ? 0 : 1
})

/** Whether the keys of messages can be written, and by nobody else read. */
function inspectKeys({ keysFolder }: Settings): Finding {
  try {
    accessSync(keysFolder, constants.R_OK | constants.W_OK)
    const ok = (statSync(keysFolder).mode & 0o077) === 0
    return { ok, says: ok ? 'The keys of messages: for this user only' : `Others can read ${keysFolder}. Run: chmod 700 ${keysFolder}` }
  } catch (thrown) {
    const isNew = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
    return {
      ok: isNew,
      says: isNew ? 'No keys of messages yet: the first message makes the folder' : `The folder ${keysFolder} cannot be written.`,
    }
  }
}

function inspectNode(): Finding {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    dependencies: { node: string }
  }
  const ok = process.versions.node === dependencies.node
  return {
    ok,
    says: ok
      ? `Node ${process.versions.node}`
      : `This is Node ${process.versions.node}, not ${dependencies.node}. Run it with: npm run doctor`,
  }
}

async function inspectDatabase(settings: Settings): Promise<Finding[]> {
  if (!settings.databaseUrl && !hasDatabase(settings.dataFolder)) return [{ ok: true, says: 'No database yet: the first start makes it' }]
  return settled(async () => {
    const open = settings.databaseUrl === undefined && (await findRunning(settings.dataFolder)) !== undefined
    const database = await borrowDatabase(settings)
    try {
      const client = await connectOwner(database.connection, 'stek-doctor')
      try {
        const { rows } = await client.query<{ server_version: string }>('show server_version')
        const where = settings.databaseUrl ? 'the server of DATABASE_URL' : open ? 'in use by the app' : 'started for this check'
        return [
          { ok: true, says: `The database answers: PostgreSQL ${rows[0]?.server_version}, ${where}` },
          await inspectMigrations(client),
          await inspectRowSecurity(client, 'stek_id'),
          await inspectRoles(client, ROLES),
          await inspectClock(client),
          ...(await inspectDoors(await lookAtWall(client, database.connection))),
        ]
      } finally {
        await client.end()
      }
    } finally {
      await database.giveBack()
    }
  })
}

/** Which wall stands, whether the app can step down into each role, and what it finds there: columns without a term, work that failed. */
async function inspectDoors(wall: Wall): Promise<Finding[]> {
  const database = openDatabase(poolOf(wall.connection, 1))
  try {
    await database.reading(null, async () => {})
    await database.atTheDoor(async () => {})
    const { columns, failed } = await database.asKeeper(async (tx) => ({
      columns: await unregisteredColumns(tx),
      failed: await failedJobs(tx),
    }))
    return [
      { ok: true, says: sayWall(wall) },
      { ok: true, says: 'The app can step down into each of its roles' },
      columns.length === 0
        ? { ok: true, says: 'Every column that can identify somebody is registered with a term' }
        : { ok: false, says: `Columns that are not registered: ${columns.join(', ')}` },
      failed.length === 0
        ? { ok: true, says: 'No work that failed for good' }
        : {
            ok: false,
            says: `Work that failed for good: ${[...new Set(failed.map(({ kind, lastError }) => `${kind} (${lastError ?? 'no reason'})`))].join(', ')}`,
          },
    ]
  } catch (thrown) {
    return [
      {
        ok: false,
        says: `The app cannot step down into its roles (${reasonOf(thrown)}). The user of the database must be granted stek_app, stek_door and stek_keeper.`,
      },
    ]
  } finally {
    await database.close()
  }
}

async function settled(look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look()
  } catch (thrown) {
    if (thrown instanceof ClearFailure) return [{ ok: false, says: thrown.message }]
    throw thrown
  }
}

function inspectFonts(): Finding {
  try {
    return { ok: true, says: `${readFonts().files.length} font files for flyers and posters` }
  } catch (thrown) {
    if (thrown instanceof ClearFailure) return { ok: false, says: thrown.message }
    throw thrown
  }
}

function inspectRights(): Finding {
  try {
    return { ok: true, says: `${shelfOnDisk().rights.length} rights for the rights check, each with a rule for every day` }
  } catch (thrown) {
    if (thrown instanceof ClearFailure) return { ok: false, says: thrown.message }
    throw thrown
  }
}

function inspectTime({ timeZone, now }: Settings): Finding {
  const here = Temporal.Now.zonedDateTimeISO(timeZone)
  if (now) return { ok: false, says: 'The clock stands still (STEK_NOW): only for tests and demos' }
  if (here.year < 2025) return { ok: false, says: `The clock of this machine says ${here.toPlainDate().toString()}. Set it right.` }
  return { ok: true, says: `It is ${here.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} in ${timeZone}` }
}

async function inspectMail({ smtpUrl }: Settings): Promise<Finding> {
  if (!smtpUrl) return { ok: true, says: 'No mail server (SMTP_URL): mails wait in the outbox, where a coordinator can read them' }
  const { hostname, port, protocol } = new URL(smtpUrl)
  const at = Number(port) || (protocol === 'smtps:' ? 465 : 587)
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: hostname, port: at, timeout: MAIL_PATIENCE_MS })
    const done = (ok: boolean) => {
      socket.destroy()
      resolve(ok)
    }
    socket.once('connect', () => done(true))
    socket.once('timeout', () => done(false))
    socket.once('error', () => done(false))
  })
  return answers
    ? { ok: true, says: `The mail server ${hostname} answers` }
    : { ok: false, says: `The mail server ${hostname}:${at} does not answer. Check SMTP_URL.` }
}
