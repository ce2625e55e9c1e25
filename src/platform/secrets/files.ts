import { open } from 'node:fs/promises'

/** For `catch`: what is not there is no trouble and gives this value; everything else goes on as it was thrown. */
export const nothingThere =
  <Value>(value: Value) =>
  (thrown: unknown): Value => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return value
    throw thrown
  }

/** What was made, renamed or removed in a folder is so after a power cut too. */
export async function synced(folder: string): Promise<void> {
  const directory = await open(folder, 'r').catch(nothingThere(undefined))
  try {
    await directory?.sync()
  } finally {
    await directory?.close()
  }
}
