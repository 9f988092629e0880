import type { Text } from '../../app/use-text'

export interface HandOver {
  /** The question as it was asked, or null when it is not loaded. */
  readonly question: string | null
  /** Whether the assistant hears everything here; elsewhere it has to be mentioned. */
  readonly isDirect: boolean
  readonly text: Text
}

const QUESTION_LENGTH = 300

/** The assistant's mention at the beginning of a question in a channel, which is not part of the question. */
const MENTION = /^\s*[@＠](?:助手|assistant\b|parley\b)[\s,，:：]*/iu

/** The words that the assistant takes for "hand me over to a person", with the question. */
export function handOverText({ question, isDirect, text }: HandOver): string {
  const plain = question?.replace(MENTION, '').replaceAll(/\s+/g, ' ').trim().slice(0, QUESTION_LENGTH)
  const words = plain ? text('web.assistant.handOverAbout', { question: plain }) : text('web.assistant.handOver')
  return isDirect ? words : `@${text('web.assistant.mention')} ${words}`
}
