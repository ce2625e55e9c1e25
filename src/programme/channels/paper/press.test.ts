import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { ClearFailure } from '../../../platform/config/clear-failure.ts'
import { languages } from '../../../platform/i18n/languages.ts'
import { openTexts } from '../../../platform/i18n/texts.ts'
import { openPdf } from '../../../platform/pdf/opened-pdf.ts'
import { contrast } from '../../../ui/tokens.ts'
import { exampleIn, exampleOf, exampleWeek } from './example.ts'
import { inks } from './look.ts'
import type { PaperLine, PaperProgramme } from './paper.ts'
import { openPaperPress } from './press.ts'

const texts = openTexts()
const press = openPaperPress({ translate: texts })
const flyer = async (programme: PaperProgramme, format: 'a5' | 'a4' = 'a5') => openPdf(await press.renderFlyer(programme, format))
const poster = async (programme: PaperProgramme) => openPdf(await press.renderPoster(programme))

const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
const withoutSpace = (text: string) => text.replaceAll(/\s/g, '')
/** A week of one day with this line. */
const weekWith = (line: Partial<PaperLine>): PaperProgramme => ({
  ...exampleWeek,
  week: [{ weekday: 'Maandag', lines: [{ ...(exampleWeek.week[0]?.lines[0] as PaperLine), ...line }] }],
})

for (const language of languages) {
  test(`MEET-3 the flyer in ${language} says when, what, where and whom to call, and every letter of it can be copied`, async () => {
    const programme = exampleIn(language)
    const { texts: pages, rightToLeft, ...opened } = await flyer(programme)
    const t = texts(language)
    const text = plain(programme.direction === 'rtl' ? `${rightToLeft.join(' ')} ${pages.join(' ')}` : pages.join(' '))
    const words = [
      programme.stekName,
      programme.phone ?? '',
      programme.webAddress,
      programme.printedOn,
      'De Oude Kantine',
      'Voorbeeldstraat 1',
      ...programme.week.flatMap((day) => [
        day.weekday,
        ...day.lines.flatMap((line) => [line.title, line.startsAt, line.endsAt, ...line.tags]),
      ]),
      ...['comeIn', 'why', 'week', 'functions.meet', 'functions.learn', 'functions.refer', 'functions.politicise', 'where', 'call'].map(
        (key) => t(`paper.${key}`),
      ),
    ]
    // From right to left columns stand beside each other on one line: there every word counts by itself.
    const asked = programme.direction === 'rtl' ? words.flatMap((word) => word.split(' ')) : words
    for (const word of asked) assert.ok(text.includes(plain(word)), `"${word}" is not in: ${text}`)
    assert.equal(opened.language, language)
    assert.equal(opened.title, t('paper.flyerTitle', { stek: programme.stekName }))
    assert.equal(opened.sizes.length, 1)
  })
}

for (const language of languages.filter((one) => one !== 'ar')) {
  test(`on the poster in ${language} the words on the four colours stay whole and on their colour`, async () => {
    const { pieces } = await poster(exampleIn(language))
    const t = texts(language)
    const edges = (['meet', 'learn', 'refer', 'politicise'] as const).map((one) => {
      const words = t(`paper.functions.${one}`).split(' ')
      const own = pieces
        .filter(
          ({ text }) =>
            text.trim() !== '' &&
            text
              .trim()
              .split(' ')
              .every((word) => words.includes(word)),
        )
        .slice(0, words.length)
      return { left: Math.min(...own.map(({ left }) => left)), right: Math.max(...own.map(({ right }) => right)) }
    })
    for (const [at, { right }] of edges.slice(0, -1).entries()) {
      // Between the words of two bands stand a margin, a gap, a margin and the pictogram of the next: 28 millimetres.
      const between = (edges[at + 1]?.left ?? 0) - right
      assert.ok(between >= (28 / 25.4) * 72, `band ${at + 1} leaves ${Math.round(between)} points`)
    }
  })
}

test('an Arabic sentence comes out of the PDF as it went in, joined letters and all', async () => {
  const sentence = 'قهوة وأذن صاغية ومساعدة في الأوراق ولا نكتب أسماء'
  const { rightToLeft } = await flyer({ ...exampleIn('ar'), welcome: sentence })
  assert.ok(rightToLeft.join(' ').includes(sentence), rightToLeft.join(' '))
})

