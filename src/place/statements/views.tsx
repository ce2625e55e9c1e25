import type { Language } from '../../platform/i18n/languages.ts'
import { type Document, publicPage } from '../../ui/page.tsx'
import type { T, TextKey } from '../../ui/words.ts'
import { paths } from '../paths.ts'

type Part = readonly [heading: TextKey, text: TextKey]

const accessibilityParts: readonly Part[] = [
  ['about.accessibility.standard', 'about.accessibility.standardText'],
  ['about.accessibility.how', 'about.accessibility.howText'],
  ['about.accessibility.not', 'about.accessibility.notText'],
  ['about.accessibility.tell', 'about.accessibility.tellText'],
]

const privacyParts: readonly Part[] = [
  ['about.privacy.reading', 'about.privacy.readingText'],
  ['about.privacy.coming', 'about.privacy.comingText'],
  ['about.privacy.riding', 'about.privacy.ridingText'],
  ['about.privacy.rights', 'about.privacy.rightsText'],
  ['about.privacy.signUp', 'about.privacy.signUpText'],
  ['about.privacy.slip', 'about.privacy.slipText'],
  ['about.privacy.working', 'about.privacy.workingText'],
  ['about.privacy.leave', 'about.privacy.leaveText'],
  ['about.privacy.ask', 'about.privacy.askText'],
]

const statement = (
  t: T,
  language: Language,
  path: string,
  title: TextKey,
  intro: TextKey,
  parts: readonly Part[],
  last?: string,
): Document =>
  publicPage({
    t,
    language,
    path,
    title: t(title),
    head: (
      <>
        <h1>{t(title)}</h1>
        <p class="soft">{t(intro)}</p>
      </>
    ),
    children: (
      <>
        {parts.map(([heading, text]) => (
          <section>
            <h2>{t(heading)}</h2>
            <p>{t(text)}</p>
          </section>
        ))}
        {last && <p class="soft">{last}</p>}
      </>
    ),
  })

/** The accessibility statement. @source Bestuursdecreet of 7-12-2018, art. II.16 (directive EU 2016/2102) */
export const accessibilityStatement = (t: T, language: Language, date: string): Document =>
  statement(
    t,
    language,
    paths.accessibility(),
    'about.accessibility.title',
    'about.accessibility.intro',
    accessibilityParts,
    t('about.accessibility.date', { date }),
  )

/** What is kept of whom, and until when. @source regulation EU 2016/679, art. 13; REFER-4, REFER-5 */
export const privacyStatement = (t: T, language: Language): Document =>
  statement(t, language, paths.privacy(), 'about.privacy.title', 'about.privacy.intro', privacyParts)
