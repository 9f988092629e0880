import { type Counted, counted } from './counted'

/** How a collection's search weighs words and meaning. */
export const tunings = {
  'web.tunings.title': 'Words and meaning',
  'web.tunings.intro':
    'How much the search of each collection goes by words and how much by meaning. It learns from answers that people found right or wrong, sources they opened, and what they asked again.',
  'web.tunings.share': '{words} words, {meaning} meaning',
  'web.tunings.usual': 'Nothing learnt yet',
  'web.tunings.learnt': 'Learnt on {date} from {count} questions; what was looked for came first: {before} → {after}',
  'web.tunings.replay': 'Replay the log',
  'web.tunings.replayOf': 'Replay the log of {name}',
  'web.tunings.replaying': 'Replaying…',
  'web.tunings.take': 'Use {words} words',
  'web.tunings.undo': 'Undo',
  'web.tunings.undoOf': 'Undo what {name} learnt',
  'web.tunings.better':
    '{words} words would be better: what was looked for comes first {before} → {after}, on questions it was not chosen by.',
  'web.tunings.no-gain': 'Nothing would be better than {words} words. It stays.',
  'web.tunings.too-few': 'Too few questions to tell. It stays at {words} words.',
  'web.tunings.counts': ({ count, made }: Counted & { readonly made: number }) =>
    `${counted(count, 'judged question', 'judged questions')} of people, ${made} made of the documents`,
  'web.tunings.changed': '“{text}” would be answered from {after} instead of {before}',
  'web.tunings.verdict.better': 'better',
  'web.tunings.verdict.worse': 'worse',
  'web.tunings.verdict.unknown': 'not judged',
} as const
