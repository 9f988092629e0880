import type { Report } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { CheckField, TextField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { mayGovern } from '../people/may-govern'
import { SuspensionHours } from './suspension-hours'

interface Decision {
  readonly isRemoved: boolean
  readonly isWarned: boolean
  readonly suspendHours: number | null
  readonly reason: string
}

const NOTHING: Decision = { isRemoved: false, isWarned: false, suspendHours: null, reason: '' }

/** Ticks what is to be done; with nothing ticked the report is dismissed. */
export function DecisionForm({ report, onDecided }: { report: Report; onDecided: () => void }) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const [decision, setDecision] = useState(NOTHING)
  const decide = useAction(async () => {
    await client.command('moderation.decide', { reportId: report.id, ...decision })
    toast({ text: text('web.review.decided') })
    onDecided()
  })
  const isDismissal = !decision.isRemoved && !decision.isWarned && decision.suspendHours === null
  return (
    <form
      className="report__decision"
      onSubmit={(event) => {
        event.preventDefault()
        void decide.run()
      }}
    >
      <Choices report={report} decision={decision} onChange={(part) => setDecision({ ...decision, ...part })} />
      {decide.error !== null && <Failure error={decide.error} />}
      <Button type="submit" look={isDismissal ? [] : 'primary'} disabled={decide.isRunning}>
        {text(isDismissal ? 'web.review.dismiss' : 'web.review.decide')}
      </Button>
    </form>
  )
}

interface ChoicesProps {
  readonly report: Report
  readonly decision: Decision
  readonly onChange: (part: Partial<Decision>) => void
}

function Choices({ report: { message }, decision, onChange }: ChoicesProps) {
  const text = useText()
  const me = useMe()
  const author = useSession(({ users }) => users.get(message.authorId))
  const isPerson = author?.kind === 'person'
  return (
    <>
      {!message.deletedAt && (
        <CheckField
          label={text('web.review.removeMessage')}
          isChecked={decision.isRemoved}
          onChecked={(isRemoved) => onChange({ isRemoved })}
        />
      )}
      {isPerson && (
        <CheckField
          label={text('web.review.warn')}
          isChecked={decision.isWarned}
          onChecked={(isWarned) => onChange({ isWarned })}
        />
      )}
      {isPerson && mayGovern(me, author) && (
        <SuspensionHours
          label={text('web.review.suspend')}
          none={text('web.review.notSuspended')}
          value={decision.suspendHours}
          onValue={(suspendHours) => onChange({ suspendHours })}
        />
      )}
      <TextField
        label={text('web.review.why')}
        maxLength={500}
        value={decision.reason}
        onValue={(reason) => onChange({ reason })}
      />
    </>
  )
}
