import { statSync } from 'node:fs'
import { borrowDatabase } from './platform/database/embedded/borrow.ts'
import { onlyFile, runCommand } from './platform/database/portable/command.ts'
import { writeBackup } from './platform/database/portable/write.ts'

// npm run backup -- FILE: everything in one file, also while the app runs.
runCommand(async (settings, words) => {
  const file = onlyFile(words, 'backup')
  const database = await borrowDatabase(settings)
  try {
    const { header, rows } = await writeBackup(database.connection, file)
    const kilobytes = Math.ceil(statSync(file).size / 1024)
    console.log(`The backup is in ${file}: ${rows} rows of ${header.tables.length} tables, ${kilobytes} kB, read back and found whole.`)
    console.log('It holds names and addresses of people who work here. Keep it where only you can read it.')
  } finally {
    await database.giveBack()
  }
  return 0
})
