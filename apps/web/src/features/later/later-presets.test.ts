import { expect, it } from 'vitest'
import { instantOfWallTime, wallTime } from '../../app/wall-time'
import { laterChoices } from './later-presets'

const choices = (now: string, timeZone: string) =>
  laterChoices(Date.parse(now), timeZone).map(({ preset, at }) => [preset, at])

it('offers an hour, this evening, tomorrow and Monday by the clocks of the zone', () => {
  // A Saturday, half past ten in Shanghai.
  expect(choices('2026-11-28T02:30:00Z', 'Asia/Shanghai')).toEqual([
    ['hour', '2026-11-28T03:30:00.000Z'],
    ['evening', '2026-11-28T10:00:00.000Z'],
    ['tomorrow', '2026-11-29T01:00:00.000Z'],
    ['monday', '2026-11-30T01:00:00.000Z'],
  ])
})

it('offers no evening that is over, and Monday once on a Sunday', () => {
  const names = choices('2026-11-29T20:00:00Z', 'UTC').map(([preset]) => preset)
  expect(names).toEqual(['hour', 'tomorrow'])
})

it('means the Monday that follows on a Monday', () => {
  expect(choices('2026-11-30T10:00:00Z', 'UTC')).toContainEqual(['monday', '2026-12-07T09:00:00.000Z'])
})

it('is right over the change to summer time', () => {
  expect(choices('2026-03-28T20:00:00Z', 'Europe/Berlin')).toContainEqual(['tomorrow', '2026-03-29T07:00:00.000Z'])
  expect(wallTime(Date.parse('2026-03-29T07:00:00Z'), 'Europe/Berlin')).toBe('2026-03-29T09:00')
})

it('knows no instant of what is no time', () => {
  expect(instantOfWallTime('', 'UTC')).toBeNull()
})
