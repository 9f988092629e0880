import { type Counted, counted } from './counted'

/** Reactions to messages, and picking an emoji. */
export const reactions = {
  'web.reaction.label': 'Reactions',
  'web.reaction.by': '{emoji} {names}',
  'web.reaction.you': 'you',
  'web.reaction.more': ({ count }: Counted) => counted(count, 'other', 'others'),

  'web.emoji.title': 'Emoji',
  'web.emoji.search': 'Search emoji',
  'web.emoji.none': 'No emoji by that name. Try another word.',
  'web.emoji.found': 'Found',
  'web.emoji.frequent': 'Frequently used',
  'web.emoji.smileys': 'Smileys and emotion',
  'web.emoji.people': 'People and body',
  'web.emoji.animals': 'Animals and nature',
  'web.emoji.food': 'Food and drink',
  'web.emoji.travel': 'Travel and places',
  'web.emoji.activities': 'Activities',
  'web.emoji.objects': 'Objects',
  'web.emoji.symbols': 'Symbols',
  'web.emoji.flags': 'Flags',
} as const
