import type { CuratedAnswer } from '@parley/protocol'
import { BadgeCheck, CircleAlert, Pencil, Trash2 } from 'lucide-react'
import { shortDate } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useNames } from '../../app/use-names'
import { useNowMs, useReader } from '../../app/use-reader'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { useRemoval } from '../../components/removals'
import { useToast } from '../../components/toasts'
import { reviewAfter } from './review-date'
import { tellAnswersChanged } from './use-answers'

export interface AnswerRowProps {
  readonly answer: CuratedAnswer
  /** null: others look after it. */
  readonly onEdit: (() => void) | null
}

export function AnswerRow({ answer, onEdit }: AnswerRowProps) {
  const text = useText()
  const language = useLanguage()
  const [title = '', ...others] = answer.phrasings
  const { texts } = answer
  return (
    <li className="row answer">
      <div className="answer__main">
        <p className="answer__question">
          {title}
          {others.length > 0 && (
            <span className="answer__more" title={others.join('\n')}>
              {text('web.answers.more', { count: others.length })}
            </span>
          )}
        </p>
        <p className="answer__text">{texts[language] ?? texts.zh ?? texts.en}</p>
        <AnswerNotes answer={answer} onConfirm={onEdit !== null} />
      </div>
      {onEdit && <AnswerActions answer={answer} title={title} onEdit={onEdit} />}
    </li>
  )
}

function AnswerNotes({ answer, onConfirm }: { answer: CuratedAnswer; onConfirm: boolean }) {
  const text = useText()
  const reader = useReader()
  const names = useNames()
  const nowMs = useNowMs()
  const isExpired = answer.expiresAt !== null && Date.parse(answer.expiresAt) <= nowMs
  const by = { name: names.personById(answer.confirmedBy), date: shortDate(answer.confirmedAt, reader) }
  return (
    <div className="answer__notes">
      <span className="answer__note">
        <BadgeCheck size={14} aria-hidden="true" />
        {text('web.assistant.confirmedBy', by)}
        {answer.expiresAt &&
          !isExpired &&
          ` · ${text('web.answers.until', { date: shortDate(answer.expiresAt, reader) })}`}
      </span>
      {isExpired && <Warning>{text('web.answers.expired')}</Warning>}
      {answer.isOutdated && <Warning>{text('web.answers.outdated')}</Warning>}
      {onConfirm && (isExpired || answer.isOutdated) && <Confirm answer={answer} />}
    </div>
  )
}

function Warning({ children }: { children: string }) {
  return (
    <span className="answer__warning">
      <CircleAlert size={14} aria-hidden="true" />
      {children}
    </span>
  )
}

/** The owner's review, in one press: as long again as it was given for. */
function Confirm({ answer }: { answer: CuratedAnswer }) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const confirm = useAction(async () => {
    await client.command('answers.confirm', { answerId: answer.id, expiresAt: answer.expiresAt && reviewAfter(3) })
    toast({ text: text('web.answers.confirmedNow', { title: answer.phrasings[0] ?? '' }) })
    tellAnswersChanged()
  })
  return (
    <>
      <Button look="quiet" disabled={confirm.isRunning} onClick={() => void confirm.run()}>
        {text('web.answers.confirm')}
      </Button>
      {confirm.error !== null && <Failure error={confirm.error} />}
    </>
  )
}

function AnswerActions({ answer, title, onEdit }: { answer: CuratedAnswer; title: string; onEdit: () => void }) {
  const text = useText()
  const { client } = useServices()
  const removeLater = useRemoval()
  const remove = () =>
    removeLater({
      id: answer.id,
      text: text('web.answers.removed', { title }),
      act: () => client.command('answers.remove', { answerId: answer.id }).then(tellAnswersChanged),
    })
  return (
    <>
      <IconButton label={text('web.answers.edit', { title })} onClick={onEdit}>
        <Pencil size={16} />
      </IconButton>
      <IconButton label={text('web.answers.remove', { title })} onClick={remove}>
        <Trash2 size={16} />
      </IconButton>
    </>
  )
}
