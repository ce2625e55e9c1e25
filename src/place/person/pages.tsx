import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { privateDocument } from '../../platform/http/answers.ts'
import type { House } from '../../platform/http/house.ts'
import { TypedSoFar } from '../../ui/typed-so-far.tsx'
import type { T } from '../../ui/words.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { workPage } from '../../ui/work-page.tsx'
import { personPaths } from './paths.ts'
import { sectionCss } from './style.ts'

const NOTHING_TO_SIGN = ''

const page = (house: House, title: string, children: ComponentChildren) =>
  workPage({
    t: wordsIn(house, 'nl'),
    title,
    atWork: null,
    token: NOTHING_TO_SIGN,
    css: sectionCss,
    children: [<h1>{title}</h1>, children],
  })

/** 403 for a form that another site sent, or that brought no valid token; what was typed in our own form is shown, to be copied. */
export function formRefused(c: Context, house: House, why: 'another-site' | 'form', typed: Record<string, string | string[]>): Response {
  const t = wordsIn(house, 'nl')
  const title = t('account.refused.title')
  if (why === 'another-site') return privateDocument(c, page(house, title, <p>{t('account.refused.otherSite')}</p>), 403)
  return privateDocument(c, page(house, title, [<p>{t('account.refused.form')}</p>, <TypedSoFar t={t} typed={typed} />]), 403)
}

/** 403 for a form sent after the session was over: how to go on, what was typed, and one press that sends it again. */
export function signedOutMeanwhile(c: Context, house: House, typed: Record<string, string | string[]>): Response {
  const t = wordsIn(house, 'nl')
  const title = t('account.refused.title')
  const body = [
    <p>{t('account.refused.signedOut')}</p>,
    <p>
      <a class="big" href={personPaths.signIn()} target="_blank" rel="noopener">
        {t('account.refused.signedOutLink')}
      </a>
    </p>,
    <SendAgain t={t} action={new URL(c.req.url)} typed={typed} />,
    <TypedSoFar t={t} typed={typed} />,
  ]
  return privateDocument(c, page(house, title, body), 403)
}

/** The same form once more, for after signing in elsewhere. It carries no token: a browser that says whose form it is needs none. */
function SendAgain({ t, action, typed }: { t: T; action: URL; typed: Record<string, string | string[]> }) {
  const fields = Object.entries(typed).filter(([name]) => name !== '_token')
  if (fields.length === 0) return null
  return (
    <form method="post" action={action.pathname + action.search}>
      {fields.flatMap(([name, value]) => [value].flat().map((text) => <input type="hidden" name={name} value={text} />))}
      <button type="submit" class="second">
        {t('account.refused.sendAgain')}
      </button>
    </form>
  )
}

/** 403 for somebody who is signed in and whose role does not allow this; nobody is signed out. */
export function notAllowed(c: Context, house: House, stekName: string): Response {
  const t = wordsIn(house, 'nl')
  const body = [
    <p>{t('account.notAllowed.text', { stek: stekName })}</p>,
    <p>
      <a class="big" href={personPaths.work()}>
        {t('account.notAllowed.back')}
      </a>
    </p>,
  ]
  return privateDocument(c, page(house, t('account.notAllowed.title'), body), 403)
}

/** 403 for somebody without any role. */
export function noRole(c: Context, house: House): Response {
  const t = wordsIn(house, 'nl')
  return privateDocument(c, page(house, t('account.noRole.title'), <p>{t('account.noRole.text')}</p>), 403)
}

/** 404 at work: what does not exist and what is not yours look the same. */
export function notFoundAtWork(c: Context, house: House): Response {
  const t = wordsIn(house, 'nl')
  return privateDocument(c, page(house, t('shell.notFound.title'), <p>{t('shell.notFound.text')}</p>), 404)
}

/** 404 for a link that is used, over or unknown, with what to do. */
export function linkIsOver(c: Context, house: House, purpose: 'sign-in' | 'set-up'): Response {
  const t = wordsIn(house, 'nl')
  if (purpose === 'set-up') return privateDocument(c, page(house, t('account.setUp.overTitle'), <p>{t('account.setUp.overText')}</p>), 404)
  const body = [
    <p>{t('account.signIn.overText')}</p>,
    <p>
      <a class="big" href={personPaths.signIn()}>
        {t('account.signIn.again')}
      </a>
    </p>,
  ]
  return privateDocument(c, page(house, t('account.signIn.overTitle'), body), 404)
}

/** 429 with how long to wait (RFC 6585, 4; Retry-After in seconds, RFC 9110, 10.2.3). */
export function tooMany(c: Context, house: House, retryAfterInSeconds: number): Response {
  const t = wordsIn(house, 'nl')
  c.header('Retry-After', String(retryAfterInSeconds))
  const minutes = Math.ceil(retryAfterInSeconds / 60)
  return privateDocument(c, page(house, t('shell.tooMany.title'), <p>{t('shell.tooMany.text', { minutes })}</p>), 429)
}
