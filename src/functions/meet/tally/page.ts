import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import type { Work } from '../../../place/person/at-work.ts'
import { privateDocument } from '../../../platform/http/answers.ts'
import type { Env } from '../../../platform/http/house.ts'
import { workPage } from '../../../ui/work-page.tsx'
import { tallyCss } from './look.ts'
import { tallyPaths } from './paths.ts'

/** Answers with a page of counting. It has no bar with the name of who is signed in, because the phone keeps it. */
export const tallyPage = (
  c: Context<Env>,
  work: Work,
  page: { title: string; told?: ComponentChildren; children: ComponentChildren },
  status: 200 | 422 = 200,
): Response => privateDocument(c, workPage({ ...work.frame, ...page, atWork: null, css: tallyCss, scripts: [tallyPaths.script()] }), status)
