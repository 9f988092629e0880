import type { AreaTexts } from '../page-texts'
import { audit } from './web/audit'
import { integrationsPage } from './web/integrations-page'

export const administrationTexts: AreaTexts['administration'] = { ...integrationsPage, ...audit }
