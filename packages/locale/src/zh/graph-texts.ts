import type { AreaTexts } from '../page-texts'
import { graph } from './web/graph'

export const graphTexts: AreaTexts['graph'] = { ...graph }
