/** An answer that somebody looks for to what others asked. */
export const foundAnswers = {
  'web.found.looking': 'Looking for an answer',
  'web.found.question': 'The question',
  'web.found.closest': 'No answer found in what you may read. This comes closest:',
  'web.found.unknown': 'No answer found in what you may read.',
  'web.found.private': 'Only you can see this.',
  'web.found.post': 'Post it in the thread',
  'web.found.copy': 'Copy the answer',
  'web.found.notForAll': 'Not everybody here may open these sources.',
  'web.found.source': 'Source',
  'web.found.people': 'Who may know',
  'web.found.nobody': 'Nobody has written about this where you can read it.',
  'web.found.ask': 'Ask',
  'web.found.askName': 'Ask {name} in the thread',
  'web.found.askWords': '@{name} could you help with this?',
} as const
