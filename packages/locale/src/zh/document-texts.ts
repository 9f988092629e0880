import type { DocumentTexts } from '../page-texts'
import { documentErrors } from './document-errors'
import { documents } from './web/documents'

export const documentTexts: DocumentTexts = { ...documentErrors, ...documents }
