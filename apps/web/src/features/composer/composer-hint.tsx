import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { useText } from '../../app/use-text'
import type { Writing } from './use-writing'

const CommandHint = lazyPart(() => import('../commands/command-hint'))

/** Below the field: what the command takes that is being written, or by how much the text is too long. */
export function ComposerHint({ writing: { command, draft, excess } }: { writing: Writing }) {
  if (!command) return <LengthHint excess={excess} />
  return (
    <Suspense fallback={<p className="composer__hint">{'\u00a0'}</p>}>
      <CommandHint line={draft.trim()} state={command} />
    </Suspense>
  )
}

function LengthHint({ excess }: { excess: number }) {
  const text = useText()
  return (
    <p className="composer__hint" data-is-error={excess > 0}>
      {excess > 0 ? text('web.composer.tooLong', { count: excess }) : text('web.composer.hint')}
    </p>
  )
}
