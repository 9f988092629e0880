import { audit } from './web/audit'
import { integrationsPage } from './web/integrations-page'

/** What only the pages of integrations and of the log show: it comes with them, and keeps out of the first load. */
export const administrationTexts = { ...integrationsPage, ...audit } as const
