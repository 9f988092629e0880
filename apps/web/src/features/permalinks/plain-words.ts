/** A message's Markdown as words, for a glimpse of it: marks go, what they mark stays. */
export function plainWords(markdown: string): string {
  return markdown
    .replaceAll(/^ {0,3}(?:>[ \t]?)+/gm, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(`{3,}|~{3,})\w*\n?/g, '')
    .replaceAll(/(\*\*|__|~~|`)(?=\S)(.+?)\1/g, '$2')
    .replaceAll(/^ {0,3}#{1,6} /gm, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
}
