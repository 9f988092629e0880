/** The knowledge base. */
export const knowledge = {
  'web.knowledge.title': 'Knowledge',
  'web.knowledge.add': 'Add document',
  'web.knowledge.document': 'Document',
} as const
