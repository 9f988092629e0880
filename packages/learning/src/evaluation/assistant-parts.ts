import type { TurnCapabilities } from '@parley/dialogue'
import type { Encoder } from '@parley/inference'
import { createAnswerer, createHybridIndex, type SourceDocument } from '@parley/knowledge'
import { createUnderstander, extractTasks, type IntentClassifier, recognise, type Understander } from '@parley/nlu'
import type { ConversationRow } from './conversation-file'

/** The parts that make an assistant, as the server joins them, without channels and permissions. */
export interface AssistantParts {
  readonly understand: Understander['understand']
  readonly extractTasks: typeof extractTasks
  /** A knowledge base of these documents and nothing else, all of them readable. */
  openKnowledge(documents: ConversationRow['docs']): Promise<TurnCapabilities['answer']>
}

export interface AssistantHeads {
  readonly classifier: IntentClassifier
  /** Trained on the request pack; without it tasks are found by rules alone. */
  readonly requests?: IntentClassifier | undefined
}

export function openAssistantParts(encoder: Encoder | null, heads: AssistantHeads): AssistantParts {
  const { understand } = createUnderstander({ encoder, ...heads, recognise })
  return { understand, extractTasks, openKnowledge: (documents) => openKnowledge(documents, encoder) }
}

async function openKnowledge(documents: ConversationRow['docs'], encoder: Encoder | null) {
  const index = createHybridIndex({ encoder })
  const sources = documents.map((document, at): SourceDocument => ({ id: `document-${at + 1}`, ...document }))
  for (const source of sources) await index.addDocument(source)
  const answerer = createAnswerer({ index, encoder })
  const answer: TurnCapabilities['answer'] = (question, language) =>
    answerer.answer({ question, language, mayRead: () => true })
  return answer
}
