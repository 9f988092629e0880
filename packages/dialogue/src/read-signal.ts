import { foldTraditional } from '@parley/text'
import { cutsLatinWord, splitIntoWords } from './split-into-words'

/** What a short answer means to somebody who is waiting for a yes. */
export type Signal = 'confirm' | 'deny' | 'cancel' | 'change' | 'resume'

type WordClass = Signal | 'filler'

const split = (words: string) => words.split('|')

const WORDS: Readonly<Record<WordClass, readonly string[]>> = {
  confirm: split(
    '好|no problem|no worries|not a problem|好的|嗯|嗯嗯|就这样|行|可以|是|是的|对|对的|没错|没问题|没有问题|确认|确定|无误|同意|提交|下单|成|中|妥|ok|okay|k|yes|yeah|yep|yup|y|sure|confirm|confirmed|correct|right|fine|go ahead|do it|do that|looks good|sounds good|looks right|looks fine|good|great|perfect|submit|of course|absolutely|definitely|exactly|agreed|book it|order it|send it|place the order|submit it|confirm it',
  ),
  cancel: split(
    "取消|undo|算了|不要了|不用了|不必了|不订了|不买了|不请了|不报了|不约了|不需要了|放弃|作罢|别订了|别买了|撤销|停|cancel|never mind|nevermind|forget it|forget about it|drop it|stop|abort|scrap it|scrap that|don't bother|don't want it|don't need it|no longer need it|changed my mind|no thanks|no thank you|不用谢谢|不了",
  ),
  deny: split(
    "不|别|先别|还没|不要|不想|等等|等一下|don't|do not|not yet|wait|不是|不对|不行|错了|错|没有|否|no|nope|nah|not|wrong|incorrect|not right|not correct|not quite",
  ),
  change: split(
    '修改|更改|改|改一下|编辑|变更|调整|change|edit|modify|update|change it|change something|make a change|make changes|correct it',
  ),
  resume: split(
    '继续|回到刚才|接着刚才|接着|刚才|前面|上一个|resume|continue|go back|back to|carry on|where were we|go on',
  ),
  filler: split(
    "请|帮我|给我|我|我要|我想|要|想|你|您|吧|了|的|啊|呀|呢|哦|唔|哈|谢谢|麻烦|就|这样|那|那就|先|一下|订单|申请|预订|请求|信息|这个|它|都|也|please|thanks|thank you|the|order|request|booking|it|that|this|that's|it's|thats|its|is|then|i|we|all|and|just|to|let me|let's|i'd like to|i want to|want|would like|actually|sorry|oh|well|you|can|could|hmm|now|my|everything|for me|a|with",
  ),
}

const DICTIONARY: ReadonlyMap<string, WordClass> = new Map(
  Object.entries(WORDS).flatMap(([wordClass, words]) => words.map((word) => [word, wordClass as WordClass] as const)),
)
const VOCABULARY = new Set(DICTIONARY.keys())
const LONGEST_WORD = Math.max(...[...VOCABULARY].map((word) => word.length))
const LONGEST_SIGNAL = 60
/** A denial that goes on ("不，要两本") is a correction and not read here: only whole messages are signals. */
const PRECEDENCE: readonly Signal[] = ['cancel', 'change', 'resume', 'deny', 'confirm']

/** Reads a message that consists of such words and nothing else: 可以 confirms, 可以周五吗 does not. */
export function readSignal(text: string): Signal | null {
  if (text.length > LONGEST_SIGNAL) return null
  const words = splitIntoWords(plain(text), VOCABULARY, LONGEST_WORD) ?? []
  const classes = new Set(words.map((word) => DICTIONARY.get(word)))
  return PRECEDENCE.find((signal) => classes.has(signal)) ?? null
}

/** Whether a message holds such a word anywhere: 好，报上去 holds a yes. Said beside other words it proves nothing alone. */
export function holdsSignal(text: string, signal: Signal): boolean {
  const words = plain(text.slice(0, LONGEST_SIGNAL))
  return WORDS[signal].some((word) => places(words, word).some((at) => !cutsLatinWord(words, at, at + word.length)))
}

function places(text: string, word: string): number[] {
  const at = text.indexOf(word)
  return at < 0 ? [] : [at, ...places(text.slice(at + 1), word).map((next) => next + at + 1)]
}

const plain = (text: string) => foldTraditional(text.normalize('NFKC')).toLowerCase().replaceAll('’', "'").trim()
