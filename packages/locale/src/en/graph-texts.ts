import { graph } from './web/graph'
import { graphRules } from './web/graph-rules'

/** What only the page of the graph shows: it comes with it, and keeps out of the first load. */
export const graphTexts = { ...graph, ...graphRules } as const
