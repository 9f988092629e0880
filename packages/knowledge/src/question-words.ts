import { searchTerms } from '@parley/text'

const ENGLISH = `a an the of to in on at for by with from about into as and or but if is are was were be been being am do does did
  done have has had can could may might shall should will would must i me my we us our you your he she it its they them their
  his her this that these those there here what which who whom whose when where why how many much please tell know
  not no any some than then so such also get`

const CHINESE = `的 了 吗 呢 啊 吧 呀 是 在 有 和 与 或 我 你 您 他 她 它 们 我们 你们 您们 他们 这 那 哪 这个 那个 哪个 哪些 什么 甚么
  怎么 怎样 怎么样 如何 为什么 为何 多少 几 谁 哪里 哪儿 何时 何地 请问 请 想 知道 告诉 一下 能 可以 会 要 应该 需要 是否 能否 可否
  是不是 有没有 要不要 能不能 可不可以 么 吗 之 其 及 于 个 是什 是多 是谁 是哪 在哪 的是 有哪 有什 了什 了多`

const WORDS = new Set(
  [...ENGLISH.split(/\s+/), ...CHINESE.split(/\s+/)].flatMap((word) => [word, ...searchTerms(word)]),
)

/** Whether a search term is grammar rather than content: it says how something is asked, not what about. */
export function isQuestionWord(term: string): boolean {
  return WORDS.has(term)
}

/** Chinese has no spaces: what asks is cut out of the question, or its characters would pair with their neighbours. */
const INTERROGATIVES =
  /请问|想知道|告诉我|什么时候|什么时间|什么地方|什么意思|什么|甚么|为什么|为何|怎么样|怎么办|怎么|怎样|如何|多少钱|多少|多久|多长时间|是否|能否|可否|能不能|可不可以|有没有|要不要|是不是|哪里|哪儿|哪些|哪个|哪(?=[年天月日国位家种座])|何时|何地|谁|几(?=[个点天年月次人号名位台种家])|[吗呢吧啊]|[？?]/g

/** The question without the words that only ask; the whole of it when nothing else is there. */
export function withoutInterrogatives(question: string): string {
  const rest = question.replace(INTERROGATIVES, ' ')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question
}
