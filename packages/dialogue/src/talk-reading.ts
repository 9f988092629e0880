import { readTalkQuestion, type TalkQuestion } from '@parley/knowledge'
import type { Situation } from '@parley/nlu'
import { isQuestion } from './question'

/** A question as it is put to what people wrote; the directory says whom it names. */
export function talkQuestionOf(question: string, { speakerId, now, directory }: Situation): TalkQuestion {
  return readTalkQuestion(question, { askerId: speakerId, now, people: directory })
}

/** Whether a message asks in so many words for what people said, decided, promised or know. */
export const asksTalk = (text: string, situation: Situation): boolean =>
  isQuestion(text) && talkQuestionOf(text, situation).isAskedOfTalk
