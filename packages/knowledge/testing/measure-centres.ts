import type { Encoder, EncodingPurpose } from '@parley/inference'
import { detectLanguage, type Language } from '@parley/text'
import type { LanguageCentres } from '../src/language-centres'
import { parseDocument } from '../src/parse-document'
import { embeddingText } from '../src/passage-terms'
import { splitPassages } from '../src/split-passages'
import { readHandbook } from './read-handbook'

/** The mean vectors of the handbook's questions and passages, by language. */
export async function measureCentres(directory: string, encoder: Encoder): Promise<LanguageCentres> {
  const { documents, questions } = await readHandbook(directory)
  const passages = documents.flatMap((document) =>
    splitPassages(document.id, parseDocument(document)).map((passage) => ({
      language: passage.language,
      text: embeddingText(document.title, passage),
    })),
  )
  const asked = questions.map(({ text }) => ({ language: detectLanguage(text), text }))
  return {
    encoderId: encoder.id,
    questions: await meansOf(asked, 'query', encoder),
    passages: await meansOf(passages, 'passage', encoder),
  }
}

interface PlacedText {
  readonly language: Language
  readonly text: string
}

async function meansOf(texts: readonly PlacedText[], purpose: EncodingPurpose, encoder: Encoder) {
  const mean = async (language: Language) => {
    const own = texts.filter((text) => text.language === language).map(({ text }) => text)
    const encodings = await encoder.encode(own, { purpose })
    return Array.from({ length: encoder.hiddenSize }, (_, at) => {
      const sum = encodings.reduce((total, { sentence }) => total + sentence[at]!, 0)
      return Number((sum / encodings.length).toFixed(5))
    })
  }
  return { zh: await mean('zh'), en: await mean('en') }
}
