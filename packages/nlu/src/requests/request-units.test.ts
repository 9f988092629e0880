import { describe, expect, it } from 'vitest'
import { requestUnits } from './request-units'

const written = (message: string) =>
  requestUnits(message).map(({ start, end, kind }) => `${kind}: ${message.slice(start, end)}`)

describe('requestUnits', () => {
  it('are the sentences, and the clauses of those that have several', () => {
    expect(written('大屏挂了，王伟你看一眼。辛苦')).toEqual([
      'sentence: 大屏挂了，王伟你看一眼。',
      'clause: 大屏挂了',
      'clause: 王伟你看一眼。',
    ])
  })

  it('leave out what is too short to ask for anything', () => {
    expect(written('ok')).toEqual([])
  })

  it('are at most twelve, however long the message', () => {
    expect(requestUnits('Please check the report. '.repeat(500))).toHaveLength(12)
  })
})
