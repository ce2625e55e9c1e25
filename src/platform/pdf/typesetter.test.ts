import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ClearFailure } from '../config/clear-failure.ts'
import { fontFolderOfNpm } from './fonts.ts'
import { openPdf } from './opened-pdf.ts'
import { openTypesetter } from './typesetter.ts'

const folder = mkdtempSync(join(tmpdir(), 'stek-typesetter-'))
after(() => rmSync(folder, { recursive: true }))

const template = join(folder, 'list.typ')
writeFileSync(
  template,
  `#let job = json(bytes(sys.inputs.job))
#set document(title: job.typed.title)
#set page(width: 200mm, height: 50mm)
#set text(font: "Atkinson Hyperlegible Next", fallback: false, size: 12pt, lang: "nl")
= #job.typed.title
#for one in job.typed.list [- #one]`,
)
const typesetter = openTypesetter({ workspace: folder })
const jobOf = (title: string, list: string[] = []) => ({ template, typed: { title, list }, made: null })

test('a document grows to as many pages as it needs and says how many', async () => {
  const few = await typesetter.typeset(jobOf('Kort', ['een']))
  const many = await typesetter.typeset(
    jobOf(
      'Lang',
      Array.from({ length: 30 }, (_, index) => `regel ${index}`),
    ),
  )
  assert.equal(few.pages, 1)
  assert.equal((await openPdf(few.pdf)).sizes.length, 1)
  assert.ok(many.pages > 3)
  assert.equal((await openPdf(many.pdf)).sizes.length, many.pages)
})

test('what people typed is printed as they typed it and never read as mark-up', async () => {
  const typed = '#panic("x") *vet* $x$ = kop @naam <label> \\u{41} #read("/etc/passwd")'
  const { texts } = await openPdf((await typesetter.typeset(jobOf(typed))).pdf)
  const withoutSpace = (text: string) => text.replaceAll(/\s/g, '')
  assert.equal(withoutSpace(texts.join('')), withoutSpace(typed))
})

test('a job as large as a book is refused in plain words', async () => {
  await assert.rejects(typesetter.typeset(jobOf('Boek', ['lang '.repeat(200_000)])), ClearFailure)
  assert.equal((await typesetter.typeset(jobOf('Kort'))).pages, 1)
})

test('a missing font is named in one clear sentence, and printing works again once it is back', async () => {
  const fontFolder = join(folder, 'fonts')
  mkdirSync(fontFolder)
  for (const name of ['atkinson-hyperlegible-next', 'noto-sans'])
    symlinkSync(join(fontFolderOfNpm, name), join(fontFolder, name), 'junction')
  const poor = openTypesetter({ workspace: folder, fontFolder })
  await assert.rejects(poor.typeset(jobOf('Kort')), (thrown) => {
    assert.ok(thrown instanceof ClearFailure)
    assert.match(thrown.message, /^The font file \S+Amiri_400Regular\.ttf is missing or damaged, .+\.$/)
    return true
  })
  symlinkSync(join(fontFolderOfNpm, 'amiri'), join(fontFolder, 'amiri'), 'junction')
  assert.equal((await poor.typeset(jobOf('Kort'))).pages, 1)
})

test('a damaged font is named too, instead of breaking the program', async () => {
  const fontFolder = join(folder, 'damaged')
  for (const name of ['atkinson-hyperlegible-next', 'noto-sans', 'amiri'])
    cpSync(join(fontFolderOfNpm, name), join(fontFolder, name), { recursive: true })
  writeFileSync(join(fontFolder, 'noto-sans', '700Bold', 'NotoSans_700Bold.ttf'), 'half a download')
  await assert.rejects(
    openTypesetter({ workspace: folder, fontFolder }).typeset(jobOf('Kort')),
    /NotoSans_700Bold\.ttf is missing or damaged/,
  )
})
