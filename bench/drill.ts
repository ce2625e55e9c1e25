// `npm run drill`: ends app and database with -9 at 24 random moments while 5 000 taps come in, and counts what is left.
import { killDrill } from '../src/test/kill-drill.ts'

const POSTS = 5000
const drilled = await killDrill({ kills: 24, posts: POSTS })
console.table([drilled])
const exact = [drilled.acknowledged, drilled.counted, drilled.afterReplay].every((number) => number === POSTS)
console.log(exact ? 'Nothing was lost, nothing counted twice.' : 'NOT exact.')
process.exitCode = exact ? 0 : 1
