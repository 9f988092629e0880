import { describe, expect, it } from 'vitest'
import { demoChannels } from './channels'
import { demoHandbook } from './handbook'
import { demoPeople } from './people'
import { startHereChannel } from './start-here'
import { demoTasks } from './tasks'
import { demoDate, demoInstant } from './working-days'

const hasChinese = (text: string) => /\p{Script=Han}/u.test(text)
const all = [startHereChannel('zh'), startHereChannel('en'), ...demoChannels]

describe('the demonstration talk', () => {
  it('is said by members of the channel only', () => {
    for (const { key, talk, members } of all) {
      for (const { by, text } of talk) expect(members, `${key}: ${text}`).toContain(by)
    }
  })

  it('says no text twice in a channel, so that threads know their beginning', () => {
    for (const { talk } of all) expect(new Set(talk.map(({ text }) => text)).size).toBe(talk.length)
  })

  const chineseShares = (of: string) =>
    all
      .filter(({ language }) => language === of)
      .map(({ talk }) => talk.filter(({ text }) => hasChinese(text)).length / talk.length)

  it('is English in English channels, Chinese in Chinese ones, and both in mixed ones', () => {
    expect(new Set(chineseShares('en'))).toEqual(new Set([0]))
    expect(new Set(chineseShares('zh'))).toEqual(new Set([1]))
    const mixed = chineseShares('mixed')
    expect(mixed).not.toHaveLength(0)
    expect(Math.min(...mixed)).toBeGreaterThan(0.2)
    expect(Math.max(...mixed)).toBeLessThan(0.8)
  })

  it('uses Chinese punctuation within Chinese', () => {
    const texts = [...all.flatMap(({ talk }) => talk.map(({ text }) => text)), ...demoHandbook.map(({ text }) => text)]
    for (const text of texts) expect(text).not.toMatch(/\p{Script=Han}[,?!;]/u)
  })

  it('gives tasks to people in channels that there are', () => {
    const keys = demoChannels.map(({ key }) => key)
    for (const { channel, by, assignee } of demoTasks) {
      expect(keys).toContain(channel)
      expect(Object.keys(demoPeople)).toEqual(expect.arrayContaining([by, assignee]))
    }
  })
})

describe('the handbook', () => {
  it('has documents with headings, facts and numbers in each', () => {
    for (const { title, language, text } of demoHandbook) {
      expect(text.match(/^## /gm)?.length, title).toBeGreaterThanOrEqual(2)
      expect(text.match(/\d+/g)?.length, title).toBeGreaterThanOrEqual(3)
      expect(hasChinese(text), title).toBe(language === 'zh')
    }
  })
})

describe('the days of the talk', () => {
  it('skip the weekend', () => {
    const monday = new Date('2026-11-23T03:00:00Z')
    expect(demoInstant('0 09:12', monday).toISOString()).toBe('2026-11-20T01:12:00.000Z')
    expect(demoInstant('4 17:00', monday).toISOString()).toBe('2026-11-16T09:00:00.000Z')
  })

  it('are counted in Hangzhou', () => {
    const evening = new Date('2026-11-23T20:00:00Z')
    expect(demoInstant('0 09:00', evening).toISOString()).toBe('2026-11-23T01:00:00.000Z')
    expect(demoDate(2, evening)).toBe('2026-11-26')
  })
})
