import { useCommand } from '../../app/use-command'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import type { ListedIntents } from './use-intents'

interface LearningNoteProps {
  readonly learning: ListedIntents['learning']
  readonly isAvailable: boolean
  readonly onChanged: () => void
}

/** What is being learnt and how far it is, else a way to learn again. */
export function LearningNote({ learning: { phase, progress, hasFailed }, isAvailable, onChanged }: LearningNoteProps) {
  const text = useText()
  const command = useCommand()
  if (!isAvailable) return null
  return (
    <div className="learning" role="status">
      {phase !== 'idle' && (
        <>
          <span>{text(`web.intents.${phase}`)}</span>
          <progress aria-label={text('web.intents.learn')} {...(phase === 'learning' && { value: progress })} />
        </>
      )}
      {phase === 'idle' && (
        <>
          {hasFailed && <span>{text('web.intents.failed')}</span>}
          <Button
            onClick={() => {
              command('intents.learn', {})
              setTimeout(onChanged, SOON_MS)
            }}
          >
            {text('web.intents.learn')}
          </Button>
          <span className="field__hint">{text('web.intents.learnHint')}</span>
        </>
      )}
    </div>
  )
}

const SOON_MS = 300
