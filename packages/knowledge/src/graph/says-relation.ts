import { readGraphQuestion } from '../graph/read-graph-question'
import type { RelationType } from '../graph/relation'

/** Words by which people say that one answers for something, or supplies it; "the shelf blocked the gateway" has none of them. */
const CUES: Partial<Readonly<Record<RelationType, RegExp>>> = {
  responsible_for:
    /\b(?:responsib|own(?:s|er|ed)?\b|maintain|look(?:s|ing)? after|in charge|takes? care|runs?\b|lead|contact|manag|coordinat|hand(?:s|ed)? over|takes? over|took over)|负责|维护|归|管|牵头|对接|接手|主管|交给|找/i,
  owns: /\b(?:own(?:s|er|ed)?\b|responsib|belongs? to|maintain)|归|所有|负责|维护|owner/i,
  reports_to: /\b(?:reports? to|manager|boss|supervis|lead)|汇报|上级|主管|领导|经理/i,
  supplier_of: /\b(?:suppl|deliver|provid|buy|bought|order|from|vendor|make|made)|供应|供货|采购|买|提供|订|厂商/i,
}

/** Whether a sentence may say what a question asks for, where that is a relation that has words of its own. */
export function saysRelation(question: string, sentence: string): boolean {
  const asked = readGraphQuestion(question)
  const cue = asked && CUES[asked.types[0]!]
  return !cue || cue.test(sentence)
}
