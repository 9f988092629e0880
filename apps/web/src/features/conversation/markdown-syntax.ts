import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'

/** CommonMark's marks need spaces around punctuation, which Chinese does not write: **重要：**明天 is bold, too. */
export const syntax = [remarkGfm, remarkCjkFriendly, remarkCjkStrikethrough]
