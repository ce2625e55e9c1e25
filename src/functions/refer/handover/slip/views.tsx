import { codeDocument, type PageProps } from '../../../../place/code/page.tsx'
import { type Document, inLanguage } from '../../../../ui/page.tsx'
import { sheetCss } from '../look.ts'
import { handoverPaths } from '../paths.ts'
import type { SlipWords } from './words.ts'

/** The slip as a page: to print where there is no PDF, to read aloud, or to copy by hand. */
export const slipPage = (props: PageProps & { words: SlipWords; seal: string }): Document => {
  const { t, language, words, seal } = props
  const { outside, inside, own, service } = words
  return codeDocument(props, {
    path: handoverPaths.slip(seal),
    title: words.title,
    css: sheetCss,
    children: (
      <article class="sheet">
        <p class="noprint">
          <a class="big" href={inLanguage(language, handoverPaths.slipPdf(seal))}>
            {t('handover.slip.print')}
          </a>
        </p>
        <div class="out">
          <span>{outside.when}</span>
          {outside.where && (
            <span>
              <bdi>{outside.where}</bdi>
            </span>
          )}
          {words.writeWhere && <span class="write">{words.writeWhere}:</span>}
        </div>
        <p class="fold">{words.fold}</p>
        <dl class="facts2">{inside.flatMap(({ label, text }) => [<dt>{label}</dt>, <dd dir="auto">{text}</dd>])}</dl>
        <section class="codebox">
          <h2>{own.title}</h2>
          <b lang="nl" dir="ltr">
            {own.code}
          </b>
          <p>{own.text}</p>
        </section>
        {words.small.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p class="fold">{words.cut}</p>
        <section class="codebox tear" lang="nl" dir="ltr">
          <h2>{service.title}</h2>
          <b>{service.code}</b>
          <p>{service.text}</p>
        </section>
      </article>
    ),
  })
}
