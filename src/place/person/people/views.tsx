import { ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import type { Document } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import { workPage } from '../../../ui/work-page.tsx'
import type { Work } from '../at-work.ts'
import { personPaths } from '../paths.ts'
import { roleKinds } from '../rules.ts'
import { sectionCss } from '../style.ts'
import type { RoleOfColleague } from './queries.ts'

const css = `${sectionCss}${tight(`
.colleagues{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.colleagues ul{list-style:none;margin:0;padding:0}
.colleagues li li{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center;justify-content:space-between}
.qr{inline-size:min(100%,16rem);background:#fff;padding:.5rem;border-radius:var(--r)}
.address{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
`)}`

type Colleague = { personId: string; name: string; email: string; roles: RoleOfColleague[] }

const byPerson = (rows: readonly RoleOfColleague[]): Colleague[] => {
  const found = new Map<string, Colleague>()
  for (const row of rows) {
    const known = found.get(row.personId)
    if (known) known.roles.push(row)
    else found.set(row.personId, { personId: row.personId, name: row.name, email: row.email, roles: [row] })
  }
  return [...found.values()]
}

function OfColleague({ work, colleague, manages }: { work: Work; colleague: Colleague; manages: boolean }) {
  const { t, frame, stek } = work
  const { personId, name, email, roles } = colleague
  const hidden = (
    <>
      <input type="hidden" name="stek" value={stek.slug} />
      <input type="hidden" name="person" value={personId} />
    </>
  )
  return (
    <li class="plain">
      <h2>{name}</h2>
      {manages && <p class="soft">{email}</p>}
      <ul>
        {roles.map(({ kind, partnerName }) => (
          <li>
            <span>
              {t(`account.role.${kind}`)}
              {partnerName && `, ${partnerName}`}
            </span>
            {manages && (
              <Form token={frame.token} action={`${personPaths.people()}/rol-weg`}>
                {hidden}
                <input type="hidden" name="role" value={kind} />
                <button type="submit" class="link" aria-label={t('account.people.takeFrom', { role: t(`account.role.${kind}`), name })}>
                  {t('account.people.take')}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {manages && (
        <Form token={frame.token} action={`${personPaths.people()}/link`}>
          {hidden}
          <button type="submit" class="link" aria-label={t('account.people.linkFor', { name })}>
            {t('account.people.link')}
          </button>
        </Form>
      )}
    </li>
  )
}

/** Who works here; for who leads the stek with the form to add somebody. */
export function peoplePage(page: {
  work: Work
  colleagues: readonly RoleOfColleague[]
  manages: boolean
  partners: readonly { value: string; words: string }[]
  typed?: Typed
  refusals?: Refusals
  told?: string
}): Document {
  const { work, colleagues, manages, partners, typed = {}, refusals, told } = page
  const { t, frame, stek } = work
  const common = { typed, refusals, t }
  return workPage({
    ...frame,
    title: t('account.people.title'),
    told,
    css,
    children: (
      <>
        <h1>{t('account.people.title')}</h1>
        <ErrorSummary refusals={refusals} t={t} />
        <ul class="colleagues" id="f-colleague" tabindex={-1}>
          {byPerson(colleagues).map((colleague) => (
            <OfColleague work={work} colleague={colleague} manages={manages} />
          ))}
        </ul>
        {manages && (
          <section>
            <h2>{t('account.people.add')}</h2>
            <p class="soft">{t('account.people.addHint')}</p>
            <Form token={frame.token} action={personPaths.people()}>
              <input type="hidden" name="stek" value={stek.slug} />
              <TextField name="name" autoComplete="off" label={t('account.people.name')} {...common} />
              <TextField name="email" type="email" inputMode="email" autoComplete="off" label={t('account.people.email')} {...common} />
              <Select
                name="role"
                label={t('account.people.role')}
                empty={t('account.people.choose')}
                options={roleKinds.map((kind) => ({ value: kind, words: t(`account.role.${kind}`) }))}
                {...common}
              />
              <Select
                name="partner"
                optional
                label={t('account.people.partner')}
                hint={t('account.people.partnerHint')}
                empty={t('account.people.choose')}
                options={partners}
                {...common}
              />
              <button type="submit" class="big">
                <Icon name="user-plus" />
                {t('account.people.addButton')}
              </button>
            </Form>
          </section>
        )}
      </>
    ),
  })
}

/** A link for a colleague, shown once at the desk: to scan or to copy. `qr` is an SVG. */
export function handedLinkPage({ work, name, address, qr }: { work: Work; name: string; address: string; qr: string }): Document {
  const { t, frame, stek } = work
  const title = t('account.people.linkTitle', { name })
  return workPage({
    ...frame,
    title,
    css,
    children: (
      <>
        <h1>{title}</h1>
        <p>{t('account.people.linkText', { name })}</p>
        <img class="qr" src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={t('account.people.linkAlt')} />
        <p class="address">{address}</p>
        <p>
          <a class="second" href={personPaths.people(stek.slug)}>
            {t('account.people.back')}
          </a>
        </p>
      </>
    ),
  })
}
