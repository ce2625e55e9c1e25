import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOn } from '../../../test/desk-world.ts'
import { wholeHouse } from '../../../test/running.ts'

test('in the demo world an outing can be joined, a ride to it asked from a neighbourhood, and a host who agreed is seen', async () => {
  const house = await wholeHouse({ environment: { STEK_NOW: '2026-11-24T09:00:00+01:00' } })
  try {
    const read = async (path: string) => (await fetch(house.url + path)).text()
    const page = await read('/kalmthout/activiteit/samen-op-stap')
    assert.match(wordsOn(page), /Uitstap .*Kantine Bezemheide .*zaterdag 12 december.*De rest betaalt Rap op Stap.*16 zitplaatsen/)
    const link = (part: string) => new RegExp(`href="([^"]*/${part}/[^"]+)"`).exec(page)?.[1] ?? ''
    assert.match(wordsOn(await read(link('meedoen'))), /Er zijn nog 12 plaatsen/)
    assert.match(await read(link('rit')), /<option[^>]*>Achterbroek/)
    assert.match(wordsOn(await read('/kalmthout')), /Vandaag zie je Noor/)
    assert.doesNotMatch(wordsOn(await read('/kalmthout')), /Samira|controleren/)
    assert.match(wordsOn(await read('/kalmthout/activiteit/sociale-kruidenier')), /Je betaalt alleen wat je koopt/)
  } finally {
    await house.end()
  }
})
