import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../../place/person/pages.tsx'
import { brokenConstraint } from '../../../../platform/database/door.ts'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { deskPage } from '../../../../programme/desk/page.ts'
import { todayIn } from '../../../../programme/desk/read.ts'
import { sentencesOf } from '../../../../programme/forms/sentences.ts'
import { type Refusals, type Typed, typedText } from '../../../../ui/fields.tsx'
import type { T } from '../../../../ui/words.ts'
import { answerWords } from '../ask/parts.tsx'
import { chosenIn } from '../book/examples.ts'
import type { Shelf } from '../book/meaning.ts'
import { sayingsOn } from '../book/say.ts'
import type { RightFile } from '../book/shape.ts'
import { withEditions } from '../editions/apply.ts'
import { addEdition, editionsOf, type MadeEdition, madeEditionsOf } from '../editions/queries.ts'
import { rightsPaths } from '../paths.ts'
import { forgetEditions, shelfOnDisk } from '../shelf-now.ts'
import { toldPerRight } from '../told/queries.ts'
import { toldOfRights } from '../told/rules.ts'
import { adapted, type Effect, effectOf } from './effect.ts'
import { amountField, readDraft } from './form.ts'
import { RightsList, rightsDeskCss } from './list-views.tsx'
import { ChangeLook } from './look-views.tsx'
import { RightForm } from './right-views.tsx'
import { amountsNow, changedLines, changesIn, type Draft, firstFelt, refusalsOf, refusalsOfBroken } from './rules.ts'

/** A date and an amount as people here type them. */
const asTyped = (date: string): string => date.split('-').reverse().join('/')
const asAmount = (value: number): string => value.toFixed(2).replace('.', ',')

/** The answers of an example in Dutch words, as the check asks them. */
const answersIn =
  (shelf: Shelf, today: string, t: T) =>
  (rightId: string, name: string): string => {
    const sayings = sayingsOn(shelf, today, 'nl', t)
    const example = shelf.rights.find(({ id }) => id === rightId)?.examples.find((one) => one.name === name)
    return chosenIn(example?.answers ?? {})
      .map((chosen) => `${sayings.screens[chosen.screen]?.short}: ${answerWords({ t, sayings }, chosen)}`)
      .join('. ')
  }

type Asked = { work: Work; right: RightFile; shelf: Shelf; editions: readonly MadeEdition[]; today: string }

