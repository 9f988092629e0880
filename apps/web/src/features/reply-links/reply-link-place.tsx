import type { Message, ReplyLink } from '@parley/protocol'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { withTexts } from '../../app/texts'

const ReplyLinkLine = lazyPart(() => withTexts('replies', () => import('./reply-link-line')))

/** Holds the line's place until it is there. */
export const ReplyLinkPlace = ({ message, link }: { message: Message; link: ReplyLink }) =>
  link.state === 'dismissed' ? null : (
    <Suspense fallback={<div style={{ height: 24 }} />}>
      <ReplyLinkLine message={message} link={link} />
    </Suspense>
  )
