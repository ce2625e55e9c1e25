import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import type { Work } from '../../../place/person/at-work.ts'
import type { Env } from '../../../platform/http/house.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { rideCss } from './look.ts'

/** Answers with a page about rides at work. */
export const ridePage = (c: Context<Env>, work: Work, title: string, children: ComponentChildren, status: 200 | 422 = 200): Response =>
  deskPage(c, work, { title, css: rideCss, children }, status)
