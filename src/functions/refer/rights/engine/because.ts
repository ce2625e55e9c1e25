import type { CompiledRight, Node } from './compile.ts'
import type { Facts, State } from './facts.ts'
import { placeIn } from './leaf.ts'
import { openFacts, truthOf } from './order.ts'
import { NO, type Truth, UNKNOWN, YES } from './truth.ts'

/** Which answers led to what is said of a right: the screens they stand on, the way that fits, and whether an income was close to a limit. */
export type Because = { way: string | undefined; screens: readonly number[]; near: boolean; open: readonly number[] }

type Trail = { screens: Set<number>; near: boolean }

/** Follows only what settled a node: every part of what needed all, the first part that was enough of what needed one. */
function follow(node: Node, truth: Truth, state: State, facts: Facts, trail: Trail): void {
  if (node.kind === 'leaf') {
    if (node.near[placeIn(node, state)] === 1) trail.near = true
    for (const fact of node.facts) if (state[fact] !== 0) trail.screens.add(facts.all[fact]?.screen ?? -1)
    return
  }
  if (node.kind === 'not') {
    follow(node.of, (YES - truth) as Truth, state, facts, trail)
    return
  }
  const settling = node.of.filter((part) => truthOf(part, state) === truth)
  const one = (node.kind === 'any' && truth === YES) || (node.kind === 'all' && truth === NO)
  for (const part of one ? settling.slice(0, 1) : settling) follow(part, truth, state, facts, trail)
}

/** Why we say what we say about a right; for what is not known yet, the screens that could tell. */
export function because({ right, have, ways, whole }: CompiledRight, state: State, facts: Facts): Because {
  const trail: Trail = { screens: new Set(), near: false }
  const screensOf = (found: Iterable<number>) => [...new Set([...found].map((fact) => facts.all[fact]?.screen ?? -1))]
  const has = have !== null && truthOf(have, state) === YES
  const truth = truthOf(whole, state)
  const fits = has ? -1 : ways.findIndex((way) => truthOf(way, state) === YES)
  if (has && have) follow(have, YES, state, facts, trail)
  else if (fits >= 0) follow(ways[fits] as Node, YES, state, facts, trail)
  else if (truth === NO) for (const way of ways) follow(way, NO, state, facts, trail)
  const open = truth === UNKNOWN ? screensOf(openFacts(whole, state)) : []
  return { way: right.ways[fits]?.id, screens: [...trail.screens], near: trail.near, open }
}
