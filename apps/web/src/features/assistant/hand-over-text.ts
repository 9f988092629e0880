import type { Language } from '@parley/locale'
import { textIn } from '../../app/texts'

export interface HandOver {
  /** The question as it was asked, or null when it is not loaded. */
  readonly question: string | null
  /** Whether the assistant hears everything here; elsewhere it has to be mentioned. */
  readonly isDirect: boolean
  readonly language: Language
}

const QUESTION_LENGTH = 300

/** The assistant's mention at the beginning of a question in a channel, which is not part of the question. */
const MENTION = /^\s*[@＠](?:助手|assistant\b|parley\b)[\s,，:：]*/iu

/** A person was what was asked for: that none is there is no question to hand over. */
const ASKS_FOR_PERSON = /转人工|\btalk to a person\b/i

/** The words that the assistant takes for "hand me over to a person", with the question; null when that was the question. */
export function handOverText({ question, isDirect, language }: HandOver): string | null {
  const plain = question?.replace(MENTION, '').replaceAll(/\s+/g, ' ').trim().slice(0, QUESTION_LENGTH)
  if (plain && ASKS_FOR_PERSON.test(plain)) return null
  const words = plain
    ? textIn(language, 'web.assistant.handOverAbout', { question: plain })
    : textIn(language, 'web.assistant.handOver')
  return isDirect ? words : `@${textIn(language, 'web.assistant.mention')} ${words}`
}
