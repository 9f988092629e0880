import type { RareTexts } from '../page-texts'
import { documentErrors } from './document-errors'
import { audit } from './web/audit'
import { documents } from './web/documents'
import { integrationsPage } from './web/integrations-page'

export const rareTexts: RareTexts = { ...documentErrors, ...documents, ...integrationsPage, ...audit }
