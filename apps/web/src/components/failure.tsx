import { CircleAlert } from 'lucide-react'
import { describeError } from '../app/describe-error'
import { useLanguage } from '../app/use-services'
import { useText } from '../app/use-text'
import { CopyButton } from './copy-button'

export interface FailureProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What happened, what to do, and a code to pass on. */
export function Failure({ error, onRetry }: FailureProps) {
  const text = useText()
  const described = describeError(error, useLanguage())
  return (
    <div className="failure" role="alert">
      <p className="failure__text">
        <CircleAlert size={16} aria-hidden="true" />
        {described.text}
      </p>
      <div className="failure__foot">
        {onRetry && (
          <button type="button" className="link-button" onClick={onRetry}>
            {text('web.app.retry')}
          </button>
        )}
        <span className="code-chip">
          {text('web.app.code')}: {described.code}
        </span>
        <CopyButton content={described.code} label={text('web.app.copyCode')} />
      </div>
    </div>
  )
}
