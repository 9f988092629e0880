import { lazy, memo, Suspense } from 'react'
import { fetchPart } from '../../app/fetch-part'
import { mentionsOf } from '../../app/mentions-of'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** Begun with the page: nobody sees stars and fences where bold and code will be. */
const renderer = fetchPart(() => import('./markdown'))
const Markdown = lazy(() => renderer)

/** Decides which face sets the quotation marks. */
const HAN = /\p{Script=Han}/u

export interface MessageTextProps {
  readonly content: string
  readonly isEdited: boolean
  /** Shows the earlier forms of an edited message. */
  readonly onShowHistory?: () => void
}

/** A message's Markdown; its plain text for the moment until the renderer is here. */
export const MessageText = memo(({ content, isEdited, onShowHistory }: MessageTextProps) => {
  const users = useSession((session) => session.users)
  const groups = useSession((session) => session.groups)
  const mentions = mentionsOf(users, groups)
  return (
    <div className="prose" lang={HAN.test(content) ? 'zh-CN' : 'en'}>
      <Suspense fallback={<p>{content}</p>}>
        <Markdown content={content} mentions={mentions} />
      </Suspense>
      {isEdited && <EditedMark onShowHistory={onShowHistory} />}
    </div>
  )
})

function EditedMark({ onShowHistory }: { onShowHistory: (() => void) | undefined }) {
  const text = useText()
  const mark = `(${text('web.message.edited')})`
  if (!onShowHistory) return <span className="prose__edited">{mark}</span>
  return (
    <button type="button" className="prose__edited" title={text('web.history.title')} onClick={onShowHistory}>
      {mark}
    </button>
  )
}
