import { type Tokenizer, TokenizerMode } from 'parse5'

/** What stands in these elements is text and no markup; the tokenizer has to be told. */
export const RAW_TEXT: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA] as const,
  ['title', TokenizerMode.RCDATA] as const,
  ['textarea', TokenizerMode.RCDATA] as const,
  ['plaintext', TokenizerMode.PLAINTEXT] as const,
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
])
