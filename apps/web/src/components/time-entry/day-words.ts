import type { Language } from '@parley/protocol'

const format = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { ...options, timeZone: 'UTC' })

const said = (day: string, language: Language, options: Intl.DateTimeFormatOptions) =>
  format(language, options).format(Date.parse(`${day}T00:00Z`))

/** 28 Nov 2026, 2026年11月28日: no reader takes the month for the day. */
export const dayWords = (day: string, language: Language): string => said(day, language, { dateStyle: 'medium' })

/** With its weekday, as it is read out. */
export const fullDayWords = (day: string, language: Language): string => said(day, language, { dateStyle: 'full' })

/** November 2026, 2026年11月. */
export const monthWords = (day: string, language: Language): string =>
  said(day, language, { year: 'numeric', month: 'long' })

export const weekdayWords = (day: string, language: Language, weekday: 'long' | 'narrow'): string =>
  said(day, language, { weekday })
