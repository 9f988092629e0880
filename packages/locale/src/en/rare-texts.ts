import { documentErrors } from './document-errors'
import { audit } from './web/audit'
import { documents } from './web/documents'
import { integrationsPage } from './web/integrations-page'

/** What only pages show that few open, or seldom: it comes with them, and keeps out of the first load. */
export const rareTexts = { ...documentErrors, ...documents, ...integrationsPage, ...audit } as const
