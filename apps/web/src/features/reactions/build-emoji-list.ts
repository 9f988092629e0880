import type { Language } from '@parley/protocol'

/** An emoji as it is offered: by its names in both languages, and by what people write between colons. */
export interface EmojiEntry {
  readonly emoji: string
  /** One of Unicode's groups: smileys, people, animals … */
  readonly group: number
  readonly names: Readonly<Record<Language, string>>
  /** `thumbsup`, as GitHub and Slack write it; the first is the usual one. */
  readonly codes: readonly string[]
  /** More words that it is found by, in both languages. */
  readonly words: readonly string[]
}

/** What is used of an entry of `emojibase-data`'s compact lists. */
export interface EmojiSource {
  readonly hexcode: string
  readonly unicode: string
  readonly label: string
  readonly group?: number | undefined
  readonly tags?: readonly string[] | undefined
}

export interface EmojiSources {
  readonly zh: readonly EmojiSource[]
  readonly en: readonly EmojiSource[]
  readonly codes: Readonly<Record<string, string | readonly string[]>>
}

const RGI_EMOJI = /^\p{RGI_Emoji}$/v
/** Skin tones and hair for themselves are no emoji that somebody picks. */
const COMPONENTS = 2

/** The emoji that the server takes (UTS #51, RGI), in Unicode's order. */
export function buildEmojiList({ zh, en, codes }: EmojiSources): readonly EmojiEntry[] {
  const chinese = new Map(zh.map((source) => [source.hexcode, source]))
  return en.flatMap((english): EmojiEntry[] => {
    const { hexcode, group, label } = english
    const emoji = interchangeForm(english.unicode)
    if (emoji === null || group === undefined || group === COMPONENTS) return []
    const known = chinese.get(hexcode)
    const words = [...(known?.tags ?? []), ...(english.tags ?? [])].map((word) => word.toLowerCase())
    return [
      { emoji, group, names: { zh: known?.label ?? label, en: label }, codes: [codes[hexcode] ?? []].flat(), words },
    ]
  })
}

/** The list writes some emoji with a variation selector that the form for interchange does not have. */
function interchangeForm(unicode: string): string | null {
  return [unicode, unicode.replaceAll('\uFE0F', '')].find((form) => RGI_EMOJI.test(form)) ?? null
}
