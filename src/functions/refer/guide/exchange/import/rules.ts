import { slugOf } from '../../../../../programme/offer/rules.ts'

const LONGEST = 60
const asName = (text: string): string => {
  const name = slugOf(text, new Set(), '').slice(0, LONGEST).replace(/^-|-$/g, '')
  return /^[a-z]/.test(name) ? name : ''
}

/**
 * What a list is called: as typed, or else like its file, without what differs each time it is saved (a date, a number of a copy), so that
 * the same list is known again next month. Never '': with nothing to go by it is `lijst`.
 */
export function sourceOf(typed: string, fileName: string): string {
  const file = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const bare = file
    .replace(/\.[a-z0-9]{1,6}$/i, '')
    .replace(/\((?:\d+|kopie|copy)\)|\b(?:kopie|copy)\b/gi, ' ')
    .replace(/(?<!\d)(?:\d{4}[-_. ]?\d{1,2}(?:[-_. ]?\d{1,2})?|\d{1,2}[-_. ]\d{1,2}[-_. ]\d{4}|(?:19|20)\d\d)(?!\d)/g, ' ')
  return asName(typed) || asName(bare) || asName(`lijst ${bare}`) || 'lijst'
}
