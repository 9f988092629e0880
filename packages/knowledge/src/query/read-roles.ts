import type { PartRole, TextSpan } from './structured-query'

const SAID_BY =
  /\b(?:(?:said|written|posted|added|uploaded|shared|sent|mentioned|noted)\s+by|(?:messages?|notes?|documents?|docs?|files?|posts?|anything|something)\s+(?:from|by))\s+$/i
const FROM = /\bfrom\s+$/i
/** "approval from Li Na" is about her, and so is what somebody gets from her. */
const GIVEN =
  /\b(?:approval|permission|consent|sign-?off|confirmation|get|gets|got|need|needs|receive[sd]?|come[s]?|hear|away|differ(?:s|ent)?)\s+(?:\w+\s+){0,2}from\s+$/i
const SAYS_EN =
  /^(?:['’]s)?\s+(?:say|said|says|write|wrote|post|posted|upload|uploaded|add|added|share|shared|mention|mentioned|promise[d]?|suggest(?:ed)?|announce[d]?)\b/i
const FROM_ZH = /(?:来自|出自)$/
const SAYS_ZH =
  /^(?:在.{1,12}?)?(?:上周|昨天|今天|之前|最近|刚才|曾经?|当时)?(?:说|写|发|上传|添加|分享|提到|提过|承诺|宣布|建议)(?:过|的|了)?|^的(?:文档|消息|笔记|发言|文件)/

/** Whether somebody is asked about, or is who said or wrote what is sought. The span then holds the words that say so. */
export function roleOfPerson(text: string, span: TextSpan): { readonly role: PartRole; readonly span: TextSpan } {
  const before = text.slice(0, span.start)
  const after = text.slice(span.end)
  const lead = SAID_BY.exec(before) ?? (GIVEN.test(before) ? null : FROM.exec(before)) ?? FROM_ZH.exec(before)
  if (lead) return { role: 'from', span: { start: lead.index, end: span.end } }
  return { role: SAYS_EN.test(after) || SAYS_ZH.test(after) ? 'from' : 'about', span }
}

const CHANGES =
  /\b(?:added|uploaded|updated|changed|revised|published|new(?:ly)?|changes)\b|更新|修改|修订|新增|新加|上传|变更|改动|发布|改了/i

/** Whether a time is what the sources have to be of ("what was added since March") or only what is asked about. */
export const roleOfTime = (text: string, span: TextSpan): PartRole =>
  CHANGES.test(text.slice(0, span.start)) || CHANGES.test(text.slice(span.end)) ? 'from' : 'about'
