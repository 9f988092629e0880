/** The languages Parley speaks. Text in any other is handled as the nearer of the two. */
export type Language = 'zh' | 'en'

/** What says nothing about the writer's language: code, links, addresses, mentions, quoted titles. */
const NEUTRAL =
  /```[^`]{0,4000}```|`[^`\n]{1,200}`|https?:\/\/\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,100}|@[^\s@]{1,40}|《[^《》\n]{1,80}》/g
const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu
const CHINESE_GRAMMAR =
  /[的了吗呢吧啊嘛在是我你您他她它们这那哪把被给请跟和与就都也还不没有要会能可想什么怎为一下个几]/g
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}][\p{L}\p{M}'’]*/gu
const ENGLISH_GRAMMAR = new Set(
  `a an the i you he she it we they me him her us them my your our their this that these those to of in on at for from with by
  about as is are was were be been am do does did can could will would should shall may might must have has had not no and or
  but if what when where which who why how please`.split(/\s+/),
)
/** A Chinese word is about 1.6 characters long. */
const WORDS_PER_CHINESE_CHARACTER = 0.6
const SAMPLE_LENGTH = 4000

/**
 * The language somebody would answer this text in: words of each language weighed, grammatical words twice, because
 * they tell who speaks and names do not. Reads the first 4,000 UTF-16 units.
 *
 * @param fallback for text without a word (a number, an emoji); full-width punctuation alone counts as Chinese.
 */
export function detectLanguage(text: string, fallback: Language = 'en'): Language {
  const sample = text.slice(0, SAMPLE_LENGTH)
  return (
    weigh(sample.replace(NEUTRAL, ' ')) ?? weigh(sample) ?? (/[。，、？！；：《》「」]/.test(sample) ? 'zh' : fallback)
  )
}

/** `null` where there is nothing to weigh. */
function weigh(text: string): Language | null {
  const chinese = count(text, CHINESE) * WORDS_PER_CHINESE_CHARACTER + count(text, CHINESE_GRAMMAR)
  const words = text.match(WORD) ?? []
  const english = words.length + words.filter((word) => ENGLISH_GRAMMAR.has(word.toLowerCase())).length
  if (chinese === 0 && english === 0) return null
  return chinese >= english ? 'zh' : 'en'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
