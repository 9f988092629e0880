import { graph } from './web/graph'

/** What only the page of the graph shows: it comes with it, and keeps out of the first load. */
export const graphTexts = { ...graph } as const
