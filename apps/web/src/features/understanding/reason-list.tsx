import type { Reason } from '@parley/protocol'
import { useLanguage } from '../../app/use-services'
import { sayReason } from './say-reason'

/** Why the assistant did something, in the reader's language. */
export default function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const language = useLanguage()
  const lines = [...new Set(reasons.map((reason) => sayReason(reason, language)))]
  return (
    <ul className="reasons">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
