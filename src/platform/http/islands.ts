import { build, stop } from 'esbuild'

const made = new Map<string, Promise<string>>()

/**
 * The script of an island (its TypeScript file, with what it imports) as one small module for the browser; made at first request.
 * Needed by nobody to read or work: pages do everything as plain forms.
 */
export function islandScript(file: string): Promise<string> {
  const known = made.get(file)
  if (known) return known
  const making = build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    legalComments: 'none',
  })
    .then(({ outputFiles }) => outputFiles[0]?.text ?? '')
    .finally(() => stop())
  made.set(file, making)
  making.catch(() => made.delete(file))
  return making
}
