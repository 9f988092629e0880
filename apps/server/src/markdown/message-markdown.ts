import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'

/**
 * Reads what people wrote as the web client does: never as HTML of theirs, and with marks beside Chinese punctuation
 * (**重要：**明天), where CommonMark alone wants a space that Chinese does not write.
 */
export const createMarkdown = () => new MarkdownIt({ html: false, linkify: true, breaks: true }).use(cjkFriendly)
