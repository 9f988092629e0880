import type { Attention } from '@parley/inference'
import { percent } from './describe-understanding'
import { formatTable } from './format-table'
import type { Terminal } from './terminal'

/** One layer and one of its heads, from 1; `null`: the mean of all heads. */
export interface LookedAt {
  readonly layer: number
  readonly head: number | null
}

const CHOICE = /^(\d{1,3})(?:\.(\d{1,3}))?$/

/** Reads `12` or `12.3`; null where it is neither. */
export function readLookedAt(choice: string): LookedAt | null {
  const [, layer, head] = CHOICE.exec(choice) ?? []
  if (layer === undefined || Number(layer) < 1 || head === '0') return null
  return { layer: Number(layer), head: head === undefined ? null : Number(head) }
}

const MOST_NAMED = 3

/** What each token of the text looks at most; the frame that the encoder puts around it is looked at, and does not look. */
export function describeAttention({ text }: Terminal, attention: Attention, wanted: LookedAt): string[] {
  const { layer, layerCount, headCount, heads, tokens } = attention
  const head = wanted.head === null ? null : Math.min(wanted.head, headCount)
  const matrix = head === null ? meanOf(heads) : (heads[head - 1] as Float32Array)
  const rows = tokens.flatMap(({ piece, isFrame }, row) => {
    const weights = matrix.subarray(row * tokens.length, (row + 1) * tokens.length)
    return isFrame
      ? []
      : [
          [
            shown(piece),
            ...mostLookedAt(weights).map((at) => `${shown(tokens[at]?.piece ?? '')} ${percent(weights[at] ?? 0)}`),
          ],
        ]
  })
  const where = { layer, layers: layerCount, heads: headCount }
  return [
    '',
    head === null ? text('cli.understand.attention', where) : text('cli.understand.attentionHead', { ...where, head }),
    ...formatTable(rows, '  '),
  ]
}

function meanOf(heads: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(heads[0]?.length ?? 0)
  for (const head of heads) for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (head[at] ?? 0)
  return sum.map((value) => value / heads.length)
}

const mostLookedAt = (weights: Float32Array): number[] =>
  [...weights.keys()].sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0)).slice(0, MOST_NAMED)

/** `▁` stands for the space before a word. */
const shown = (piece: string): string => piece.replaceAll('▁', '') || '␣'
