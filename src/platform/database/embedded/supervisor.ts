export type EmbeddedServer = { connection: { host: string; port: number; user: string; database: string }; pid: number; stop(): Promise<void> }
// Stand-in until the real supervisor lands; overwrite this file.
export async function startEmbedded(_options: { folder: string }): Promise<EmbeddedServer> {
  throw new Error('not there yet')
}
