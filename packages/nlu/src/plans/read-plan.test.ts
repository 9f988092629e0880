import { describe, expect, it } from 'vitest'
import { recognise } from '../recognisers/recognise'
import { readPlan } from './read-plan'
import { withoutRepetition } from './repetition'

// A Saturday.
const situation = { now: '2026-11-28T10:30:00+08:00', timeZone: 'Asia/Shanghai', speakerId: 'me', directory: [] }
const plan = (text: string) => readPlan(text, recognise(withoutRepetition(text), situation), situation)
const wall = (at: string | null) =>
  at && new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('when something is to happen', () => {
  it.each([
    ['water the plants in 20 minutes', '2026-11-28 10:50', 'water the plants'],
    ['20分钟后关火', '2026-11-28 10:50', '关火'],
    ['tomorrow at 9am to call Ann', '2026-11-29 09:00', 'call Ann'],
    ['明天上午9点开会', '2026-11-29 09:00', '开会'],
    ['下周一下午三点交报告', '2026-11-30 15:00', '交报告'],
    ['send the invoice on Dec 3 at 15:30', '2026-12-03 15:30', 'send the invoice'],
    ['tomorrow', '2026-11-29 09:00', ''],
    ['tonight', '2026-11-28 18:00', ''],
    ['at 9 stand-up', '2026-11-29 09:00', 'stand-up'],
    ['下周', '2026-11-30 09:00', ''],
    ['in an hour', '2026-11-28 11:30', ''],
  ])('%s', (text, at, rest) => {
    const read = plan(text)
    expect([wall(read.at), read.rest, read.repeats]).toEqual([at, rest, null])
  })

  it.each([
    ['每天早上9点站会', '2026-11-29 09:00', '站会', 'daily'],
    ['stand-up every weekday at 9:30', '2026-11-30 09:30', 'stand-up', 'weekdays'],
    ['每个工作日9点写日报', '2026-11-30 09:00', '写日报', 'weekdays'],
    ['every Monday at 9 plan the week', '2026-11-30 09:00', 'plan the week', 'weekly'],
    ['每周一9点周会', '2026-11-30 09:00', '周会', 'weekly'],
    ['每月1号交房租', '2026-12-01 09:00', '交房租', 'monthly'],
    ['water the plants every day', '2026-11-29 09:00', 'water the plants', 'daily'],
  ])('%s, again and again', (text, at, rest, repeats) => {
    const read = plan(text)
    expect([wall(read.at), read.rest, read.repeats]).toEqual([at, rest, repeats])
  })

  it('is not known where nothing is said of it, or only what is past', () => {
    expect(plan('buy milk')).toEqual({ at: null, repeats: null, rest: 'buy milk' })
    expect(plan('2026-11-01 09:00 buy milk').at).toBeNull()
  })
})
