import ExcelJS from 'exceljs'
import type { T } from '../../../ui/words.ts'
import type { FigureRow } from './figures.ts'
import type { Shown } from './views.tsx'
import { kindName, looseName, looseWords, peopleWords, periodWords, perMomentWords } from './words.ts'

type Cell = string | number
type Sheet = { name: string; head: string[]; rows: Cell[][] }

/** Numbers as numbers, the word for what is hidden as a word: a cell never holds a number that is not told. */
const numberOr = (words: string): Cell => (/^\d+$/.test(words) ? Number(words) : words)

function sheetsOf(t: T, { figures, coincidences, spread, prices }: Shown): Sheet[] {
  const { periods, whole, sites, loose } = figures
  const when = [t('figures.when'), t('figures.sheet.from'), t('figures.sheet.until')]
  const whenOf = (nth: number): Cell[] => {
    const period = periods[nth]
    return period ? [periodWords(t, period), period.from, period.until] : []
  }
  const counts = [t('figures.people'), t('figures.times'), t('figures.perTime')]
  const countsOf = (row: FigureRow, nth: number): Cell[] => {
    const figure = row.figures[nth] ?? { moments: 0, uncounted: 0, heads: null }
    return [numberOr(peopleWords(t, figure)), figure.moments, numberOr(perMomentWords(t, figure))]
  }
  const nths = periods.map((_, nth) => nth)
  const kinds = ['functions', 'themes', 'dayparts', 'partners'] as const
  return [
    { name: t('figures.sheet.whole'), head: [...when, ...counts], rows: nths.map((nth) => [...whenOf(nth), ...countsOf(whole, nth)]) },
    {
      name: t('figures.sheet.places'),
      head: [t('figures.sheet.place'), t('figures.sheet.offer'), ...when, ...counts],
      rows: sites.flatMap(({ site, offers }) =>
        [...offers, { ...site, name: t('figures.places.together') }].flatMap((row) =>
          nths.map((nth) => [site.name, row.name, ...whenOf(nth), ...countsOf(row, nth)]),
        ),
      ),
    },
    {
      name: t('figures.sheet.loose'),
      head: [t('figures.loose.kind'), ...when, t('figures.people')],
      rows: loose.flatMap((row) =>
        nths.map((nth) => [looseName(t, row), ...whenOf(nth), numberOr(looseWords(t, row.counts[nth] ?? null))]),
      ),
    },
    {
      name: t('figures.sheet.beside'),
      head: (['place', 'offer', 'besideOffer', 'withPerTime', 'withWeeks', 'withoutPerTime', 'withoutWeeks'] as const).map((one) =>
        t(`figures.sheet.${one}`),
      ),
      rows: coincidences.map(({ site, offer, beside, withIt, withoutIt }) => [
        site,
        offer,
        beside,
        withIt.perMoment,
        withIt.weeks,
        withoutIt.perMoment,
        withoutIt.weeks,
      ]),
    },
    {
      name: t('figures.sheet.spread'),
      head: [t('figures.sheet.kind'), t('figures.sheet.what'), t('figures.spread.times'), t('figures.spread.offers')],
      rows: [
        ...kinds.flatMap((kind) =>
          spread[kind].map(({ key, moments, offers }): Cell[] => [t(`figures.spread.${kind}`), kindName(t, kind, key), moments, offers]),
        ),
        ...(prices.highestInCents === null
          ? []
          : [
              [t('figures.price.title'), t('figures.sheet.free'), t('figures.nothing'), prices.free],
              [t('figures.price.title'), t('figures.sheet.highest'), prices.highestInCents / 100, t('figures.nothing')],
            ]),
      ],
    },
  ]
}

/** The same figures as on the page as an Excel workbook: a sheet that explains, and one per table. */
export async function workbookOf(t: T, stek: string, shown: Shown | undefined, now: Temporal.Instant): Promise<ArrayBuffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.created = new Date(now.epochMilliseconds)
  workbook.title = t('figures.title')
  const about = workbook.addWorksheet(t('figures.sheet.about'))
  about.getColumn(1).width = 100
  const lines = [
    `${t('figures.title')}: ${stek}`,
    shown ? `${t('figures.sheet.per')}: ${t(`figures.per.${shown.per}`)}` : t('figures.none'),
    ...(shown?.example ? [t('figures.example')] : []),
    t('figures.intro'),
    t('figures.legend'),
    t('figures.loose.intro'),
    t('figures.beside.intro'),
    ...(['weeks', 'settled', 'small', 'cancelled'] as const).map((one) => t(`figures.rule.${one}`)),
  ]
  for (const line of lines) about.addRow([line]).getCell(1).alignment = { wrapText: true, vertical: 'top' }
  about.getRow(1).font = { bold: true, size: 14 }
  for (const { name, head, rows } of shown ? sheetsOf(t, shown) : []) {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    })
    sheet.addRow(head).font = { bold: true }
    for (const row of rows) sheet.addRow(row)
    for (const [nth, title] of head.entries())
      sheet.getColumn(nth + 1).width = Math.min(48, Math.max(title.length, ...rows.map((row) => String(row[nth] ?? '').length)) + 2)
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return bytes.buffer
}
