import { createRequire } from 'node:module'
import type * as Pinyin from 'pinyin-pro'

/** Asking the dictionary takes longer than all the rest; there are as many entries as characters in use. */
const READINGS = new Map<string, readonly string[]>()

/** Fetched when it is first asked: its dictionary takes 8 MB, and many a workspace never needs it. */
let dictionary: typeof Pinyin | undefined
const openDictionary = () => (dictionary ??= createRequire(import.meta.url)('pinyin-pro') as typeof Pinyin)

/** Without tones; `ü` both as people and as passports write it. */
export function readingsOf(character: string): readonly string[] {
  const known = READINGS.get(character)
  if (known) return known
  const read = openDictionary().pinyin(character, { toneType: 'none', multiple: true, type: 'array' })
  const readings = [...new Set(read.flatMap((one) => [one.replace('ü', 'u'), one.replace('ü', 'v')]))]
  READINGS.set(character, readings)
  return readings
}

/** How many of the characters from here on are read as exactly these letters; 0 where they are not. */
export function countReadAs(characters: readonly string[], at: number, letters: string): number {
  const character = characters[at]
  if (character === undefined) return 0
  for (const reading of readingsOf(character)) {
    if (letters === reading) return 1
    if (!letters.startsWith(reading)) continue
    const further = countReadAs(characters, at + 1, letters.slice(reading.length))
    if (further > 0) return 1 + further
  }
  return 0
}

const SYLLABLE =
  '(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|uai|uan|ang|eng|ian|iao|ing|ong|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)'
const PINYIN = new RegExp(`^(?:${SYLLABLE}){1,4}$`)

/** Whether small letters can be read as one to four Chinese characters. */
export const mayBePinyin = (letters: string): boolean => PINYIN.test(letters)
