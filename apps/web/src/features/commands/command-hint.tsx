import { useEffect, useState } from 'react'
import { describeError } from '../../app/describe-error'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { CommandProblem } from './command-call'
import { readCommandLine } from './command-line'
import { findCommand } from './find-command'
import { usageOf } from './usage-of'
import type { CommandLineState } from './use-command-line'

interface CommandHintProps {
  readonly line: string
  readonly state: CommandLineState
}

/** Below a command being written: what it takes, that it runs, or why it was not carried out. */
export default function CommandHint({ line, state: { isRunning, failure } }: CommandHintProps) {
  const text = useText()
  const language = useLanguage()
  const given = readCommandLine(line)
  const found = given && findCommand(given)
  if (isRunning) return <SlowNote name={given?.name ?? ''} />
  if (failure?.line === line) {
    const { error } = failure
    const said = error instanceof CommandProblem ? error.message : describeError(error, language).text
    return (
      <p className="composer__hint" data-is-error role="alert">
        {[said, text('web.commands.kept')].join(language === 'zh' ? '' : ' ')}
      </p>
    )
  }
  if (!found) return <p className="composer__hint">{text('web.commands.hint')}</p>
  const { name } = found.command
  const usage = usageOf(found.command, text)
  return (
    <p className="composer__hint">
      {[`/${given.name} ${usage}`.trim(), text(`web.commands.${name}.help`)].join(' · ')}
    </p>
  )
}

/** Only what takes long is worth saying. */
const SLOW_MS = 400

function SlowNote({ name }: { name: string }) {
  const text = useText()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="composer__hint" role="status">
      {isSlow ? text('web.commands.running', { name }) : '\u00a0'}
    </p>
  )
}
