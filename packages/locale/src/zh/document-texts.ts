import type { AreaTexts } from '../page-texts'
import { documentErrors } from './document-errors'
import { answers } from './web/answers'
import { documents } from './web/documents'
import { questions } from './web/questions'

export const documentTexts: AreaTexts['documents'] = { ...documentErrors, ...documents, ...answers, ...questions }
