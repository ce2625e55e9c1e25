import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapsOfPartner, gapsOfSite } from './rules.ts'

const whole = {
  siteId: 'a',
  slug: 'zaal',
  name: 'Zaal',
  street: 'Dorp 1',
  postcode: '2920',
  town: 'Kalmthout',
  directions: 'Naast de winkel.',
  bus: 'Halte Dorp.',
  bike: 'Voor de deur.',
  parking: 'Op het plein.',
  stepFree: 'no',
  toilet: 'no',
} as const
const partner = {
  partnerId: 'a',
  slug: 'huis',
  name: 'Huis',
  what: 'Koffie.',
  howToReach: '',
  website: null,
  phone: null,
  email: null,
  pictogram: 'users',
}

test('MEET-1 a site is complete when address, door, access and every way to get there are told; a no is an answer too', () => {
  assert.deepEqual(gapsOfSite(whole), [])
})

test('MEET-1 whatever is missing about a site is named', () => {
  assert.deepEqual(gapsOfSite({ ...whole, postcode: null, stepFree: 'unknown', bike: '' }), ['address', 'stepFree', 'bike'])
  const empty = {
    ...whole,
    street: '',
    postcode: null,
    town: '',
    directions: '',
    bus: '',
    bike: '',
    parking: '',
    stepFree: 'unknown',
    toilet: 'unknown',
  } as const
  assert.deepEqual(gapsOfSite(empty), ['address', 'directions', 'stepFree', 'toilet', 'bus', 'bike', 'parking'])
})

test('ACCESSIBLE-3 a partner tells what it does here and one way to reach it', () => {
  assert.deepEqual(gapsOfPartner(partner), ['reach'])
  assert.deepEqual(gapsOfPartner({ ...partner, email: 'info@voorbeeld.be' }), [])
  assert.deepEqual(gapsOfPartner({ ...partner, what: '' }), ['what', 'reach'])
})
