import type { RuleFault } from '@parley/protocol'
import { CircleAlert } from 'lucide-react'
import { useText } from '../../app/use-text'

/** What is wrong here, as it is found by a trial or by saving. */
export function FaultNotes({ faults }: { faults: readonly RuleFault[] }) {
  const text = useText()
  if (faults.length === 0) return null
  return (
    <div role="alert">
      <ul className="rule-faults">
        {faults.map(({ path, code, about, at = 0 }) => (
          <li key={`${path.join('.')} ${code}`} className="field__fault">
            <CircleAlert size={14} aria-hidden="true" />
            {text(`web.rules.fault.${code}`, { about, at: at + 1 })}
          </li>
        ))}
      </ul>
    </div>
  )
}
