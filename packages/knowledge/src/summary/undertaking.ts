import { isPromise } from '../talk/talk-acts'
import { isQuestion } from './speech-acts'

const WHEN =
  /\b(?:today|tonight|tomorrow|now|soon|by|before|until|on|at|this|next|as soon as|when|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b/i
const DOING =
  /\bi(?:['’]m| am)? (?:then |also |can )?(?:book|talk|write|send|call|do|ask|check|tell|set|make|fix|take|prepare|order|cancel|update|bring|finish|draft|review|test|mail|contact|publish|organi[sz]e|handle|share|print|deliver|updating|sending|calling|writing|booking)\b/i
const ONESELF = /\b(?:i|me)\b|我(?!们)/iu
const DOING_ZH =
  /我(?:就|把|给|再|去|来|先|也|抽空|负责|写|发|改|问|查|订|联系|安排|准备|整理|更新|通知|跟进|处理|统计).{0,20}(?<![了过])$/u
const DOING_AT_ZH = /[退发写订做切改交]/u
const WHEN_ZH =
  /(?:今[天晚]|明[天早晚]|后天|下?周[一二三四五六日末]|这两天|月底|[上下]午|中午|之?前|\d号|尽快|马上|最晚)/u

/** Says that its speaker, one person, takes something on. */
export const isUndertaking = (sentence: string): boolean =>
  !isQuestion(sentence) &&
  ONESELF.test(sentence) &&
  (isPromise(sentence) ||
    (DOING.test(sentence) && WHEN.test(sentence)) ||
    DOING_ZH.test(sentence.replace(/[。.!！，,\s]+$/u, '')) ||
    (DOING_AT_ZH.test(sentence) && WHEN_ZH.test(sentence)))
