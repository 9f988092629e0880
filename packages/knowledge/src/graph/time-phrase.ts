const CHINESE_NUMBER = '[\\d零〇一二两三四五六七八九十百半几]+'
const CHINESE_UNIT =
  '(?:个?(?:工作日|自然日|季度|学期|星期|礼拜|世纪|小时|钟头)|分钟|秒钟?|个月|[天日号周月年点晚夜次轮])'
const CHINESE_DAY =
  '(?:(?:上|下|本|这|每|当)(?:个?(?:星期|礼拜|季度|工作日)|个?月|周|年|天|日|晚)|(?:周|星期|礼拜)(?=[一二三四五六日天末])|[今明后昨前]天|[今明去前后]年|月[初中底末]|年[初中底末]|周末|季度末|节前|节后|早上|上午|中午|下午|晚上|凌晨|平时|工作日|节假日)'
const CHINESE = new RegExp(
  `^(?:大约|约|一般|通常|最[早晚迟]|至[少多]|每|第|前|后|头|近|过去|\\s)*(?:${CHINESE_NUMBER}\\s?${CHINESE_UNIT}|${CHINESE_DAY}[一二三四五六日天末]?|[春夏秋冬]季)+(?:之?[前后内]|以[前后内]|期间|左右|为止|起|内|里|当[天日])?$`,
  'u',
)
const BARE = /^(?:[之以此]?[前后]|[之以]内|目前|期间|届时)$/u
const ENGLISH =
  /^(?:(?:the|every|each|next|last|this|about|first|within|by|over|under|at least|at most|day|week|month) )*(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|first|second|third|fourth|fifth|last|few|couple of|several)(?:st|nd|rd|th)? ?)*(?:(?:working |business |calendar )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|nights?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|mornings?|afternoons?|evenings?))$|^(?:day|week|month|quarter|year) (?:\d+|one|two|three|four|five|six|seven)$/i

/** Whether words say when or how long: 第五天前, "the first week". They are no name, whatever stands beside them. */
export const isTimePhrase = (words: string): boolean => CHINESE.test(words) || BARE.test(words) || ENGLISH.test(words)
