import { foldTraditional, type Language, queryTerms, searchTerms, segmentWords } from '@parley/text'
import { bridgeQuestion, type Concept, rephraseQuestion, type TermForm } from '../glossary'
import { isQuestionWord } from '../question-words'

/** A word that a question is about, and what may be written for it; a form is found where all its terms are. */
export interface TalkWord {
  /** As it was written. */
  readonly text: string
  /** Its own form first, then its synonyms, then the other language's. */
  readonly forms: readonly TermForm[]
}

/** What a text is compared by. */
export type TermSet = ReadonlySet<string>

export const termSetOf = (text: string): TermSet => new Set(searchTerms(text))

/** How far a text holds a word: 1 in its own form, less in another's words. */
export function holdsWord({ forms }: TalkWord, terms: TermSet): number {
  const held = forms.findIndex((form) => form.every((term) => terms.has(term)))
  return held === 0 ? 1 : held > 0 ? OTHER_FORM : 0
}

/** Another word for the same thing proves a little less. */
const OTHER_FORM = 0.8

/** Words of asking and of talk, which say nothing of what is asked about. */
const FRAME = new Set(
  `decide decides decided decision decisions agree agreed settle settled conclusion outcome choose chose chosen pick picked
  say says said saying tell told promise promised commit committed mention mentioned talk talked discuss discussed write wrote
  written knows know known understand understands good familiar expert experts help explain experience experienced worked
  someone anyone anybody somebody everyone people team person colleague last latest finally ever already just still again
  does didn't don't let's us going go went end up would'd think thought want wanted plan planned expect volunteer volunteered
  message messages chat channel thread according offer offered suggest suggested propose proposed report reported now
  final verdict agreement regarding concerning best most really actually else here should ask asked time date day when's eta
  决定 定 定了 定的 决议 结论 商定 敲定 选 选了 选定 同意 最后 最终 后来 到底 当时 关于 对于 对 说 说过 提 提到 讲 讨论 聊
  聊过 答应 承诺 保证 懂 了解 熟悉 熟 清楚 擅长 精通 经验 知道 大家 咱们 团队 同事 有人 谁 哪位 比较 最 更 还 自己 什么时候 何时
  过 到 起 会上 里 上 下 来 去 会 要 能 给 把 被 让 就 都 也 又 再 才 吧 呢 消息 频道 话题 群 建议 反馈 通知 确认 问 写 认为 觉得
  做过 搞过 用过 写过 弄过 找 该 应该 可以 请教 主动 愿意 打算 准备 出来 下来 来着 是否 没有 没 时候 人 怎么 怎样 哪天 几号 周几 哪 哪些
  哪家 哪个 几 多少 采用 为什么 时间 负责 事 事情 情况 改 改到 改成 改为 换 换成 批 批了`
    .split(/\s+/)
    .flatMap((word) => [word, ...(/^[a-z']+$/.test(word) ? queryTerms(word) : [])]),
)

const MOST_WORDS = 12

/** The content words of a question, each once. Names of speakers and of times are to be cut out before. */
export function talkWords(question: string, language: Language): TalkWord[] {
  const words = new Map<string, TalkWord>()
  const segments = withTails(segmentWords(foldTraditional(question)).filter(({ text }) => text !== ''))
  for (const [at, segment] of segments.entries()) {
    if (isFrame(segment.text)) continue
    const pair = pairWith(segment, segments[at + 1]) ?? pairWith(segment, segments[at - 1])
    const word = pair ?? wordOf(segment, language)
    words.set(word.forms[0]!.join(' '), word)
  }
  return [...words.values()].slice(0, MOST_WORDS)
}

/** 供应 and 商 are 供应商: a character behind a word belongs to it, though the word alone proves something. */
function withTails(segments: readonly Segment[]): (Segment & { readonly head?: string })[] {
  const joined: (Segment & { readonly head?: string })[] = []
  for (const segment of segments) {
    const last = joined.at(-1)
    const isTail = last && last.end === segment.start && isSingle(segment) && !isFrame(segment.text)
    if (!isTail || !/^\p{Script=Han}{2,}$/u.test(last.text) || isFrame(last.text)) joined.push(segment)
    else joined.splice(-1, 1, { text: last.text + segment.text, start: last.start, end: segment.end, head: last.text })
  }
  return joined
}

function isFrame(text: string): boolean {
  const terms = queryTerms(text)
  const isAsking = FRAME.has(text.toLowerCase()) || isQuestionWord(text.toLowerCase())
  return isAsking || terms.every((term) => FRAME.has(term) || isQuestionWord(term))
}

type Segment = ReturnType<typeof segmentWords>[number]

const isSingle = ({ text }: Segment): boolean => /^\p{Script=Han}$/u.test(text)

/** What a dictionary does not know it cuts into characters: 年 and 会 may be 年会, and the character alone proves less. */
function pairWith(segment: Segment, other: Segment | undefined): TalkWord | null {
  if (!other || !isSingle(segment) || !isSingle(other)) return null
  const [first, second] = segment.start < other.start ? [segment, other] : [other, segment]
  if (first.end !== second.start) return null
  const text = `${first.text}${second.text}`
  return { text, forms: [queryTerms(text), [segment.text]] }
}

const wordOf = ({ text, head }: Segment & { readonly head?: string }, language: Language): TalkWord => ({
  text,
  forms: [queryTerms(text), ...otherForms(text, language), ...(head ? [queryTerms(head)] : [])],
})

/** In the other language, and other words of its own; a compound holds all of its parts: 支付网关 is not paid by 支付 alone. */
function otherForms(word: string, language: Language): TermForm[] {
  const own = compounds(rephraseQuestion(word, language))
  return [...own, ...compounds(bridgeQuestion(word, language))]
}

const MOST_COMPOUNDS = 24

/** Each form of the first part with each of the second, and so on. */
const compounds = (parts: readonly Concept[]): TermForm[] =>
  parts.length === 0
    ? []
    : parts.reduce<TermForm[]>(
        (whole, forms) => whole.flatMap((one) => forms.map((form) => [...one, ...form])).slice(0, MOST_COMPOUNDS),
        [[]],
      )
