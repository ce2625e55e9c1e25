import { paths as placePaths } from '../../../place/paths.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { Icon } from '../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import type { BoardInWords } from '../../board/board.ts'
import { paths } from '../../paths.ts'
import { oneLine } from '../one-line.ts'
import { frameCode, sendLinks } from './links.ts'

const shareCss = tight(`
.box{display:grid;gap:.5rem}
.box textarea{font:inherit;color:inherit;background:var(--card);border:2px solid var(--strong);border-radius:10px;padding:.75rem;inline-size:100%;max-inline-size:42rem;resize:vertical}
.box .code{font-family:ui-monospace,monospace;font-size:1.0625rem}
.ways{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;margin:.75rem 0 0;padding:0}
.ways a{background:var(--card);color:var(--ink);border:2px solid var(--ink)}
.ways .first a{background:var(--ink);color:var(--paper)}
`)

/** The page on which somebody takes the programme along: the message, the paper, the calendar, the voice, the frame. */
export function sharePage({ t, board, message, baseUrl }: { t: T; board: BoardInWords; message: string; baseUrl: string }): Document {
  const { stek, language } = board
  const name = asDutch(language, oneLine(stek.name))
  const link = (path: string) => inLanguage(language, path)
  const send = sendLinks(oneLine(stek.name), message)
  return publicPage({
    t,
    language,
    path: paths.share(stek.slug),
    title: t('channels.share.title', { stek: name }),
    css: shareCss,
    baseUrl,
    links: [{ href: link(placePaths.stek(stek.slug)), words: name }],
    head: (
      <>
        <h1>{t('channels.share.title', { stek: name })}</h1>
        <p class="soft">{t('channels.share.intro')}</p>
      </>
    ),
    children: (
      <>
        <section class="box">
          <h2>
            <label for="message">{t('channels.share.message')}</label>
          </h2>
          <textarea id="message" readonly rows={message.split('\n').length + 2} dir="auto">
            {message}
          </textarea>
          <ul class="ways">
            <Way first href={send.sms} icon="message-2" words={t('channels.share.sms')} />
            <Way first href={send.whatsApp} icon="brand-whatsapp" words="WhatsApp" />
            <Way first href={send.mail} icon="mail" words={t('channels.share.mail')} />
          </ul>
        </section>
        <section>
          <h2>{t('channels.share.paper')}</h2>
          <ul class="ways">
            <Way href={link(paths.flyer(stek.slug, 'a5', language))} icon="printer" words={t('channels.share.flyerSmall')} />
            <Way href={link(paths.flyer(stek.slug, 'a4', language))} icon="printer" words={t('channels.share.flyerLarge')} />
            <Way href={link(paths.poster(stek.slug, language))} icon="photo" words={t('channels.share.poster')} />
          </ul>
        </section>
        <section>
          <h2>{t('channels.share.listen')}</h2>
          <ul class="ways">
            <Way href={link(paths.aloud(stek.slug))} icon="volume" words={t('channels.share.aloud')} />
            <Way href={link(paths.phoneScript(stek.slug))} icon="phone" words={t('channels.share.phone')} />
          </ul>
        </section>
        <section>
          <h2>{t('channels.share.calendar')}</h2>
          <p>{t('channels.share.calendarHow')}</p>
          <ul class="ways">
            <Way
              href={`${baseUrl}${link(paths.feed(stek.slug))}`.replace(/^https?:/, 'webcal:')}
              icon="calendar"
              words={t('channels.share.subscribe')}
            />
            <Way href={link(paths.feed(stek.slug))} icon="download" words={t('channels.share.download')} />
          </ul>
        </section>
        <section class="box">
          <h2>
            <label for="frame">{t('channels.share.frame')}</label>
          </h2>
          <p>{t('channels.share.frameHow')}</p>
          <textarea id="frame" class="code" readonly rows={6} dir="ltr" spellcheck={false}>
            {frameCode(`${baseUrl}${link(paths.embed(stek.slug))}`, t('programme.week.title', { stek: oneLine(stek.name) }))}
          </textarea>
          <ul class="ways">
            <Way href={link(paths.embed(stek.slug))} icon="eye" words={t('channels.share.frameLook')} />
            <Way href={link(paths.json(stek.slug))} icon="braces" words={t('channels.share.data')} />
          </ul>
        </section>
      </>
    ),
  })
}

const Way = ({ href, icon, words, first }: { href: string; icon: string; words: string; first?: boolean }) => (
  <li class={first ? 'first' : undefined}>
    <a class="big" href={href} rel="noreferrer">
      <Icon name={icon} />
      {words}
    </a>
  </li>
)
