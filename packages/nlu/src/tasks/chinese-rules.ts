import type { RequestRule } from './request-rule'
import { PERSON as P } from './skeleton'
import { CHINESE_VERB } from './work-verbs'

/** 运维的老周: people are told apart by where they work. */
const WHO = `(?:[一-龥]{1,6}的)?@?(?<who>${P})`
const PLEASE = '(?:请|麻烦|辛苦|拜托|劳烦|有劳|烦请|还请)'
const MAY = '(?:能不能|可不可以|可以|能否|可否|是否可以|能)'
const TASK = '(?:任务|待办事项|待办|工单|task|todo|to-do|action item|卡片)'
const JOB = '(?:任务|工作|活儿?|事情?)'
const FILLER = '(?:来|去|帮忙|帮我|帮|你|您|也|再|先|就|尽快|尽早|务必|抓紧|赶紧|记得|一定|\\s)*'
const GIVE = '(?:(?<=任务|工作|活儿?|事情?)给|(?:分配|指派|转派|改派|委派|转交|移交|交接|交|转|分|派)给)'

const rule = (pattern: string, rest: Omit<RequestRule, 'pattern'>): RequestRule => ({
  pattern: new RegExp(pattern, 'di'),
  ...rest,
})

/** From the plainest to the weakest; the first that fits is taken. */
export const CHINESE_RULES: readonly RequestRule[] = [
  rule(
    '^(?<topic>[^我]{2,30}?)(?:这[个事块]儿?|的事儿?)?(?:就|还是|都)?(?:(?:交|分配|指派|委派|派|移交)给我(?:来?(?:做|办|负责|处理|跟进))?|归我|算我的|包在我身上|我包了|我认领|我来吧)(?:吧|了)?[\\s。！!]*$',
    { addressee: 'speaker', confidence: 0.85, isExplicit: true },
  ),
  rule(
    `^(?:请|麻烦|辛苦|劳驾|劳烦|拜托|需要|得|要|求|${MAY}|看看|有没有|安排|找|派|\\s)*(?:谁|哪位|有人|个人|一?[位个]好心人|(?<=有没有|安排|找|派)人)(?:同学|同事|朋友|手上)?(?:不忙|有空|有时间|方便|[，,\\s])*(?:的话)?(?:能不能|能|可以|可|愿意|来|去|帮忙|帮着|帮我|帮|给|\\s)+(?<title>.+)`,
    { addressee: 'nobody', confidence: 0.8, needsWork: true, mayAsk: true, isForAnybody: true },
  ),
  rule(
    `^(?:${PLEASE}|${MAY}|帮我|帮忙|替我|给我|我要|我想|你|您|[给为]${WHO}|\\s)*(?:新建|创建|建立|建|添加|新增|增加|加|记录|记|列|开|登记|设|安排|布置|派|来|放|弄)(?:一下|上|入)?(?:一?[个条项张])?(?:新的?|高优先级的?|紧急的?)*${TASK}(?:吧|里)?[：:\\s\\-—]*(?:内容是|标题是|是|叫)?(?<title>.*)`,
    { addressee: 'nobody', confidence: 0.95, mayAsk: true, isExplicit: true },
  ),
  ...[
    `(?:分配|指派|派|安排|布置)(?:一?个|一?项)?(?:新)?${JOB}给${WHO}`,
    `给${WHO}(?:分配|指派|派|安排|布置)(?:一?个|一?项|点)?(?:新)?${JOB}`,
  ].map((handing) =>
    rule(`^(?:${PLEASE}|${MAY}|帮我|帮忙|你|您|\\s)*${handing}[：:\\s]*(?<title>.+)`, {
      addressee: 'named',
      confidence: 0.95,
      mayAsk: true,
      isExplicit: true,
    }),
  ),
  rule(`^(?:${PLEASE}|帮我|帮忙|\\s)*(?:记一下|记录一下|记下|备忘)[：:，\\s]*(?<title>.+)`, {
    addressee: 'nobody',
    confidence: 0.85,
    needsWork: true,
  }),
  rule(
    `^(?:在)?${TASK}(?:列表|清单)?(?:里面?)?(?:再)?(?:加|放|添加|新增|记)(?:上)?(?:一?[条个项])?[：:\\s]*(?<title>.*)`,
    {
      addressee: 'nobody',
      confidence: 0.95,
      isExplicit: true,
    },
  ),
  rule(
    `^(?:${PLEASE}|帮我|帮忙|\\s)*(?:把|将)(?<topic>.+?)(?:添加|加|放|记|列|录)(?:到|进|入)(?:我的|团队)?${TASK}(?:列表|清单|里)*`,
    {
      addressee: 'nobody',
      confidence: 0.9,
      mayAsk: true,
      isExplicit: true,
    },
  ),
  rule(`^(?:新)?${TASK}\\s?[：:]\\s*(?:${WHO}(?:负责|来|[：:])?)?(?<title>.+)`, {
    addressee: 'nobody',
    confidence: 0.95,
    isExplicit: true,
  }),
  rule(
    `^(?:${PLEASE}|${MAY}|帮我|帮忙|你|您|\\s)*(?:把|将)?(?<topic>[^${P}]{2,}?)(?:都|就)?${GIVE}\\s?${WHO}\\s?(?:来|去|负责)*(?<title>.*)`,
    {
      addressee: 'named',
      confidence: 0.9,
      mayAsk: true,
      isExplicit: true,
    },
  ),
  rule(`^(?:${PLEASE}|\\s)*${GIVE}\\s?${WHO}[：:\\s]+(?<title>.+)`, { addressee: 'named', confidence: 0.9 }),
  rule(`^(?<topic>[^${P}]{0,24}?)(?:就|都)?由\\s?${WHO}\\s?(?:来|去|负责|\\s)*(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.85,
  }),
  rule(
    `^(?<topic>[^${P}]{0,24}?)(?:${MAY}|就)?(?:${PLEASE}|让|叫|安排|派|通知)\\s?${WHO}\\s?(?:和${P}\\s?)?${FILLER}(?:负责)?(?<title>.+)`,
    { addressee: 'named', confidence: 0.9, mayAsk: true },
  ),
  rule(
    `^${WHO}(?:[\\s，,：:、和]*${P})*[\\s，,：:、]*(?:你|您)?(?:那边)?(?:${PLEASE}|来|记得|别忘了|务必|帮忙|帮我|能不能|可不可以|能否|(?<=[，,]\\s?)${MAY}|(?<=[你您])${MAY}|尽快)${FILLER}(?:负责)?(?<title>.+)`,
    { addressee: 'named', confidence: 0.85, mayAsk: true },
  ),
  rule(`^${WHO}[\\s，,：:]*(?:你|您)?(?:也|就)?负责(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.75,
    needsWork: true,
  }),
  rule(`^${WHO}[\\s，,：:]*(?:你|您)?(?:也|就)?负责(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.75,
    needs: 'date',
  }),
  rule(`^${WHO}[\\s，,：:]*(?:你|您)${FILLER}(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.75,
    needsWork: true,
    mayAsk: true,
  }),
  rule(`^${WHO}[\\s，,：:]+(?<topic>[^${P}，,]{1,24}?)(?:还)?(?:需要|得|要|必须|应该)(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.7,
    needsWork: true,
    needs: 'deadline',
    mayAsk: true,
  }),
  rule(`^${WHO}[\\s，,：:]+(?<topic>[^${P}，,]{1,24}?)(?:你|您)${FILLER}(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.75,
    needsWork: true,
    mayAsk: true,
  }),
  rule(
    `^(?:我们?|这边)?(?<topic>[^${P}我]{0,24}?)(?:需要|想让|想请|希望|要)\\s?${WHO}\\s?${FILLER}(?:负责)?(?<title>.+)`,
    {
      addressee: 'named',
      confidence: 0.8,
      needsWork: true,
    },
  ),
  rule(`^${WHO}[\\s，,：:]*(?:你|您)?(?:还)?(?:需要|得|要|必须|应该)(?:再|先|尽快|\\s)*(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.75,
    needsWork: true,
  }),
  rule(`^${WHO}[\\s，,：:]*(?:你|您)?(?<title>(?:把|将).+)`, {
    addressee: 'named',
    confidence: 0.7,
    needsWork: true,
    needs: 'date',
  }),
  rule(`^${WHO}[\\s，,：:]*(?:你|您)?(?<title>.+)`, {
    addressee: 'named',
    confidence: 0.7,
    needsWork: true,
    needs: 'deadline',
  }),
  rule(
    `^(?:那|就|好|行)?(?!提醒|帮|请|让|给|等|叫|通知|告诉|教|问)(?<topic>[^${P}我]{0,24}?)(?:就|还是|由)?我(?:自己|这边)?(?:来|去|会|负责|这就|马上|尽快|先|再|就|今天|\\s)+(?<title>.+)`,
    {
      addressee: 'speaker',
      confidence: 0.8,
      needsWork: true,
    },
  ),
  rule(
    `^(?!提醒|帮|请|让|给|等|叫|通知|告诉|教|问)(?<topic>[^${P}我，,]{2,24}?)我(?:来|会|就|再)?(?<title>(?:给|发|交|做|写|弄|改|提|补).{0,6})$`,
    {
      addressee: 'speaker',
      confidence: 0.75,
      needs: 'deadline',
    },
  ),
  rule('^(?:那|就)?我(?:自己|这边)?(?:要|得|需要|计划|准备)?\\s*(?<title>.+)', {
    addressee: 'speaker',
    confidence: 0.7,
    needsWork: true,
    needs: 'date',
  }),
  rule(
    `^(?:${MAY}|你|您|大家|各位|同学们?|谁|哪位|有空|\\s)*(?:${PLEASE}|帮我|帮忙|记得|务必|别忘了|(?<=[你您])(?:来|负责)|(?<=谁|哪位|有空)(?:来|去|能?帮))(?:大家|各位|${FILLER})*(?<title>.+)`,
    { addressee: 'addressed', confidence: 0.75, needsWork: true, mayAsk: true },
  ),
  rule(`^(?<topic>[^${P}我，,]{2,24}?)我(?:这两天|马上|尽快|一会儿?|稍后)(?<title>.{1,8})$`, {
    addressee: 'speaker',
    confidence: 0.7,
    needsWork: true,
  }),
  rule('^(?:需要|得|要)有人(?:来|去|帮忙)?(?<title>.+)', {
    addressee: 'nobody',
    confidence: 0.7,
    needsWork: true,
    needs: 'date',
  }),
  rule(`^(?:你|您)${FILLER}(?<title>.+)`, { addressee: 'addressed', confidence: 0.65, needsWork: true }),
  rule(`^(?:我们|咱们|大家|团队)(?:还)?(?:需要|得|要|必须|应该|务必)(?:再|先|尽快|\\s)*(?<title>.+)`, {
    addressee: 'nobody',
    confidence: 0.65,
    needsWork: true,
    needs: 'deadline',
  }),
  rule(`^(?<title>(?:${CHINESE_VERB}|把|将).+)`, {
    addressee: 'addressed',
    confidence: 0.6,
    needs: 'deadline',
    isBare: true,
    needsWork: true,
  }),
]

/** The whole sentence asks for nothing: it supposes, quotes, reports or states a habit. */
export const CHINESE_NO_REQUEST = new RegExp(
  `^(?:非常|十分|特别|真的)?(?:谢谢|感谢|多谢|幸亏|多亏)[^，,。！!]{0,3}${P}|如果|假如|假设|要是|倘若|万一|除非|即使|可能|也许|或许|说不定|本来|本想|(?:按照?|根据|依照)(?:公司)?(?:规定|流程|制度|惯例)|规定|通常|一般都?|每(?:天|周|月|年|次|逢|个)|系统会|自动|${P}\\s?(?:们)?(?:说|问|提到|认为|觉得|告诉|写道|表示|建议)|(?:客户|他们?|她们?|老板|领导|对方|有人)(?:说|问|要求|希望|写|让|叫)|要不要|是不是|该不该|想不想`,
)
/** A question that asks somebody to do it, rather than whether it is so. */
export const CHINESE_ASKS_TO_DO =
  /请|麻烦|辛苦|拜托|劳烦|帮|能不能|可不可以|能否|可否|可以|能|[谁位人].{0,6}能|[好行]吗|好不好/
export const CHINESE_QUESTION = /[?？]\s*$|(?:吗|呢|么|没有|了没)[。！!\s]*$/
/** A question that wants to know, not to have done. */
export const CHINESE_WANTS_TO_KNOW =
  /什么时候|怎么|为什么|为何|谁(?:在|负责|是|会)|哪[个里些]|多少|了吗|了没|知道|能(?:按时|如期|准时)?(?:完成|做完|写完|改完|交付|上线).*吗|有没有(?!人|谁|哪|同学|同事|朋友)|完成没/
export const CHINESE_NEGATION = /不用|不要|不必|无需|没必要|不需要|不会|不能|不想|别(?!忘)|勿|没|未|取消|不是/
export const CHINESE_PAST =
  /已经?|刚刚?才?(?!好)|(?:昨天|前天|上周|上个?月)(?!.{0,4}(?:说|提|讲|聊|定|谈|讨论)|的|那)|早就|之前就|正在|^(?!.*(?:请|麻烦|帮|记得|务必|别忘)).*完了[。！!.～~\s]*$/
/** 写完了, 发了: it has happened, unless it is asked for. */
export const CHINESE_DONE = /(?:了|过)(?:[。！!.～~\s]|一下|一遍|两次)*$|[完好定成]了|了(?=[^，。]{1,12}$)/
