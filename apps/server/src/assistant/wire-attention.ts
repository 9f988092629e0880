import type { Attention } from '@parley/inference'
import type { Attention as WireAttention } from '@parley/protocol'

/** Finer differences are seen by nobody, and would be most of the answer. */
const PRECISION = 1000

/** Attention in the protocol's own words. */
export const asWireAttention = ({ tokens, heads, ...about }: Attention): WireAttention => ({
  ...about,
  tokens: tokens.map((token) => ({ ...token })),
  heads: heads.map((weights) => Array.from(weights, (weight) => Math.round(weight * PRECISION))),
})
