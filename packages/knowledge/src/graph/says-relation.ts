import { anchorsOf, matchAnchors } from '../anchors'
import { readGraphQuestion } from './read-graph-question'
import type { RelationType } from './relation'

/** Words by which people say that one answers for something, or supplies it; "the shelf blocked the gateway" has none of them. */
const CUES: Partial<Readonly<Record<RelationType, RegExp>>> = {
  responsible_for:
    /\b(?:responsib|own(?:s|er|ed)?\b|maintain|look(?:s|ing)? after|in charge|takes? care|r[ua]ns?\b|lead|led\b|contact|manag|coordinat|hand(?:s|ed)? over|takes? over|took over)|负责|维护|归|管|牵头|对接|接手|主管|交给|找/i,
  owns: /\b(?:own(?:s|er|ed)?\b|responsib|belongs? to|maintain)|归|所有|负责|维护|owner/i,
  reports_to: /\b(?:reports? to|manager|boss|supervis|lead)|汇报|上级|主管|领导|经理/i,
  supplier_of: /\b(?:suppl|deliver|provid|buy|bought|order|from|vendor|make|made)|供应|供货|采购|买|提供|订|厂商/i,
}

/** Minutes and tables say it by their layout: 接口文档：刘畅. Nobody reports to somebody by that. */
const LAID_OUT: ReadonlySet<RelationType> = new Set(['responsible_for', 'owns', 'supplier_of'])

/** Whether a sentence may say what was asked for. `isLaidOut`: it is a row of a table or an item of a list. */
export type SaysRelation = (sentence: string, isLaidOut?: boolean) => boolean

/**
 * What tells the sentences that may say what a question asks for, where that is a relation that has words of its own; each
 * may, where it is none. Of somebody who is reported to a sentence must speak, too: each has people of theirs. The question
 * is read once for all sentences.
 */
export function relationAskedIn(question: string): SaysRelation {
  const asked = readGraphQuestion(question)
  const type = asked?.types[0]
  const cue = type && CUES[type]
  if (!cue) return () => true
  const superior = type === 'reports_to' && asked.anchor.kind === 'name' ? namedIn(asked.anchor.name) : () => true
  return (sentence, isLaidOut = false) =>
    (isLaidOut && LAID_OUT.has(type)) || (cue.test(sentence) && superior(sentence))
}

/** By any part of the name, in either script. */
function namedIn(name: string): (sentence: string) => boolean {
  const isHan = HAN.test(name)
  const parts = isHan ? [name] : name.toLowerCase().split(/\s+/)
  const [question, source] = isHan ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  const anchors = anchorsOf(isHan ? name : `to ${name}`, question)
  return (sentence) => {
    const plain = sentence.toLowerCase()
    return parts.some((part) => plain.includes(part)) || matchAnchors(anchors, sentence, source).found > 0
  }
}

const HAN = /\p{Script=Han}/u
