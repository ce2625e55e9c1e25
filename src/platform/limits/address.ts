import { isIPv4, isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The eight groups of an IPv6 address written in any way, without leading zeroes. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = !tail ? [] : tail.split(':')
  const zeroes = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeroes, ...after].map((group) => group.replace(/^0+(?=.)/, ''))
}

/** What counts as one address: IPv4 as it is, IPv6 by its first 64 bits, because one household gets all that follow (RFC 6177). */
export function oneAddress(address: string): string {
  const mapped = address.toLowerCase().startsWith('::ffff:') ? address.slice(7) : address
  if (isIPv4(mapped)) return mapped
  if (isIPv6(address)) return groupsOf(address).slice(0, 4).join(':')
  return 'unknown'
}

/** The network an address (as `oneAddress` gives it) is likely to share with whoever rents many: the first 24 bits of IPv4, 48 of IPv6. */
export const neighbourhoodOf = (address: string): string =>
  isIPv4(address) ? address.split('.').slice(0, 3).join('.') : address.split(':').slice(0, 3).join(':')

/**
 * Where a request came from: the other end of the connection, or, when the public address is https, the last entry of
 * X-Forwarded-For. The program itself speaks plain http, so https means a proxy in front of it; the last entry is the
 * one that proxy wrote, all before it are what the visitor claims.
 */
export function addressOf(c: Context, baseUrl: string): string {
  const forwarded = baseUrl.startsWith('https:') ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return oneAddress(forwarded || socketAddress(c) || '')
}

function socketAddress(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined // a request that came over no network, as in tests
  }
}
