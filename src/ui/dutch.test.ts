import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asDutch, capital, isDutch, unmarked, withDutchMarked } from './dutch.ts'

const zaal = asDutch('ar', 'De Zaal')

test('words nobody translated get an element with their language; on a Dutch page nothing is marked', () => {
  assert.equal(withDutchMarked(`<p>a ${zaal} b</p>`), '<p><span>a <bdi lang="nl">De Zaal</bdi> b</span></p>')
  assert.equal(withDutchMarked(`<h1><bdi>${zaal}</bdi></h1>`), '<h1><bdi lang="nl">De Zaal</bdi></h1>')
  assert.equal(asDutch('nl', 'De Zaal'), 'De Zaal')
  assert.equal(asDutch('uk', ''), '')
  assert.equal(asDutch('uk', asDutch('uk', 'x')), asDutch('uk', 'x'), 'marking twice is marking once')
})

test('what holds no elements loses the marks, and a choice carries the language itself', () => {
  assert.equal(withDutchMarked(`<a title="${zaal} > b" href="/x">y</a>`), '<a title="De Zaal > b" href="/x">y</a>')
  assert.equal(withDutchMarked(`<textarea rows="2">${zaal}\nx</textarea>`), '<textarea rows="2">De Zaal\nx</textarea>')
  assert.equal(withDutchMarked(`<option value="1">${zaal}</option>`), '<option lang="nl" value="1">De Zaal</option>')
  assert.equal(withDutchMarked(`<option>in ${zaal}</option>`), '<option>in De Zaal</option>')
  assert.equal(unmarked(`in ${zaal}`), 'in De Zaal')
})

test('an address of several pieces is one piece of Dutch, in its own order', () => {
  const address = [zaal, asDutch('ar', 'Straat 1'), `2990 ${asDutch('ar', 'Dorp')}`].join(', ')
  assert.equal(withDutchMarked(`<p>${address}</p>`), '<p><bdi lang="nl">De Zaal, Straat 1, 2990 Dorp</bdi></p>')
})

test('words that were cut off are Dutch to their end, and never the page behind them', () => {
  assert.equal(withDutchMarked(`<p>${zaal.slice(0, 5)}…</p><p>b</p>`), '<p><bdi lang="nl">De Z…</bdi></p><p>b</p>')
  assert.equal(withDutchMarked(`<p>${zaal.slice(3)}</p><p>${zaal}</p>`), '<p> Zaal</p><p><bdi lang="nl">De Zaal</bdi></p>')
})

test('what somebody typed never becomes an element of its own', () => {
  assert.equal(withDutchMarked(`<p>${asDutch('ar', '&lt;b&gt;')}</p>`), '<p><bdi lang="nl">&lt;b&gt;</bdi></p>')
})

test('a capital is put behind the mark', () => {
  assert.equal(unmarked(capital(asDutch('fr', 'een werker'))), 'Een werker')
  assert.equal(isDutch(capital(asDutch('fr', 'een werker'))), true)
  assert.equal(capital('élan'), 'Élan')
})