/** `/werk/rechten`: the amounts of the rights check, for who leads a stek. */
export function mountRightsDesk(app: Hono<Env>, house: House): void {
  app.get('/werk/rechten', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'rights.change')
    if (work instanceof Response) return work
    const { t, stek, actor } = work
    const today = todayIn(house)
    const read = await house.database.inStek(actor, stek.stekId, async (tx) => ({
      editions: await editionsOf(tx),
      perRight: await toldPerRight(tx),
    }))
    const { rights } = withEditions(shelfOnDisk(), read.editions, today)
    // Per right only: all rights of a stek together, minus those that are shown, would be the ones that are hidden.
    const periods = toldOfRights(read.perRight, today)
    const told = rights.map(({ id, texts }) => ({ name: texts.nl.name, periods: periods.get(id) ?? [] }))
    const children = <RightsList work={work} today={today} rights={rights} told={told} />
    return deskPage(c, work, { title: t('rightswork.title'), css: rightsDeskCss, children })
  })

  async function asked(c: Context<Env>): Promise<Asked | Response> {
    const work = await atWork(c, house, 'rights.change')
    if (work instanceof Response) return work
    const today = todayIn(house)
    const id = c.req.param('right') ?? ''
    const { all, editions } = await house.database.inStek(work.actor, work.stek.stekId, async (tx) => ({
      all: await editionsOf(tx),
      editions: await madeEditionsOf(tx, id),
    }))
    // What was published for a later day is there already for who changes it next.
    const shelf = withEditions(shelfOnDisk(), all, '9999-12-31')
    const right = shelf.rights.find((one) => one.id === id)
    return right ? { work, right, shelf, editions, today } : notFoundAtWork(c, house)
  }

  function formPage(
    c: Context<Env>,
    { work, right, shelf, editions, today }: Asked,
    typed: Typed,
    refusals: Refusals = {},
    meanwhile?: string,
  ) {
    const children = (
      <RightForm
        {...{ work, right, today, typed, refusals, editions, answersOf: answersIn(shelf, today, work.t) }}
        {...(meanwhile === undefined ? {} : { meanwhile })}
      />
    )
    const told = c.req.method === 'GET' && c.req.query('bewaard') ? work.t('rightswork.done') : undefined
    const wrong = meanwhile !== undefined || Object.keys(refusals).length > 0
    return deskPage(c, work, { title: right.texts.nl.name, told, css: rightsDeskCss, children }, wrong ? 422 : 200)
  }

  const somebodyElse = (c: Context<Env>, found: Asked, typed: Typed) =>
    formPage(c, found, typed, {}, found.editions[0]?.by ?? found.work.t('rightswork.meanwhile.somebody'))

  app.get('/werk/rechten/:right{[a-z0-9-]+}', async (c: Context<Env>) => {
    const found = await asked(c)
    if (found instanceof Response) return found
    const { right, today } = found
    const amounts = amountsNow(right, today).map(({ name, step }) => [amountField(name), step ? asAmount(step.value) : ''])
    return formPage(c, found, {
      ...Object.fromEntries(amounts),
      nagekeken: asTyped(today),
      zichtbaar: asTyped(today),
    })
  })

  app.post('/werk/rechten/:right{[a-z0-9-]+}', async (c: Context<Env>) => {
    const found = await asked(c)
    if (found instanceof Response) return found
    const { work, right, shelf, editions, today } = found
    const typed = await typedIn(c)
    const step = typedText(typed, 'stap')
    const draft = readDraft(right, typed, today)
    if (draft.number !== (editions[0]?.number ?? 0)) return somebodyElse(c, found, typed)
    if (step === 'typ') return formPage(c, found, typed)
    const refusals = refusalsOf(draft, right, today)
    if (refusals.length > 0) return formPage(c, found, typed, sentencesOf(work.t, refusals))
    const effect = effectOf(shelf, right.id, changesIn(draft, right, today), firstFelt(draft, today))
    const broken = step === 'bewaar' ? refusalsOfBroken(draft, effect.broken.length) : []
    if (step === 'bewaar' && broken.length === 0) return publish(c, found, draft, effect, typed)
    const look = {
      work,
      shelf,
      effect,
      typed,
      refusals: sentencesOf(work.t, broken),
      publishedOn: draft.publishedOn ?? today,
      changes: changedLines(right, today, changesIn(draft, right, today)),
      answersOf: answersIn(shelf, today, work.t),
    }
    const children = <ChangeLook {...look} title={right.texts.nl.name} />
    return deskPage(c, work, { title: right.texts.nl.name, css: rightsDeskCss, children }, broken.length > 0 ? 422 : 200)
  })

  async function publish(c: Context<Env>, found: Asked, draft: Draft, effect: Effect, typed: Typed): Promise<Response> {
    const { work, right, today } = found
    const { stek, actor } = work
    const edition = {
      id: house.newId(),
      rightId: right.id,
      number: draft.number + 1,
      publishedOn: draft.publishedOn ?? today,
      madeAt: house.clock.now(),
      changes: { amounts: changesIn(draft, right, today), examples: adapted(effect.broken, draft.reason) },
      personId: actor.personId,
    }
    try {
      await house.database.inStek(actor, stek.stekId, (tx) => addEdition(tx, edition))
    } catch (thrown) {
      if (brokenConstraint(thrown) !== 'one_after_the_other') throw thrown
      const again = await asked(c)
      return again instanceof Response ? again : somebodyElse(c, again, typed)
    }
    forgetEditions(house)
    return seeOther(c, rightsPaths.right(stek.slug, right.id, { bewaard: 'ja' }))
  }
}
