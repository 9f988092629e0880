import { type Counted, counted } from './counted'

/** What the knowledge base could not answer. */
export const questions = {
  'web.questions.tab': 'Questions',
  'web.questions.intro':
    'Asked of the assistant and not answered, or answered wrongly. What was asked in private is counted and not shown.',
  'web.questions.chart': 'Questions of the last 30 days',
  'web.questions.confirmed': 'Confirmed answer',
  'web.questions.answered': 'From documents and messages',
  'web.questions.unknown': 'Not known',
  'web.questions.day': '{date}: {confirmed} confirmed, {answered} from documents, {unknown} not known',
  'web.questions.total': '{answered} of {asked} answered',
  'web.questions.hidden': ({ count }: Counted) => `${counted(count, 'question', 'questions')} in private`,
  'web.questions.empty': 'Nothing is waiting for an answer.',
  'web.questions.emptyHint': 'What the assistant cannot answer is listed here, what is asked most first.',
  'web.questions.asked': ({ count }: Counted) => `Asked ${count === 1 ? 'once' : `${count} times`}`,
  'web.questions.people': ({ count }: Counted) => counted(count, 'person', 'people'),
  'web.questions.last': 'last on {date}',
  'web.questions.awaiting': ({ count }: Counted) => `${counted(count, 'person waits', 'people wait')} for an answer`,
  'web.questions.write': 'Write an answer',
  'web.questions.writeTo': 'Write an answer to “{title}”',
  'web.questions.dismiss': 'Dismiss “{title}”',
  'web.questions.dismissed': 'Dismissed: {title}',
  'web.questions.told': ({ count }: Counted) => `Saved. ${counted(count, 'person is', 'people are')} told.`,
  'web.questions.more': 'Also: {wordings}',
} as const
