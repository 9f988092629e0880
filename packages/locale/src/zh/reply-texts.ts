import type { AreaTexts } from '../page-texts'
import { replyLinks } from './web/reply-links'

/** What is only said of messages that seem to answer another: it comes with the first of them. */
export const replyTexts: AreaTexts['replies'] = { ...replyLinks }
