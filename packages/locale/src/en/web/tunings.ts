import { type Counted, counted } from './counted'

/** How a collection's search weighs words and meaning. */
export const tunings = {
  'web.tunings.title': 'What search learns from use',
  'web.tunings.intro':
    'Search goes by words and by meaning. How much each counts in a collection is learnt from what people found right or wrong, the sources they opened, and what they had to ask again or take to a person.',
  'web.tunings.empty': 'No collection to look after',
  'web.tunings.emptyHint': 'Collections that you own are listed here.',
  'web.tunings.words': '{share} words',
  'web.tunings.meaning': '{share} meaning',
  'web.tunings.usual': 'Nothing learnt yet',
  'web.tunings.replay': 'Replay the log',
  'web.tunings.replayOf': 'Replay the log of {name}',
  'web.tunings.replaying': 'Replaying…',
  'web.tunings.busy': 'The questions of the log are asked again with other weights. Nothing changes meanwhile.',
  'web.tunings.take': 'Use {words} words',
  'web.tunings.notTaken':
    'Counted again with what was asked meanwhile, it is not better any more. Nothing was changed.',
  'web.tunings.undo': 'Take back',
  'web.tunings.undoOf': 'Take back what {name} learnt last',
  'web.tunings.better': '{words} words would be better.',
  'web.tunings.no-gain': 'Nothing would be better than {words} words. It stays.',
  'web.tunings.too-few': 'Too few questions to tell. It stays at {words} words.',
  'web.tunings.chart':
    'How high up the right passage stands (100%: always first), on questions that it was not chosen by',
  'web.tunings.kind.asked': 'Questions of people',
  'web.tunings.kind.made': 'Questions made of the documents',
  'web.tunings.counts': ({ count, made }: Counted & { readonly made: number }) =>
    `From ${counted(count, 'question', 'questions')} of people with a judgement, and ${made} made of the documents`,
  'web.tunings.helpful': '{count} found helpful',
  'web.tunings.opened': '{count} with a source opened',
  'web.tunings.unhelpful': '{count} found wrong',
  'web.tunings.askedAgain': '{count} asked again',
  'web.tunings.handedOver': '{count} taken to a person',
  'web.tunings.wouldChange': ({ count }: Counted) =>
    count === 1
      ? 'One question would find another document first:'
      : `${count} questions would find another document first:`,
  'web.tunings.changed': '“{text}”: {after} instead of {before}',
  'web.tunings.verdict.better': 'better',
  'web.tunings.verdict.worse': 'worse',
  'web.tunings.verdict.unknown': 'not judged',
  'web.tunings.history': ({ count }: Counted) => counted(count, 'change', 'changes'),
  'web.tunings.took': '{name} used {to} words instead of {from}',
  'web.tunings.tookBack': '{name} took that back',
} as const
