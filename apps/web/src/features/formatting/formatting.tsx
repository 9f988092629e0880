import './formatting.css'
import { type RefObject, Suspense, useState } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { usePreferences } from '../../app/use-services'

const FormatToolbar = lazyPart(() => import('./format-toolbar'))
const MessagePreview = lazyPart(() => import('./message-preview'))

export interface FormattingProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** What would be sent. */
  readonly content: string
}

/** Above the text, for those who want it: buttons that format, and the message as it will be. */
export function Formatting({ field, content }: FormattingProps) {
  const { hasFormatting } = usePreferences()
  const [hasPreview, setHasPreview] = useState(false)
  if (!hasFormatting) return null
  return (
    <div className="formatting">
      <Suspense fallback={<div className="format-toolbar" />}>
        <FormatToolbar field={field} hasPreview={hasPreview} onPreview={setHasPreview} />
        {hasPreview && <MessagePreview content={content} />}
      </Suspense>
    </div>
  )
}
