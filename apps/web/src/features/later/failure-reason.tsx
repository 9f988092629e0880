import { type ErrorCode, errorTable, ParleyError } from '@parley/protocol'
import { CircleAlert } from 'lucide-react'
import { describeError } from '../../app/describe-error'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** Why a message could not be sent at its time. */
export function FailureReason({ code }: { code: string }) {
  const text = useText()
  const language = useLanguage()
  return (
    <p className="later__failure">
      <CircleAlert size={14} aria-hidden="true" />
      {text('web.later.failed', {
        reason: describeError(new ParleyError(isKnown(code) ? code : 'internal'), language).text,
      })}
    </p>
  )
}

/** A server of another version may know more errors than this page. */
const isKnown = (code: string): code is ErrorCode => Object.hasOwn(errorTable, code)
