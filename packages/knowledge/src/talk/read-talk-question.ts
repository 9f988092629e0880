import { detectLanguage, foldTraditional } from '@parley/text'
import { readQuestionType } from '../query/question-type'
import { type NamedPeople, peopleIn, speakersAmong } from './people-in-question'
import { readPeriod, withoutPeriod } from './read-period'
import { asksForWords, kindOf } from './talk-patterns'
import type { TalkQuestion, TalkSituation } from './talk-question'
import { talkWords } from './talk-words'

/** Longer ones are no questions of this kind; only the beginning is read. */
const LONGEST_QUESTION = 500
const PLACE = /[#＃]([\p{L}\p{N}_-]{1,80})/gu
const ASKER =
  /\b(?:did|have|had) i (?:ever |already )?(?:promise|say|said|agree|commit|offer|tell|told|decide)|我(?:之前|上次|昨天|曾经)?(?:答应|承诺|说过|说了|保证|提过)/i

/** Reads what a question wants of a conversation. No model; linear in the question. */
export function readTalkQuestion(given: string, situation: TalkSituation): TalkQuestion {
  const text = given.slice(0, LONGEST_QUESTION).trim()
  const language = detectLanguage(text)
  const plain = foldTraditional(text)
  const kind = kindOf(plain)
  const named = kind === 'expertise' ? [] : peopleIn(text, situation.people)
  const speakers = speakersAmong(text, named, language)
  const others = named.filter((one) => !speakers.includes(one))
  const namesOf = (people: readonly NamedPeople[]) =>
    people.map(({ start, end }) => text.slice(start, end).toLowerCase())
  const speakerIds = speakers.flatMap(({ ids }) => ids)
  const isAskedOfTalk = kind !== 'fact' || speakers.length > 0 || asksForWords(plain)
  const about = cutOut(
    text.replaceAll(PLACE, (sign) => ' '.repeat(sign.length)),
    named,
  )
  return {
    ...{ text, language, kind },
    isAskedOfTalk,
    type: readQuestionType(text).answerType,
    words: talkWords(isAskedOfTalk ? withoutPeriod(about) : about, language),
    speakerIds: speakerIds.length === 0 && ASKER.test(plain) ? [situation.askerId] : speakerIds,
    speakerNames: namesOf(speakers),
    aboutIds: others.flatMap(({ ids }) => ids),
    aboutNames: namesOf(others),
    // When it was said; of anything else a time is what is asked about.
    period: isAskedOfTalk ? readPeriod(text, situation.now) : null,
    placeNames: [...text.matchAll(PLACE)].map(([, name]) => name!),
  }
}

function cutOut(text: string, named: readonly NamedPeople[]): string {
  return named.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}
