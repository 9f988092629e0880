/** Formatting what one writes. */
export const formatting = {
  'web.format.toggle': 'Formatting',
  'web.format.toolbar': 'Formatting of the message',
  'web.format.mark.bold': 'Bold',
  'web.format.mark.italic': 'Italic',
  'web.format.mark.strike': 'Strikethrough',
  'web.format.mark.link': 'Link',
  'web.format.mark.numbers': 'Numbered list',
  'web.format.mark.bullets': 'Bulleted list',
  'web.format.mark.quote': 'Quotation',
  'web.format.mark.code': 'Code',
  'web.format.mark.codeBlock': 'Code block',
  'web.format.tooltip': '{name} ({keys})',
  'web.format.preview': 'Preview',
  'web.format.previewEmpty': 'What you write is shown here as others will see it.',
} as const
