import { Choices, ErrorSummary, TextField } from '../../../ui/fields.tsx'
import { Icon, offerPictograms } from '../../../ui/icons.tsx'
import { tight } from '../../../ui/styles.ts'
import { colours, contrast, pairs, space, type } from '../../../ui/tokens.ts'
import type { T } from '../../../ui/words.ts'
import { MomentCard } from '../../moment-card/views.tsx'
import { functionCodes, functionPictograms } from '../../offer/offer.ts'
import { exampleMoment } from './example.ts'

/** Every colour, distance and size as a rule of its own: the policy allows no style in the tags. */
export const styleCss = tight(`
.sheet{display:grid;gap:2.5rem}
.sheet>section{display:grid;gap:1rem}
.swatches{display:grid;gap:.5rem;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));list-style:none;margin:0;padding:0}
.swatches li{border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem;display:grid}
.swatches small{font-size:1rem}
.bars{list-style:none;margin:0;padding:0;display:grid;gap:.4rem}
.bars li{display:flex;gap:1rem;align-items:center}
.bars i{block-size:1rem;background:var(--ink);border-radius:3px}
.icons{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;margin:0;padding:0}
.icons li{background:var(--t,var(--card));color:var(--c,var(--ink));border:1px solid var(--line);border-radius:10px;padding:.6rem}
.icons svg{inline-size:2rem;block-size:2rem;display:block}
${(['light', 'dark'] as const)
  .flatMap((scheme) =>
    pairs.map(([text, ground]) => `.w-${scheme}-${text}-${ground}{color:${colours[scheme][text]};background:${colours[scheme][ground]}}`),
  )
  .join('\n')}
${Object.entries(space)
  .map(([name, rem]) => `.d-${name}{inline-size:${rem * 4}rem}`)
  .join('\n')}
${Object.entries(type)
  .map(([name, rem]) => `.t-${name}{font-size:${rem}rem}`)
  .join('\n')}
`)

function Colours({ t, scheme }: { t: T; scheme: 'light' | 'dark' }) {
  return (
    <>
      <h3>{t(`style.${scheme}`)}</h3>
      <ul class="swatches">
        {pairs.map(([text, ground]) => (
          <li class={`w-${scheme}-${text}-${ground}`}>
            <b>{t('style.sample')}</b>
            <small>
              {text} / {ground} · {t('style.ratio', { ratio: contrast(colours[scheme][text], colours[scheme][ground]).toFixed(1) })}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Moments({ t, stek, today }: { t: T; stek: string; today: string }) {
  const card = { t, language: 'nl', stek, manySites: false, level: 2 } as const
  const who = t('style.demo.who')
  return (
    <div class="day">
      <MomentCard
        {...card}
        shown={exampleMoment(t('style.demo.open'), who, today, { functions: ['meet'], pictogram: 'coffee', state: 'coming' })}
      />
      <MomentCard
        {...card}
        shown={exampleMoment(t('style.demo.now'), who, today, { functions: ['learn'], pictogram: 'tools-kitchen-2', state: 'now' })}
      />
      <MomentCard
        {...card}
        shown={exampleMoment(t('style.demo.open'), who, today, { functions: ['politicise'], pictogram: 'speakerphone', state: 'done' })}
      />
      <MomentCard
        {...card}
        shown={exampleMoment(t('style.demo.off'), who, today, { functions: ['refer'], pictogram: 'file-text', state: 'coming', off: true })}
      />
    </div>
  )
}

/** The living style page: made from the very tokens and parts that every page is made from. */
export function StyleSheet({ t, stek, today }: { t: T; stek: string; today: string }) {
  const typed = { tijd: '25:00', voorwie: 'everyone' }
  const refusals = { tijd: t('style.wrongTime') }
  return (
    <div class="sheet">
      <div>
        <h1>{t('style.title')}</h1>
        <p class="soft">{t('style.intro')}</p>
      </div>
      <section>
        <h2>{t('style.colours')}</h2>
        <Colours t={t} scheme="light" />
        <Colours t={t} scheme="dark" />
      </section>
      <section>
        <h2>{t('style.type')}</h2>
        <p class="t-shout">{t('style.titles')}</p>
        <p class="t-title">{t('style.part')}</p>
        <p class="t-name">{t('style.day')}</p>
        <p class="t-text">{t('style.text')}</p>
        <p class="soft t-note">{t('style.soft')}</p>
      </section>
      <section>
        <h2>{t('style.space')}</h2>
        <ul class="bars">
          {Object.entries(space).map(([name, rem]) => (
            <li>
              <i class={`d-${name}`} />
              {name} · {rem} rem
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('style.moments')}</h2>
        <Moments t={t} stek={stek} today={today} />
      </section>
      <section>
        <h2>{t('style.buttons')}</h2>
        <p class="acts">
          <button type="button" class="big">
            <Icon name="check" />
            {t('style.main')}
          </button>
          <button type="button" class="second">
            {t('style.second')}
          </button>
          <a href="#main">{t('style.linkWords')}</a>
        </p>
      </section>
      <section>
        <h2>{t('style.fields')}</h2>
        <ErrorSummary t={t} refusals={refusals} />
        <TextField t={t} name="naam" label={t('style.name')} hint={t('style.nameHint')} typed={typed} optional />
        <TextField t={t} name="tijd" label={t('style.time')} typed={typed} refusals={refusals} short />
        <Choices
          t={t}
          name="voorwie"
          label={t('style.choice')}
          typed={typed}
          options={(['everyone', 'families', 'newcomers'] as const).map((value) => ({ value, words: t(`programme.audience.${value}`) }))}
        />
      </section>
      <section>
        <h2>{t('style.pictograms')}</h2>
        <ul class="icons">
          {functionCodes.map((code) => (
            <li class={code}>
              <Icon name={functionPictograms[code]} />
            </li>
          ))}
          {offerPictograms.map((name) => (
            <li>
              <Icon name={name} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
