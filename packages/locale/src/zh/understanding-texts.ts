import type { AreaTexts } from '../page-texts'
import { intents } from './web/intents'
import { labels } from './web/labels'
import { rules } from './web/rules'
import { tones } from './web/tones'
import { understanding } from './web/understanding'

export const understandingTexts: AreaTexts['understanding'] = {
  ...understanding,
  ...tones,
  ...labels,
  ...intents,
  ...rules,
}
