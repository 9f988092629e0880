import type { TuningChange } from '@parley/protocol'
import { exactTime, percent, shortDate } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useReader } from '../../app/use-reader'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** Who changed the weight, when and to what, and who took that back. */
export function TuningHistory({ changes }: { readonly changes: readonly TuningChange[] }) {
  const text = useText()
  return (
    <details className="tuning__history">
      <summary>{text('web.tunings.history', { count: changes.length })}</summary>
      <ol>
        {changes.map((change) => (
          <Change key={change.at} change={change} />
        ))}
      </ol>
    </details>
  )
}

function Change({ change: { figures, by, at, undone } }: { readonly change: TuningChange }) {
  const text = useText()
  const language = useLanguage()
  const names = useNames()
  const who = (id: TuningChange['by']) => (id ? names.personById(id) : text('web.message.formerMember'))
  const [from, to] = [percent(figures.weightBefore, language), percent(figures.weight, language)]
  return (
    <li>
      <When at={at} /> · {text('web.tunings.took', { name: who(by), from, to })}
      {undone && (
        <span className="tuning__undone">
          <When at={undone.at} /> · {text('web.tunings.tookBack', { name: who(undone.by) })}
        </span>
      )}
    </li>
  )
}

function When({ at }: { readonly at: string }) {
  const reader = useReader()
  return (
    <time dateTime={at} title={exactTime(at, reader)}>
      {shortDate(at, reader)}
    </time>
  )
}
