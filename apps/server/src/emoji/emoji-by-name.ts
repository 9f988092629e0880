import { createRequire } from 'node:module'
import { Emoji } from '@parley/protocol'

type ShortNames = Readonly<Record<string, string | readonly string[]>>
interface KnownEmoji {
  readonly hexcode: string
  readonly unicode: string
}

const SKIN_TONES: Readonly<Record<string, string>> = {
  'skin-tone-1': '🏻',
  'skin-tone-2': '🏻',
  'skin-tone-3': '🏼',
  'skin-tone-4': '🏽',
  'skin-tone-5': '🏾',
  'skin-tone-6': '🏿',
}

/** Finds the emoji that Slack and Mattermost call by a name, as in `+1::skin-tone-3`; null for one of a team's own. */
export type EmojiByName = (name: string) => string | null

/** Reads the names (a few hundred kilobytes), which is why nobody does so before there is something to import. */
export function loadEmojiByName(): EmojiByName {
  const characters = readCharacters()
  return (name) => {
    const [base = '', tone] = name.replaceAll(/^:|:$/g, '').toLowerCase().split('::')
    const found = characters.get(base)
    return found === undefined ? null : withTone(found, tone)
  }
}

function readCharacters(): ReadonlyMap<string, string> {
  const require = createRequire(import.meta.url)
  const known = require('emojibase-data/en/compact.json') as readonly KnownEmoji[]
  const unicode = new Map(known.map((emoji) => [emoji.hexcode, emoji.unicode]))
  const characters = new Map<string, string>()
  // The later ones win: Slack's own names are the iamcal ones.
  for (const source of ['cldr', 'github', 'iamcal']) {
    const names = require(`emojibase-data/en/shortcodes/${source}.json`) as ShortNames
    for (const [hexcode, given] of Object.entries(names)) {
      const character = unicode.get(hexcode)
      if (character === undefined) continue
      for (const name of [given].flat()) characters.set(name, character)
    }
  }
  return characters
}

/** A tone follows the first character, in the place of its variation selector; what has no such form stays as it is. */
function withTone(emoji: string, toneName: string | undefined): string {
  const tone = SKIN_TONES[toneName ?? '']
  if (tone === undefined) return emoji
  const [first = '', ...rest] = emoji
  const toned = `${first}${tone}${rest.join('').replace(/^\uFE0F/, '')}`
  return Emoji.safeParse(toned).success ? toned : emoji
}
