import type { TalkQuestionKind } from './talk-question'

/*
 * How people ask for what was said. The patterns are bounded: no two repetitions in a row can take the same characters.
 */

const SAID_EN =
  'say|says|said|saying|mention(?:ed)?|tell|told|write|wrote|written|post(?:ed)?|report(?:ed)?|announced?|suggest(?:ed)?' +
  '|propose[ds]?|recommend(?:ed)?|discuss(?:ed)?|talk(?:ed)?|complain(?:ed)?|confirm(?:ed)?|think|thought|want(?:ed)?|ask(?:ed)?'
const SAID_ZH = '说|提|讲|讨论|聊|反馈|建议|通知|报告|确认|写|问|抱怨|认为|觉得'
const SOMEBODY_EN = '(?:who|anyone|anybody|someone|somebody|everyone|we|they|he|she|i|people|the team)'
const SOMEBODY_ZH = '(?:谁|有人|大家|他们?|她们?|我们?|咱们?|团队|哪位)'

const EXPERTISE =
  /\bwho(?:m|'s| is| are)? (?:here |else |in the team |on the team )?(?:really |actually |best |most )?(?:knows?\b(?! (?:when|if|whether|who)\b)|understands?|familiar|good (?:at|with)|experienced|the experts?|our experts?|can (?:help|explain)|could help|would know|has (?:experience|worked|used|dealt)|ha(?:s|d) (?:ever )?(?:worked|used)|worked on|works on|built|maintains|set up|should i (?:ask|talk)|can i ask|do i ask|could i ask)|\bexperts? (?:on|in|for|about)\b|谁(?:比较|最|更|还)?(?:懂|了解|熟悉|擅长|精通|清楚|做过|搞过|弄过|用过|写过|维护|有.{0,8}经验|知道.{0,12}怎么|对.{1,20}(?:熟|了解|有研究|有经验))|(?:该|应该|可以|能)(?:去)?(?:找|问|请教)谁|哪位(?:同事)?(?:比较|最)?(?:懂|熟悉|了解)|(?:关于|对).{1,20}(?:问谁|找谁|谁懂|谁熟)/iu

const COMMITMENT =
  /\b(?:say|said|says|promised?|commit(?:ted)?|offer(?:ed)?|agreed?|volunteer(?:ed)?|plan(?:ned)?|expect(?:ed)?)\b(?: that)? ?(?:\b(?:he|she|they|i|we|it)\b ?)?(?:\bto\b|\bwould\b|\bwill\b|'d\b|'ll\b|\bcould\b|\bcan\b)|\b(?:promised?|volunteer(?:ed)?|commit(?:ted)? to|deadline did|eta)\b|答应|承诺|保证过|许诺|打包票|(?:说|讲)(?:过|好|了)?(?:他|她|自己)?(?:要|会|能|打算|准备)?(?:什么时候|何时|哪天|几号|几点|周几|多久)|(?:什么时候|何时|哪天|几号|周几)(?:能|会|可以|要)?.{0,10}(?:来着|说的)|谁(?:说|主动)(?:过|了)?(?:他|她|自己)?(?:要|会|来|去|愿意)/iu

const DECISION =
  /\b(?:did|have|had|has)(?:n't)? (?:we|they|you|the team|everyone)\b.{0,12}\b(?:decid|agree|settl|cho[os]|conclu|pick|go (?:with|for)|end up|vot)|\bwhat(?:'s|’s| was| is| were)? (?:the |our )?(?:final |latest |last )?(?:decision|conclusion|outcome|agreement|verdict|resolution)|\b(?:was|were|been|is it|is that) (?:it )?(?:finally )?(?:decided|agreed|settled)\b|\b(?:we|they) (?:decided?|agreed?|settled|chose|picked|ended up|went with)\b|\bdecision (?:on|about|for|regarding)\b|(?:我们|咱们|大家|团队|会上|最后|最终|后来|到底|当时)[^？?]{0,12}(?:定|选|采用|决议|同意)|(?:决定|定|选|敲)(?:了|的|下来|好)(?:什么|哪|谁|没有?|几|多少|吗|是)|怎么(?:定|决定|商量)的|(?:有什么|什么|的)(?:结论|决定|决议)|结论(?:是|呢)/iu

const SAID = new RegExp(
  `\\b(?:did|has|have|had|does)?(?:n't)? ?\\b${SOMEBODY_EN}\\b ?(?:\\b(?:ever|already|last|just|first)\\b ?)?\\b(?:${SAID_EN})\\b` +
    `|\\b(?:according to|messages? (?:from|by)|chat (?:with|about))\\b|\\bin (?:the )?(?:chat|channel|thread)\\b` +
    `|${SOMEBODY_ZH}[^，。？?]{0,8}(?:${SAID_ZH})(?:到|起|论)?(?:过|了|的|到|起|什么)|(?:聊天|群里|频道里|话题里|消息里)`,
  'iu',
)

/** The first that fits: whoever knows is asked for most particularly, then what was promised. */
const KINDS: readonly (readonly [TalkQuestionKind, RegExp])[] = [
  ['expertise', EXPERTISE],
  ['commitment', COMMITMENT],
  ['decision', DECISION],
]

export const kindOf = (question: string): TalkQuestionKind =>
  KINDS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'fact'

export const asksForWords = (question: string): boolean => SAID.test(question)

/** What stands before or after a name where its bearer is the one who is to have said something. */
export const SPEAKING = {
  en: {
    before: /(?:\b(?:did|has|had|have|does|what|when|that|who|from|by|to)|according to|messages? (?:from|by))\s*$/iu,
    after: new RegExp(
      `^(?:['’]s (?:plan|promise|opinion|view|answer|idea|suggestion)|\\s+(?:ever |already |last |really |have |has |had )?(?:${SAID_EN}|promised?|agreed?|offer(?:ed)?|commit(?:ted)?|volunteer(?:ed)?|decided?|plan(?:ned)?|expect(?:ed)?|find|found)\\b)`,
      'iu',
    ),
  },
  zh: {
    before: /(?:按照?|据|根据)\s*$/u,
    after: new RegExp(
      `^[^，。？?]{0,8}?(?:${SAID_ZH}|答应|承诺|保证|决定|打算|发现|的(?:意见|看法|建议|想法|回复|答复))`,
      'u',
    ),
  },
} as const
