import type { Language } from '@parley/protocol'

/** A difference of two shares in percentage points, with its sign: “+12.3”. */
export const signedPoints = (difference: number, language: Language): string =>
  format(difference, language, 'exceptZero')

export const points = (difference: number, language: Language): string => format(difference, language, 'never')

function format(difference: number, language: Language, signDisplay: 'exceptZero' | 'never'): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay }).format(100 * difference)
}
