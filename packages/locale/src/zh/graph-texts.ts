import type { AreaTexts } from '../page-texts'
import { graph } from './web/graph'
import { graphRules } from './web/graph-rules'

export const graphTexts: AreaTexts['graph'] = { ...graph, ...graphRules }
