import { foldTraditional, segmentWords } from '@parley/text'
import { isQuestionWord, withoutInterrogatives } from './question-words'

/** What spoken Chinese puts around a question and no handbook says: conditions, auxiliaries, the asker and their company, limits said twice. */
const CHINESE = `如果 要是 假如 万一 的话 时候 不小心 到底 究竟 其实 我们 咱们 咱 我 公司 单位 自己 本人 已经 还 还是 刚 刚刚 刚来 必须 需要 能 能够
  可以 可 应该 应当 就 才 才能 就得 得 给 另外 再 都 最多 最晚 最早 至多 顶多 之内 以内 以后 之后 里 里面 这边 大概 大约 一般 要 想 想要
  打算 准备 但是 可是 而且 因为 所以 然后 去 到 太 很 一下 的 了 呢 啊 吧 嘛`
const CHINESE_COURTESIES = `大家 各位 你好 您好 谢谢 麻烦 劳驾 不好意思 有人 知道 清楚 听说 记得 好像 是不是 来着`

/** The same in English: greetings, thanks, who may know, what the asker feels, wants and tries. */
const ENGLISH = `hey hi hello all guys folks team everyone everybody anyone anybody someone somebody happen happens know knows wondering wonder wondered
  just quick quickly question thanks thank please sorry need needs want wants wanted like trying try new here actually really maybe perhaps quite bit kind
  sort thing stuff idea sure guess think suppose supposed help curious ask asking remember heard said exactly again still already around ever currently now
  going gonna got getting because since anyway though although while however well okay ok right i'm i've i'd i'll it's let's don't doesn't`

const words = (list: string) => new Set(list.split(/\s+/))
export const CHINESE_FILLERS: ReadonlySet<string> = words(CHINESE)
const SPOKEN = new Set([...CHINESE_FILLERS, ...words(CHINESE_COURTESIES), ...words(ENGLISH)])

/** Why somebody asks is not what they ask; only behind a question, for 因为 may begin one. */
const REASON =
  /(?<=\p{L}.{12,}[\s,，]|[?？][\s]*)(?:because|since (?:i|we|it|the|my|our)\b|as (?:i|we)(?: am|['’]m| are|['’]re)\b|因为|由于)[^?？]*/iu

/** A question without what it says in passing: greetings, why it is asked, words that every spoken question has. */
export function withoutSpokenWords(question: string): string {
  const folded = foldTraditional(question).replace(REASON, ' ')
  const kept = segmentWords(folded).filter(({ text }) => !SPOKEN.has(text.toLowerCase()))
  // Characters that did not stand side by side make no pair.
  return kept.map(({ text, start }, at) => (start > (kept[at - 1]?.end ?? start) ? ` ${text}` : text)).join('')
}

/** The words of a question that say what it is about, apart from each other. */
export function wordsAsked(question: string): string {
  const asked = withoutSpokenWords(withoutInterrogatives(foldTraditional(question)))
  return segmentWords(asked)
    .flatMap(({ text }) => (isQuestionWord(text.toLowerCase()) ? [] : text))
    .join(' ')
}
