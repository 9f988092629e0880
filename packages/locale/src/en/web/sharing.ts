/** Quotations, forwarding, and what permalinks show. */
export const sharing = {
  'web.share.quote': 'Quote in a reply',
  'web.share.forward': 'Forward',
  'web.share.direct': 'direct message',
  'web.share.title': 'Forward message',
  'web.share.to': 'To',
  'web.share.search': 'Search channels and people',
  'web.share.none': 'No channel or person by that name.',
  'web.share.comment': 'Add a comment',
  'web.share.privateHint':
    'This message is from a private conversation. Everybody who can read the place you choose will see its text.',
  'web.share.submit': 'Forward',
  'web.share.done': 'Forwarded to {place}.',
  'web.preview.none': 'This message does not exist, or you may not see it.',
  'web.preview.open': 'Go to message of {name}',
} as const
