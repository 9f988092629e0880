import { foldTraditional } from '@parley/text'

/** Ways in which people's messages differ from tidy ones without meaning anything else. */
export const PERTURBATION_NAMES = [
  'typo',
  'missingSpace',
  'extraSpaces',
  'fullWidth',
  'traditional',
  'upperCase',
  'emoji',
  'punctuation',
  'mixedLanguages',
  'pinyin',
  'homophone',
  'quotedHistory',
  'code',
] as const

export type PerturbationName = (typeof PERTURBATION_NAMES)[number]

/** `random` gives numbers in [0, 1). Returns the text itself where there is nothing to change. */
export type Perturbation = (text: string, random: () => number) => string

const LATIN_WORD = /[a-z]{4,}/gi
/** Words that are said in English in the middle of a Chinese sentence. */
const SAID_IN_ENGLISH = wordsOf(
  '会议室 meeting room|会议 meeting|项目 project|任务 task|文档 doc|邮件 email|发布 release|上线 release|更新 update|周报 weekly report|截止 deadline|客户 client|反馈 feedback|方案 proposal|预算 budget|合同 contract|发票 invoice|团队 team|流程 process|权限 permission|系统 system|密码 password|订单 order|报告 report',
)
/** Words that are left in Latin letters by a hand in a hurry. */
const SPELT = wordsOf(
  '谢谢 xiexie|明天 mingtian|今天 jintian|请假 qingjia|会议 huiyi|报销 baoxiao|什么 shenme|怎么 zenme|可以 keyi|帮我 bangwo|需要 xuyao|多少 duoshao|时候 shihou|我们 women|大家 dajia|文件 wenjian|电脑 diannao|申请 shenqing|音乐 yinyue|天气 tianqi|打开 dakai|电影 dianying|手机 shouji|电话 dianhua',
)
/** What an input method offers in its place. */
const HOMOPHONES = wordsOf(
  '在 再|的 得|做 作|帐 账|账 帐|订 定|那 哪|吗 嘛|他 她|已 以|像 象|坐 座|需 须|带 代|份 分|会议 汇议|报销 包销|请假 情假|密码 蜜码|申请 身请|明天 名天|怎么 怎末|周五 周伍|提交 题交|歌曲 歌去|天气 天汽|视频 试频',
)
/** Earlier messages about something else. */
const HISTORY = [
  '> 午饭一起吃吗\n> 好啊',
  '> see you at the game tonight',
  '> 早上地铁又晚点了',
  '> the coffee machine is broken again',
]
const CODE = ['```\nnpm run build\n```', '```ts\nconst total = items.length\n```', '```sql\nSELECT id FROM orders\n```']
const EMOJI = ['🙏', '😊', '👍', '😅', '🎉']
const ENDINGS = ['!!', '...', '～', '。。', ' ??']
const FULL_WIDTH_SHIFT = 0xfee0

export const PERTURBATIONS: Readonly<Record<PerturbationName, Perturbation>> = {
  typo: mistype,
  missingSpace: (text, random) => changeOne(text, /(?<=\p{L}) (?=\p{L})/gu, random, () => ''),
  extraSpaces: (text) => ` ${text.replaceAll(/ |(?<=\p{Script=Han})(?=\p{Script=Latin}|\d)/gu, '  ')} `,
  fullWidth: (text) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + FULL_WIDTH_SHIFT)),
  traditional: (text) =>
    text.replaceAll(/\p{Script=Han}/gu, (character) => toTraditional().get(character) ?? character),
  upperCase: (text) => text.toUpperCase(),
  emoji: (text, random) => `${text} ${pick(EMOJI, random)}`,
  punctuation: (text, random) => text.replace(/[\s.!?。！？…]*$/u, pick(ENDINGS, random)),
  mixedLanguages: (text, random) => swapOne(text, SAID_IN_ENGLISH, random),
  pinyin: (text, random) => swapOne(text, SPELT, random),
  homophone: (text, random) => swapOne(text, HOMOPHONES, random),
  quotedHistory: (text, random) => `${pick(HISTORY, random)}\n\n${text}`,
  code: (text, random) => `${text}\n\n${pick(CODE, random)}`,
}

let traditionalBySimplified: ReadonlyMap<string, string> | undefined

/** The folding that matching uses, turned round. Characters that Taiwan writes every day as they are stay: 同, 家, 里. */
function toTraditional(): ReadonlyMap<string, string> {
  if (traditionalBySimplified !== undefined) return traditionalBySimplified
  const everyday = new Set(everydayTraditional())
  const changed = [...everyday].filter((character) => !everyday.has(foldTraditional(character)))
  traditionalBySimplified = new Map(changed.toReversed().map((character) => [foldTraditional(character), character]))
  return traditionalBySimplified
}

/** The 5,401 characters of Big5's first level, by frequency of use the everyday ones: lead bytes A4 to C6. */
function everydayTraditional(): string[] {
  const pairs: number[] = []
  for (let lead = 0xa4; lead <= 0xc6; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail < 0x7f || trail > 0xa0) pairs.push(lead, trail)
  }
  return new TextDecoder('big5').decode(Uint8Array.from(pairs)).match(/\p{Script=Han}/gu) ?? []
}

/** One slip of the finger in one longer word: two letters change places, one is left out, doubled, or hit beside. */
function mistype(text: string, random: () => number): string {
  return changeOne(text, LATIN_WORD, random, (word) => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
    const slips = [
      before + after.charAt(0) + letter + after.slice(1),
      before + after,
      before + letter + letter + after,
      before + neighbourOf(letter) + after,
    ]
    return pick(slips, random)
  })
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** The key to the right, or to the left at the end of a row. */
function neighbourOf(letter: string): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? letter
  const at = row.indexOf(letter.toLowerCase())
  return row.charAt(at + 1) || row.charAt(at - 1) || letter
}

interface Swaps {
  readonly pattern: RegExp
  readonly words: ReadonlyMap<string, string>
}

/** Pairs behind each other: what is written, and what is written in its place. */
function wordsOf(pairs: string): Swaps {
  const words = new Map(
    pairs.split('|').map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
  )
  return { pattern: new RegExp([...words.keys()].join('|'), 'g'), words }
}

const swapOne = (text: string, { pattern, words }: Swaps, random: () => number): string =>
  changeOne(text, pattern, random, (word) => words.get(word) ?? word)

/** Changes one match of the pattern, drawn at random. */
function changeOne(text: string, pattern: RegExp, random: () => number, change: (match: string) => string): string {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return text
  const { 0: match, index } = pick(matches, random)
  return text.slice(0, index) + change(match) + text.slice(index + match.length)
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item
}
