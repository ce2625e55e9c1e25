import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import type { Work } from '../../place/person/at-work.ts'
import { privateDocument } from '../../platform/http/answers.ts'
import type { Env } from '../../platform/http/house.ts'
import { workPage } from '../../ui/work-page.tsx'
import { deskCss } from './look.ts'

/** Answers with a page of the desk: 200, or 422 when it shows a form that was refused. */
export const deskPage = (
  c: Context<Env>,
  work: Work,
  page: { title: string; told?: ComponentChildren; css?: string; children: ComponentChildren },
  status: 200 | 422 = 200,
): Response => privateDocument(c, workPage({ ...work.frame, ...page, css: deskCss + (page.css ?? '') }), status)
