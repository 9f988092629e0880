import { splitSentences } from '@parley/text'
import type { Bilingual } from './bilingual'
import { type Draft, replyOf } from './draft'
import { PLACEHOLDER } from './fill-template'
import { holdsSecret } from './find-secret'
import { type ReasonKey, reason } from './reasons'
import type { Reply, ReplyFault } from './turn'

/** A reply that may be sent, and what was wrong with the one composed first. */
export interface CheckedReply {
  readonly reply: Reply
  readonly faults: readonly ReplyFault[]
}

/**
 * The last look before a reply goes out: it says something, in the asker's language, with every place filled, every
 * sentence of an answer standing in a source, and no secret in it. A reply that fails is replaced by an honest one.
 */
export function checkReply(draft: Draft): CheckedReply {
  const faults = CHECKS.filter(({ isFaulty }) => isFaulty(draft)).map(({ fault }) => fault)
  return faults.length === 0 ? { reply: replyOf(draft), faults } : { reply: honestReply(draft, faults), faults }
}

const CHECKS: readonly { readonly fault: ReplyFault; readonly isFaulty: (draft: Draft) => boolean }[] = [
  { fault: 'empty', isFaulty: ({ text }) => text.trim() === '' },
  { fault: 'unfilledPlaceholder', isFaulty: (draft) => new RegExp(PLACEHOLDER.source).test(ownWords(draft)) },
  { fault: 'wrongLanguage', isFaulty: (draft) => !isInLanguage(draft) },
  { fault: 'ungrounded', isFaulty: (draft) => draft.kind === 'answer' && !draft.confirmed && !isGrounded(draft) },
  { fault: 'secret', isFaulty: holdsSecretAnywhere },
]

const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u

/** The reply less the words of people and documents, which may be in any language and hold any braces. */
function ownWords({ text, coda, values }: Draft): string {
  const longestFirst = [...values].filter((value) => value !== '').sort((a, b) => b.length - a.length)
  return longestFirst.reduce((rest, value) => rest.replaceAll(value, ' '), coda ? `${text}\n${coda}` : text)
}

function isInLanguage(draft: Draft): boolean {
  const own = ownWords(draft)
  if (!HAN.test(own) && !LATIN.test(own)) return true
  return draft.language === 'zh' ? HAN.test(own) : !HAN.test(own)
}

/** An answer without a quote, or with a sentence that no source holds, is not an answer from sources. */
function isGrounded({ text, citations, said = [] }: Draft): boolean {
  const quotes = [...said.map((one) => one.text), ...citations.map(({ quote }) => quote)]
  const sources = quotes.map(plain)
  const quotable = [...quotes, ...citations.map(({ title }) => title)]
  const unquoted = quotable.reduce((rest, quote) => rest.replaceAll(quote, ''), text)
  const sentences = splitSentences(unquoted).map((sentence) => plain(sentence.text))
  const stands = (sentence: string) => sources.some((source) => source.includes(sentence))
  return sources.length > 0 && sentences.filter(saysSomething).every(stands)
}

/** Lead-ins end in a colon and only announce the quote. */
const saysSomething = (sentence: string) => sentence !== '' && !/[:：]$/.test(sentence)
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\[\d+\]/g, '')
    .replace(/[*_`>|"“”「」\s]+/g, '')
    .toLowerCase()

function holdsSecretAnywhere(draft: Draft): boolean {
  const quotes = [...(draft.said ?? []).map(({ text }) => text), ...draft.citations.map(({ quote }) => quote)]
  return holdsSecret(replyOf(draft).text) || quotes.some(holdsSecret)
}

const HONEST = {
  secret: {
    zh: '相关内容里有疑似密码或密钥的信息，我不在这里复述。需要的话，请联系管理员。',
    en: 'What I found holds something that looks like a password or a key, so I do not repeat it here. Please ask an administrator if you need it.',
  },
  other: {
    zh: '这条回复没有通过检查，我先不发，以免出错。请换个说法再问一次，或者说“转人工”。',
    en: 'My reply did not pass its checks, so I hold it back. Please ask again in other words, or say “talk to a person”.',
  },
} satisfies Record<string, Bilingual>

const FAULTS: Readonly<Record<ReplyFault, ReasonKey>> = {
  empty: 'faultEmpty',
  wrongLanguage: 'faultWrongLanguage',
  unfilledPlaceholder: 'faultUnfilledPlaceholder',
  ungrounded: 'faultUngrounded',
  secret: 'faultSecret',
}

function honestReply({ language }: Draft, faults: readonly ReplyFault[]): Reply {
  const text = HONEST[faults.includes('secret') ? 'secret' : 'other'][language]
  return {
    kind: 'unknown',
    text,
    language,
    citations: [],
    confidence: null,
    reasons: faults.map((fault) => reason(FAULTS[fault])),
  }
}