test('the flyer is A5 or A4 and the poster A3', async () => {
  assert.deepEqual((await flyer(exampleWeek)).sizes, [[148, 210]])
  assert.deepEqual((await flyer(exampleWeek, 'a4')).sizes, [[210, 297]])
  assert.deepEqual((await poster(exampleWeek)).sizes, [[297, 420]])
})

test('who listens to the flyer hears headings, a real table, the name of every pictogram and where the code leads', async () => {
  for (const opened of [await flyer(exampleWeek), await poster(exampleWeek)]) {
    assert.ok(opened.marked && opened.accessible)
    const roles = opened.elements.map(({ role }) => role)
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'Link']) assert.ok(roles.includes(role), `no ${role}`)
    assert.equal(roles.filter((role) => role === 'H1').length, 1)
    assert.equal(roles.filter((role) => role === 'TH').length, 4)
    const figures = opened.elements.filter(({ role }) => role === 'Figure')
    assert.ok(
      figures.every(({ alt }) => alt),
      'a picture without words',
    )
    const alts = figures.map(({ alt }) => plain(alt ?? ''))
    for (const alt of ['Mensen zien', 'Iets leren', 'Hulp vinden', 'QR-code die naar stek.example/voorbeeld gaat'])
      assert.ok(alts.includes(alt), `no "${alt}"`)
  }
})

test('a Dutch title on a French flyer is read aloud in Dutch', async () => {
  const { elements } = await flyer(exampleIn('fr'))
  assert.ok(elements.some(({ language }) => language === 'nl'))
})

test('the poster says less: no names of who you meet, no tags', async () => {
  const text = (await poster(exampleWeek)).texts.join(' ')
  assert.ok(text.includes('Koffie en') && text.includes('elke eerste vrijdag van de maand'))
  assert.ok(!text.includes('een medewerker van het CAW') && !text.includes('gewoon binnenlopen'))
})

test('an empty week invites instead of showing an empty table', async () => {
  for (const opened of [await flyer({ ...exampleWeek, week: [] }), await poster({ ...exampleWeek, week: [] })]) {
    assert.ok(opened.texts.join(' ').includes('Nog geen vaste momenten'))
    assert.ok(!opened.elements.some(({ role }) => role === 'Table'))
    assert.equal(opened.sizes.length, 1)
  }
})

test('a long programme goes on to a second page with its head repeated, and nothing gets lost', async () => {
  const opened = await flyer(exampleOf(25, (index) => `Activiteit ${index}.`))
  assert.equal(opened.sizes.length, 2)
  const text = plain(opened.texts.join(' '))
  for (let index = 0; index < 25; index += 1) assert.ok(text.includes(`Activiteit ${index}.`), `line ${index} is gone`)
  for (const page of opened.texts) assert.match(page, /Dag.*Uur.*Voor.*Wat/)
  assert.match(opened.texts[1] ?? '', /Blad 2 van 2/)
})

test('the name of a day stands once on a page, and again only where its rows go on to the next', async () => {
  const line = (index: number) => ({ ...(exampleWeek.week[0]?.lines[0] as PaperLine), title: `Activiteit ${index}.` })
  const oneDay = (count: number): PaperProgramme => ({
    ...exampleWeek,
    week: [{ weekday: 'Maandag', lines: Array.from({ length: count }, (_, index) => line(index)) }],
  })
  const days = ({ texts: pages }: { texts: readonly string[] }) =>
    pages.filter((page) => page.includes('Activiteit')).map((page) => page.match(/Maandag/g)?.length ?? 0)
  assert.deepEqual(days(await flyer(oneDay(5))), [1])
  assert.deepEqual(days(await flyer(oneDay(25))), [1, 1])
  assert.deepEqual(days(await poster(oneDay(8))), [1])
})

test('twenty-five titles of eighty characters all stay on the paper', async () => {
  const title = (index: number) =>
    `${index}`.padStart(2, '0') + ' samen ontdekken hoe lekker en gezond koken met weinig geld kan zijn voor iedereen'.slice(0, 78)
  const text = plain((await flyer(exampleOf(25, title))).texts.join(' ')).replaceAll('- ', '')
  for (let index = 0; index < 25; index += 1) assert.ok(text.includes(title(index).replaceAll('- ', '')), title(index))
})

