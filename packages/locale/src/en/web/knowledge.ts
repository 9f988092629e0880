import { type Counted, counted } from './counted'

/** The knowledge base. */
export const knowledge = {
  'web.knowledge.title': 'Knowledge',
  'web.knowledge.intro': 'The assistant answers from these documents and shows its sources.',
  'web.knowledge.add': 'Add document',
  'web.knowledge.empty': 'No documents yet.',
  'web.knowledge.emptyHint': 'Add your handbook or guides. The assistant answers from them, with the source.',
  'web.knowledge.passages': ({ count }: Counted) => counted(count, 'passage', 'passages'),
  'web.knowledge.removeNamed': 'Remove “{title}”',
  'web.knowledge.removed': 'Removed: {title}',
  'web.knowledge.added': 'Added: {title}',
  'web.knowledge.addTitle': 'Add a document',
  'web.knowledge.documentTitle': 'Title',
  'web.knowledge.text': 'Text',
  'web.knowledge.textHint': 'Markdown, plain text or HTML.',
  'web.knowledge.choose': 'Choose files',
  'web.knowledge.dropHint':
    'or drop them on the page. PDF, Word, PowerPoint, Excel, CSV, e-mail, HTML, Markdown or text, up to 50 MB each.',
  'web.knowledge.submit': 'Add',
  'web.knowledge.submitting': 'Reading the document',
  'web.knowledge.dropHere': 'Drop to add to the knowledge base',
  'web.knowledge.document': 'Document',
} as const
