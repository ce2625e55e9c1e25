import { askIfStillRight } from '../functions/refer/freshness/job.ts'
import { type GuideWorld, guideWorld } from './guide-world.ts'

type Asked = { request_id: string; service_id: string; way: string; asked_on: string; answer: string | null; token_hash: Buffer }

/** The world of the guide with what the questions leave behind. */
export type FreshnessWorld = GuideWorld & {
  requests(): Promise<Asked[]>
  outbox(): Promise<{ recipient: string; subject: string; body: string }[]>
  /** Lets the job run on every day of a number of days. */
  days(count: number): Promise<void>
  /** A guide without services, on Monday 23 November 2026, nobody asked. */
  fresh(): Promise<void>
}

/** The address of the link in a mail, without the host. */
export const linkIn = (body: string): string => /http:\/\/localhost(\/wuustwezel\/klopt\?t=[\w-]{43})/.exec(body)?.[1] ?? ''

/** Opens the world of the guide for the questions whether entries are still right. */
export async function freshnessWorld(): Promise<FreshnessWorld> {
  const world = await guideWorld()
  const { house, clock, owner } = world.test
  return {
    ...world,
    requests: () => world.rows('select * from freshness_request order by asked_on, request_id'),
    outbox: () => world.rows('select * from mail order by mail_id'),
    async days(count) {
      for (let day = 0; day < count; day += 1) {
        await askIfStillRight(house)
        clock.pass({ days: 1 })
      }
    },
    async fresh() {
      await owner.query('delete from service; delete from mail; delete from job')
      clock.moveTo('2026-11-23T09:00:00+01:00')
    },
  }
}
