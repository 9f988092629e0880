/** A sentence and its place: `source.slice(start, end) === text`. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Terminators with the quotes and brackets that close behind them, or a line break. */
const CANDIDATE = /[.!?。！？｡…]{1,40}[)"'”’】」』）》*_]{0,6}|\r?\n/g
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:mr|mrs|ms|dr|prof|st|sr|jr|vs|cf|et al|approx|dept|est|inc|ltd|co|corp|[a-z](?:\.[a-z]){0,4})$/iu
/** Abbreviations only before a number: "No. 5", but "the answer is no. We …". */
const BEFORE_NUMBER =
  /(?:^|[^\p{L}])(?:no|nos|fig|figs|eq|vol|ch|sec|pp?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/iu
/** Abbreviations only where the sentence goes on in lower case. */
const BEFORE_LOWER_CASE = /(?:^|[^\p{L}])(?:etc|min|max|hr|hrs|sec|ca|incl|excl|no|fig|vol)$/iu
const LIST_NUMBER = /(?:^|\n)[ \t]{0,8}(?:\d{1,3}|[a-z])$/i
const LIST_ITEM = /^[ \t]{0,8}(?:[-*+•·]|\d{1,3}[.)、）]|[（(]\d{1,3}[)）]|#{1,6} |>|\|)/
/** A line at least this long that does not end a sentence was wrapped by an editor; a shorter one was ended by its writer. */
const WRAPPED_LINE_LENGTH = 50
const LOOK_BEHIND = 24

/**
 * Splits Chinese and English text into sentences. Full stops of decimals, versions, links, abbreviations and list
 * numbers end nothing, neither do marks inside 《》; a line break does, unless the line was wrapped. Linear in the length.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(CANDIDATE)) {
    const end = index + mark.length
    if (!(mark.endsWith('\n') ? endsLine(text, index, end) : endsSentence(text, start, index, mark))) continue
    push(sentences, text, start, end)
    start = end
  }
  push(sentences, text, start, text.length)
  return sentences
}

function push(sentences: Sentence[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end)
  const trimmed = raw.trim()
  if (trimmed === '') return
  const from = start + raw.indexOf(trimmed)
  sentences.push({ text: trimmed, start: from, end: from + trimmed.length })
}

function endsLine(text: string, breakStart: number, breakEnd: number): boolean {
  const before = text.slice(Math.max(0, breakStart - WRAPPED_LINE_LENGTH), breakStart)
  const next = text.slice(breakEnd, breakEnd + LOOK_BEHIND)
  const isWrapped =
    before.length === WRAPPED_LINE_LENGTH && !before.includes('\n') && !/[.!?。！？…:：;；]\W{0,3}$/.test(before)
  return !isWrapped || /^\s*(?:\n|$)/.test(next) || LIST_ITEM.test(next)
}

function endsSentence(text: string, start: number, index: number, mark: string): boolean {
  const next = text.slice(index + mark.length, index + mark.length + LOOK_BEHIND)
  if (isInsideTitle(text, start, index)) return false
  if (/^[…]+$/.test(mark)) return next === '' || /^\s/.test(next)
  if (/[。！？｡]/.test(mark)) return !/^[，,、；]/.test(next)
  return endsLatinSentence(text.slice(Math.max(start, index - LOOK_BEHIND), index), mark, next)
}

function endsLatinSentence(before: string, mark: string, next: string): boolean {
  if (/^\p{Script=Han}/u.test(next)) return /[!?]/.test(mark) || /\p{Script=Han}$/u.test(before)
  if (next === '') return true
  if (!/^\s/.test(next)) return false
  if (/^[ \t]+\p{Ll}/u.test(next) && /["'”’)]$/.test(mark)) return false
  return mark !== '.' || !isAbbreviation(before, next)
}

function isAbbreviation(before: string, next: string): boolean {
  if (ABBREVIATION.test(before) || LIST_NUMBER.test(before)) return true
  if (/^\s+\d/.test(next)) return BEFORE_NUMBER.test(before)
  return /^\s+\p{Ll}/u.test(next) && BEFORE_LOWER_CASE.test(before)
}

function isInsideTitle(text: string, start: number, index: number): boolean {
  const window = text.slice(Math.max(start, index - 80), index)
  return window.lastIndexOf('《') > window.lastIndexOf('》') && text.slice(index, index + 80).includes('》')
}
