import { expect, it } from 'vitest'
import { clockTime, dayKey, dayName, dueDate, isOverdue, knownTimeZone, type Reader } from './time'

const berlin: Reader = { language: 'en', timeZone: 'Europe/Berlin' }
const shanghai: Reader = { language: 'zh', timeZone: 'Asia/Shanghai' }
const now = Date.parse('2026-11-23T18:00:00Z')

it('tells day and time in the reader’s zone and language', () => {
  expect(dayKey('2026-11-23T18:00:00Z', berlin)).toBe('2026-11-23')
  expect(dayKey('2026-11-23T18:00:00Z', shanghai)).toBe('2026-11-24')
  expect(clockTime('2026-11-23T23:30:00Z', berlin)).toBe('00:30')
  expect(dayName('2026-11-20T12:00:00Z', now, shanghai)).toBe('11月20日星期五')
  expect(dayName('2025-11-20T12:00:00Z', now, berlin)).toContain('2025')
})

it('keeps a date without a time on its day, wherever the reader is', () => {
  const honolulu: Reader = { language: 'en', timeZone: 'Pacific/Honolulu' }
  expect(dueDate('2026-11-27', honolulu)).toBe(dueDate('2026-11-27', { ...shanghai, language: 'en' }))
  expect(dueDate('2026-11-27', berlin)).toContain('27')
  expect(dueDate('2026-11-27T15:00:00+08:00', shanghai)).toContain('15:00')
})

it('calls a date overdue only when its day has passed for the reader', () => {
  expect(isOverdue('2026-11-23', now, berlin)).toBe(false)
  expect(isOverdue('2026-11-23', now, shanghai)).toBe(true)
  expect(isOverdue('2026-11-23T18:59:00+01:00', now, berlin)).toBe(true)
})

it('uses the browser’s zone where the stored one is unknown', () => {
  expect(knownTimeZone('Asia/Shanghai')).toBe('Asia/Shanghai')
  expect(knownTimeZone('Nowhere/City')).toBe(new Intl.DateTimeFormat('en').resolvedOptions().timeZone)
})
