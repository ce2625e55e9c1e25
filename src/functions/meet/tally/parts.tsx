import { Icon } from '../../../ui/icons.tsx'
import type { T } from '../../../ui/words.ts'
import { tallyPaths } from './paths.ts'

/** How far the phone is with sending; the script fills it in. */
function State({ t }: { t: T }) {
  return <span class="state" role="status" data-state={t('tally.phone.state', { waiting: '%w', sent: '%s' })} hidden />
}

const refusals = ['too-large', 'unknown-moment', 'cancelled', 'too-early', 'too-late', 'unknown-row', 'other-content'] as const

/** For under the numbers, so that they never move under a thumb: what the script says when something is the matter with the outbox; hidden until then, in words it finds here. */
export function Notes({ t, signIn }: { t: T; signIn: string }) {
  return (
    <div role="alert" data-notes>
      {(['offline', 'notAllowed', 'notPersistent', 'short', 'full'] as const).map((name) => (
        <p class="note" hidden data-note={name}>
          {t(`tally.phone.${name}`)}
        </p>
      ))}
      <div class="note" hidden data-note="signedOut">
        <p>{t('tally.phone.signedOut')}</p>
        <a class="big" href={signIn}>
          {t('tally.phone.signIn')}
        </a>
      </div>
      <div class="note" hidden data-note="refused">
        <p
          data-words={t('tally.phone.refused', { number: '%n', why: '%y' })}
          data-whys={JSON.stringify(Object.fromEntries(refusals.map((why) => [why, t(`tally.wrong.${why}`)])))}
        />
        <button type="button" class="second">
          {t('tally.phone.understood')}
        </button>
      </div>
    </div>
  )
}

/** What stands on top of every page of counting: the way back, how far the phone is. No name of who counts: the page is kept on the phone. */
export function TallyTop({ t, stek, back }: { t: T; stek: string; back: { href: string; words: string } }) {
  return (
    <div
      data-outbox={tallyPaths.post(stek)}
      data-stand={tallyPaths.stand(stek)}
      data-stek={stek}
      data-keeper={tallyPaths.keeper()}
      data-scope={tallyPaths.scope()}
    >
      <nav class="way" aria-label={t('tally.title')}>
        <a href={back.href}>
          <Icon name="arrow-left" />
          {back.words}
        </a>
        <State t={t} />
      </nav>
    </div>
  )
}
