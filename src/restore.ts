import { borrowDatabase } from './platform/database/embedded/borrow.ts'
import { checkBackup } from './platform/database/portable/check.ts'
import { onlyFile, runCommand } from './platform/database/portable/command.ts'
import { readBackup } from './platform/database/portable/read.ts'

// npm run restore -- FILE: a backup into an empty database; a data folder without a database gets one.
runCommand(async (settings, words) => {
  const file = onlyFile(words, 'restore')
  await checkBackup(file) // before a data folder is made for it
  const database = await borrowDatabase(settings, { make: true })
  try {
    const { header, rows } = await readBackup(database.connection, file)
    console.log(`Restored ${rows} rows of ${header.tables.length} tables, as they were at ${header.created}.`)
    console.log('Nobody is signed in: sign-in links and sessions do not travel. Ask for a new link.')
    console.log(
      `Move what is in the old folder of keys to ${settings.keysFolder} first: else slips that somebody took back are there again.`,
    )
    console.log(database.server === 'command' ? 'Start Stek with: npm start' : 'Start Stek again, so that it sees what came back.')
  } finally {
    await database.giveBack()
  }
  return 0
})
