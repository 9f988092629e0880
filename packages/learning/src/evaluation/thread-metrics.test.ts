import { describe, expect, it } from 'vitest'
import { type LinkedLog, threadMetrics } from './thread-metrics'

const log = (truth: LinkedLog['truth'], found: LinkedLog['found']): LinkedLog => ({
  messages: [1, 2, 3, 4],
  truth,
  found,
})
const truth = [
  [1, 1],
  [2, 1],
  [3, 3],
  [4, 3],
] as const

describe('reply links that are found', () => {
  it('are all right when they are what people saw', () => {
    expect(threadMetrics([log(truth, truth)])).toMatchObject({ n: 4, linkF1: 1, replyF1: 1, vi: 1 })
  })

  it('count beginnings as links, and apart from them the replies', () => {
    const found = [
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 3],
    ] as const
    expect(threadMetrics([log(truth, found)])).toMatchObject({ linkF1: 0.75, precision: 0.75, replyF1: 0.8 })
  })

  it('may name another message and make the same conversation', () => {
    const threeInARow = [
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 3],
    ] as const
    const allOfTheFirst = [
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
    ] as const
    expect(threadMetrics([log(threeInARow, allOfTheFirst)])).toMatchObject({ linkF1: 0.5, vi: 1 })
  })

  it('tell nothing of the conversations when all are one: the variation is what the truth holds', () => {
    const one = [
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
    ] as const
    // Two halves: one bit of at most two.
    expect(threadMetrics([log(truth, one)]).vi).toBeCloseTo(0.5)
  })

  it('are measured also where a message answers several', () => {
    const several = [...truth, [4, 2]] as const
    expect(threadMetrics([log(several, truth)])).toMatchObject({ precision: 1, recall: 0.8 })
  })
})