test('more than a hundred and twenty lines are announced with the address, not dropped in silence', async () => {
  const text = plain((await flyer(exampleOf(150))).texts.join(' '))
  assert.ok(text.includes('Activiteit 119') && !text.includes('Activiteit 120'))
  assert.ok(text.includes('Er is nog meer te doen. Kijk op stek.example/voorbeeld'))
})

test('the same programme gives the same file, byte for byte, at any second', async () => {
  const before = await press.renderFlyer(exampleWeek, 'a5')
  const second = new Date().getUTCSeconds()
  while (new Date().getUTCSeconds() === second) await setTimeout(50)
  assert.ok(Buffer.from(before).equals(Buffer.from(await press.renderFlyer(structuredClone(exampleWeek), 'a5'))))
})

const odd: Record<string, string> = {
  'mark-up': '#panic("x") *vet* _cursief_ $x^2$ `code` @naam <script>alert(1)</script>',
  'the signs of our own texts': '{{stek}} $t(paper.day) {{{title}}}',
  'words from right to left': 'Koffie met مرحبا بكم (gratis)!',
  'another alphabet': 'Кава з Дмитром',
}
for (const [what, title] of Object.entries(odd)) {
  test(`a title with ${what} is printed as it was typed`, async () => {
    for (const opened of [await flyer(weekWith({ title })), await poster(weekWith({ title }))]) {
      const text = withoutSpace(opened.texts.join(''))
      for (const words of title.split(/[\u0600-\u06ff]+/u).map(withoutSpace))
        assert.ok(text.includes(words), `"${words}" is not in: ${text}`)
    }
  })
}

test('a title of emoji, of ten thousand letters or of nothing never stops the press', async () => {
  for (const title of ['🎉👨‍👩‍👧', 'A'.repeat(10_000), '', '\u202e\u0000\ud800', 'Z\u0337\u0321a\u0336l\u0334go']) {
    const programme = weekWith({ title, who: title, tags: [title], note: title, rhythm: title, startsAt: title || '9.00' })
    assert.ok((await flyer(programme)).sizes.length <= 2)
    assert.ok((await poster(programme)).sizes.length <= 2)
  }
})

// pdf.js gives only text that stands on the page: a word that runs off the edge is missed here.
test('the longest name, word, phone number and address stay on the paper', async () => {
  const programme: PaperProgramme = {
    ...weekWith({ title: 'Arbeidsongeschiktheidsuitkeringsinfo voor zelfstandigen', startsAt: '13 h 00', endsAt: '16 h 30' }),
    stekName: 'de STEK Sint-Job-in-’t-Goor Brecht',
    phone: '+32 14 00 00 00 of 0470 00 00 00',
    webAddress: 'www.buurtwerk-noorderkempen.example/sint-job-in-t-goor',
  }
  for (const opened of [await flyer(programme), await flyer(programme, 'a4'), await poster(programme)]) {
    const text = withoutSpace(opened.texts.join(''))
    for (const words of [
      'Arbeidsongeschiktheidsuitkeringsinfovoorzelfstandigen',
      '13h00',
      '16h30',
      'deSTEKSint-Job-in-’t-GoorBrecht',
      '+3214000000of0470000000',
      programme.webAddress,
    ])
      assert.ok(text.includes(words), `"${words}" is not in: ${text}`)
  }
})

test('without its fonts the press says so in one clear sentence', async () => {
  const fontFolder = mkdtempSync(join(tmpdir(), 'stek-no-fonts-'))
  try {
    await assert.rejects(openPaperPress({ translate: texts, fontFolder }).renderFlyer(exampleWeek, 'a5'), ClearFailure)
  } finally {
    rmSync(fontFolder, { recursive: true })
  }
})

test('every text on paper has a contrast of at least 7 to 1 with its ground', () => {
  const grounds = [inks.card, inks.sun, ...Object.values(inks.tint)]
  for (const ground of grounds) assert.ok(contrast(inks.ink, ground) >= 7, `ink on ${ground}`)
  assert.ok(contrast(inks.soft, inks.card) >= 7)
  for (const band of [inks.meet, inks.learn, inks.refer, inks.politicise]) assert.ok(contrast('#ffffff', band) >= 7, `white on ${band}`)
})
