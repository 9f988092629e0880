import type { Hearers } from '../queries/ask-talk/hearers'
import type { Said } from './converse'

/** Whoever hears an answer where something is said: in a channel everybody there, else the asker alone. */
export const hearersOf = ({ actor, place }: Pick<Said, 'actor' | 'place'>): Hearers => ({
  actor,
  channelId: place.kind === 'channel' && !place.isDirect ? place.channelId : null,
})
