import { intents } from './web/intents'
import { labels } from './web/labels'
import { rules } from './web/rules'
import { tones } from './web/tones'
import { understanding } from './web/understanding'

/** What only the panel “Why?” and its pages show: it comes with them, and keeps out of the first load. */
export const understandingTexts = { ...understanding, ...tones, ...labels, ...intents, ...rules } as const
