import type { Hono } from 'hono'
import { protect, typedSoFar } from '../../platform/forms/protect.ts'
import type { Env, House } from '../../platform/http/house.ts'
import { mountOutbox } from './outbox/routes.tsx'
import { formRefused } from './pages.tsx'
import { mountMyself, mountPasskeySignIn } from './passkey/routes.tsx'
import { mountPeople } from './people/routes.tsx'
import { mountSetUp } from './set-up/routes.tsx'
import { mountShownName } from './shown-name/routes.ts'
import { mountSignIn } from './sign-in/routes.tsx'
import { requireSignIn } from './signed-in.ts'

/**
 * Stands in front of everything under /werk, to be mounted before it: only our own forms, only people who are signed in. The forms of
 * `uploads` bring large files: they are read piece by piece and check their token themselves.
 */
export function guardWork(app: Hono<Env>, house: House, uploads: ReadonlySet<string> = new Set()): void {
  app.use(
    '/werk/*',
    protect(
      house,
      async (c, why) => formRefused(c, house, why, await typedSoFar(c)),
      (path) => uploads.has(path),
    ),
  )
  app.use('/werk/*', requireSignIn(house))
}

/** Signing in, one's own account, people, the outbox and the set-up. */
export function mountPerson(app: Hono<Env>, house: House): void {
  mountPasskeySignIn(app, house)
  mountSignIn(app, house)
  mountMyself(app, house)
  mountShownName(app, house)
  mountPeople(app, house)
  mountOutbox(app, house)
  mountSetUp(app, house)
}
