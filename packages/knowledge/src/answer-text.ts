import type { Language } from '@parley/text'
import type { Citation } from './answer-types'

/** One sentence in the asker's language before a quote in the other one. */
const LEAD_IN: Readonly<Record<Language, (title: string) => string>> = {
  zh: (title) => `英文资料《${title}》中写道：`,
  en: (title) => `A Chinese source, “${title}”, says: `,
}

/** The quote as the answer; after a short lead-in where its language is not the asker's. */
export function answerText(citation: Citation, asker: Language, source: Language): string {
  return asker === source ? citation.quote : LEAD_IN[asker](citation.title) + citation.quote
}
