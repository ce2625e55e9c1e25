import type { Page } from 'playwright-core'
import { projectFile } from './database.ts'

const axe = projectFile('node_modules/axe-core/axe.min.js')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Found = { violations: { id: string; nodes: { html: string }[] }[] }

/** What axe finds wrong on a page as it stands: the rule and the place, up to three places a rule. The context needs `bypassCSP` where pages have no script. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`)) as Found
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Whether something is wider than the page: it would have to be pushed sideways. */
export const sticksOut = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > window.innerWidth')

/** Blocks of a page in Arabic that begin in Arabic and yet run from left to right: the first letters of each. */
export const runsWrongWay = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('h1,h2,h3,p,li,dd,td')]
    .filter((one) => /^\\s*[\\u0620-\\u064a]/.test(one.textContent) && getComputedStyle(one).direction === 'ltr')
    .map((one) => one.outerHTML.slice(0, 120))`)

/**
 * Pieces of a page in another script whose Latin words no `lang` tells apart. A piece is a text, or what stands between isolates in it; one that
 * holds letters of the page may hold `names` too. Addresses of pages and mail may stand anywhere.
 */
export const foreignWords = (page: Page, html: string, names: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ({ html, names }) => {
      const doc = new DOMParser().parseFromString(html, 'text/html')
      const named = ['STEK', 'SMS', 'WhatsApp']
      const found: string[] = /[\ufff9-\ufffb]/.test(html) ? ['a mark that was left'] : []
      const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const inside = node.parentElement
        if (!inside || inside.closest('script,style,textarea,[lang]') !== doc.documentElement) continue
        for (const piece of (node.textContent ?? '').split(/[\u2066-\u2069]/)) {
          const words = piece.replace(/\S*(?:[/@]|\w\.\w)\S*/g, ' ').match(/[A-Za-z\u00c0-\u024f]{2,}/g) ?? []
          const ownLetters = /[\u0400-\u04ff\u0620-\u064a]/.test(piece)
          if (words.some((word) => !named.includes(word) && !(ownLetters && names.includes(word))))
            found.push(`${inside.tagName.toLowerCase()}: ${piece.trim().slice(0, 100)}`)
        }
      }
      return found
    },
    { html, names: [...names] },
  )
