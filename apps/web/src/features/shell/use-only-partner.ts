import type { Channel, User } from '@parley/protocol'
import { directPartners } from '../../app/names'
import { useSession } from '../../app/use-services'

/** Of a dialogue: the other person. */
export const useOnlyPartner = (channel: Channel): User | undefined =>
  useSession((people) => {
    const partners = channel.kind === 'direct' ? directPartners(channel, people) : []
    return partners.length === 1 ? partners[0] : undefined
  })
