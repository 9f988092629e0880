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

  'web.suggestion.line': 'Suggested: nobody had answered yet.',
  'web.suggestion.dismiss': 'Suggest nothing like this',
  'web.suggestion.dismissed': 'Taken back. Nothing like it will be suggested here.',
  'web.suggestion.switch': 'Suggest answers',
  'web.suggestion.hint':
    'Answers in their thread what nobody has answered after three minutes, where it is sure, from what everybody here may read.',
} as const
