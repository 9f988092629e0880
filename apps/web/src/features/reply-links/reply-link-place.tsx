import type { Message, ReplyLink } from '@parley/protocol'
import { lazy, Suspense } from 'react'
import { withTexts } from '../../app/texts'

const ReplyLinkLine = lazy(() => withTexts('replies', () => import('./reply-link-line')))

/** Holds the line's place until it is there. */
export const ReplyLinkPlace = ({ message, link }: { message: Message; link: ReplyLink }) =>
  link.state === 'dismissed' ? null : (
    <Suspense fallback={<div style={{ height: 24 }} />}>
      <ReplyLinkLine message={message} link={link} />
    </Suspense>
  )
