import type { ComponentChildren } from 'preact'
import { saidIn } from '../../platform/i18n/said.ts'
import { capital } from '../../ui/dutch.ts'
import type { T } from '../../ui/words.ts'
import { stepFreeWords, toiletWords } from '../board/access.ts'
import type { BoardInWords } from '../board/board.ts'

/** A question visitors have, and its answer. */
type Known = { term: string; answer: ComponentChildren }

function siteFacts(t: T, board: BoardInWords, site: BoardInWords['sites'][number]): Known[] {
  const address = [site.name, site.street, [site.postcode, site.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const access = [stepFreeWords(t, site), toiletWords(t, site)].filter(Boolean).join(' ')
  const facts: [string, string][] = [
    [board.sites.length > 1 ? site.name : t('programme.know.where'), [`${address}.`, site.directions].filter(Boolean).join(' ')],
    [t('programme.know.enter'), access],
    [t('programme.know.bus'), site.bus],
    [t('programme.know.bike'), site.bike],
    [t('programme.know.parking'), site.parking],
  ]
  return facts.filter(([, answer]) => answer).map(([term, answer]) => ({ term, answer }))
}

/** Who is there today: in words for everybody, and by first name who agreed to that. */
function who({ t, board, whoToday, namesToday }: KnowProps): ComponentChildren {
  const words = saidIn(board.language)
  if (whoToday.length + namesToday.length === 0) return t('programme.know.nobodyToday')
  return (
    <>
      {whoToday.length > 0 && capital(words.list(whoToday))}
      {namesToday.length > 0 && (
        <>
          {whoToday.length > 0 && <br />}
          {t('hosts.today', { names: words.list(namesToday) })}
        </>
      )}
    </>
  )
}

function facts(props: KnowProps): Known[] {
  const { t, board, confirmedOn } = props
  const words = saidIn(board.language)
  const { phone } = board.stek
  const call = phone && (
    <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
      <bdi>{phone}</bdi>
    </a>
  )
  return [
    ...board.sites.flatMap((site) => siteFacts(t, board, site)),
    { term: t('programme.know.who'), answer: who(props) },
    ...(call ? [{ term: t('programme.know.phone'), answer: call }] : []),
    { term: t('programme.know.cost'), answer: t('programme.know.costFree') },
    { term: t('programme.know.anonymous'), answer: t('programme.know.anonymousText') },
    ...(confirmedOn
      ? [{ term: t('programme.know.checked'), answer: t('programme.know.checkedOn', { date: words.long(confirmedOn) }) }]
      : []),
  ]
}

/** What the questions are answered from. */
type KnowProps = { t: T; board: BoardInWords; whoToday: readonly string[]; namesToday: readonly string[]; confirmedOn: string | undefined }

/** What visitors want to know before they come, at the end of the board. */
export function GoodToKnow(props: KnowProps) {
  return (
    <section id="waar">
      <h2>{props.t('programme.today.goodToKnow')}</h2>
      <div class="plain">
        <dl>
          {facts(props).map(({ term, answer }) => (
            <div>
              <dt dir="auto">{term}</dt>
              <dd dir="auto">{answer}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}
