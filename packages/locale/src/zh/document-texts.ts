import type { AreaTexts } from '../page-texts'
import { documentErrors } from './document-errors'
import { answers } from './web/answers'
import { documents } from './web/documents'

export const documentTexts: AreaTexts['documents'] = { ...documentErrors, ...documents, ...answers }
