import { lazy, memo, Suspense, useMemo } from 'react'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { mentionPattern } from './mention-plugin'

const Markdown = lazy(() => import('./markdown'))

/** The assistant answers to its role in both languages. */
const ASSISTANT_NAMES = ['assistant', '助手'] as const

/** Decides which face sets the quotation marks. */
const HAN = /\p{Script=Han}/u

export interface MessageTextProps {
  readonly content: string
  readonly isEdited: boolean
}

/** A message's Markdown; its plain text for the moment until the renderer is here. */
export const MessageText = memo(({ content, isEdited }: MessageTextProps) => {
  const text = useText()
  const users = useSession((session) => session.users)
  const mentions = useMemo(() => mentionPattern(users.values(), ASSISTANT_NAMES), [users])
  return (
    <div className="prose" lang={HAN.test(content) ? 'zh-CN' : 'en'}>
      <Suspense fallback={<p>{content}</p>}>
        <Markdown content={content} mentions={mentions} />
      </Suspense>
      {isEdited && <span className="prose__edited">({text('web.message.edited')})</span>}
    </div>
  )
})
