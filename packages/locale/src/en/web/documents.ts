/** Files on their way into the knowledge base, and where in them something stands. */
export const documents = {
  'web.documents.uploads': 'Files being added',
  'web.documents.waiting': 'Waiting',
  'web.documents.reading': 'Reading',
  'web.documents.added': 'Added',
  'web.documents.retry': 'Try again: {name}',
  'web.documents.dismiss': 'Dismiss: {name}',
  'web.documents.show': 'Show: {name}',
} as const
