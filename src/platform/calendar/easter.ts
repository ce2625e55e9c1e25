import { dayNumber } from './day-number.ts'

/**
 * The day number of Easter Sunday in a year of the Gregorian calendar (1583-9999), by the anonymous algorithm that
 * J. Meeus prints in "Astronomical Algorithms", chapter 8.
 */
export function easterOf(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const monthAndDay = epact + toSunday - 7 * late + 114
  const month = String(Math.floor(monthAndDay / 31)).padStart(2, '0')
  const day = String((monthAndDay % 31) + 1).padStart(2, '0')
  return dayNumber(`${String(year).padStart(4, '0')}-${month}-${day}`)
}
