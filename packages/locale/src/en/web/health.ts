import { type Counted, counted } from './counted'

/** How the documents are. */
export const health = {
  'web.health.tab': 'Health',
  'web.health.intro':
    'Which documents somebody should look at, and why. Answers are only as good as what they rest on.',
  'web.health.summary': '{healthy} of {total} documents are in order.',
  'web.health.compared': 'Compared with each other {when}.',
  'web.health.notCompared': 'They are compared with each other shortly.',
  'web.health.chart': 'Documents by what there is to say of them',
  'web.health.empty': 'Nothing to look at.',
  'web.health.emptyHint': 'No document is old, doubled or contradicted by another.',
  'web.health.healthy': 'In order',
  'web.health.contradiction': 'Contradicts another',
  'web.health.review-due': 'Review is due',
  'web.health.double': 'Nearly the same as another',
  'web.health.stale': 'Not changed for long',
  'web.health.never-cited': 'In no answer so far',
  'web.health.outdated': 'Out of answers',
  'web.health.saysHere': 'Here: “{quote}”',
  'web.health.saysThere': 'In {title}: “{quote}”',
  'web.health.alike': '{percent} the same as {title}',
  'web.health.staleSince': 'Not changed or looked over since {date}',
  'web.health.reviewAt': 'Was to be looked over again on {date}',
  'web.health.citedNever': 'No answer has rested on it since {date}',
  'web.health.outdatedAt': 'Taken out of answers on {date}',
  'web.health.open': 'Open “{title}”',
  'web.health.still': 'Still right',
  'web.health.stillNamed': 'Still right: {title}',
  'web.health.reviewed': ({ title, date }: { title: string; date: string }) =>
    `Looked over: ${title}. You are reminded on ${date}.`,
  'web.health.takeOut': 'Take out of answers',
  'web.health.takeOutNamed': 'Take out of answers: {title}',
  'web.health.putBack': 'Use in answers again',
  'web.health.putBackNamed': 'Use in answers again: {title}',
  'web.health.dismiss': 'That is as it should be: {title} and {other}',
  'web.health.more': ({ count }: Counted) => `The first ${counted(count, 'document', 'documents')} are shown.`,
} as const
