import type { AnswerSource, CollectionId, CuratedAnswer, CuratedAnswerId } from '@parley/protocol'
import { useRef, useState } from 'react'
import { shortDate } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useReader } from '../../app/use-reader'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field } from '../../components/field'
import { CollectionField } from '../knowledge/collection-field'
import { reviewAfter } from './review-date'
import { tellAnswersChanged } from './use-answers'

/** An answer as it is being written. */
export interface AnswerDraft {
  readonly answerId: CuratedAnswerId | null
  readonly collectionId: CollectionId | null
  /** One a line. */
  readonly questions: string
  readonly en: string
  readonly zh: string
  readonly sources: readonly Pick<AnswerSource, 'documentId' | 'quote' | 'start' | 'end'>[]
  readonly expiresAt: string | null
}

export const NEW_ANSWER: AnswerDraft = {
  ...{ answerId: null, collectionId: null, questions: '', en: '', zh: '', sources: [], expiresAt: null },
}

export const draftOf = ({ id, collectionId, phrasings, texts, sources, expiresAt }: CuratedAnswer): AnswerDraft => ({
  ...{ answerId: id, collectionId, sources, expiresAt },
  ...{ questions: phrasings.join('\n'), en: texts.en ?? '', zh: texts.zh ?? '' },
})

export interface AnswerDialogProps {
  readonly draft: AnswerDraft
  readonly writable: ReadonlySet<CollectionId>
  readonly onSaved?: (answerId: CuratedAnswerId) => Promise<unknown>
  readonly onClose: () => void
}

export function AnswerDialog({ draft, writable, onSaved, onClose }: AnswerDialogProps) {
  const text = useText()
  const [answer, setAnswer] = useState(draft)
  const change = (part: Partial<AnswerDraft>) => setAnswer((before) => ({ ...before, ...part }))
  const save = useSave(answer, async (answerId) => {
    await onSaved?.(answerId)
    onClose()
  })
  const [title = ''] = linesOf(draft.questions)
  const isReady = linesOf(answer.questions).length > 0 && `${answer.en}${answer.zh}`.trim() !== ''
  return (
    <DialogForm
      title={draft.answerId ? text('web.answers.edit', { title }) : text('web.answers.new')}
      submitLabel={text('web.answers.save')}
      action={save}
      isReady={isReady}
      onClose={onClose}
    >
      <Field label={text('web.answers.questions')} hint={text('web.answers.questionsHint')}>
        {(ids) => <Area ids={ids} rows={4} value={answer.questions} onValue={(questions) => change({ questions })} />}
      </Field>
      <AnswerTextFields answer={answer} onChange={change} />
      <CollectionField
        value={answer.collectionId}
        among={writable}
        onValue={(collectionId) => change({ collectionId })}
      />
      <ReviewField former={draft.expiresAt} onValue={(expiresAt) => change({ expiresAt })} />
    </DialogForm>
  )
}

/** In both languages, the page's own first. */
function AnswerTextFields({ answer, onChange }: AnswerTextFieldsProps) {
  const text = useText()
  const { language } = useReader()
  const languages = language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  return languages.map((one, at) => (
    <Field
      key={one}
      label={text(TEXT_LABELS[one])}
      {...(at === languages.length - 1 && { hint: text('web.answers.textHint') })}
    >
      {(ids) => <Area ids={ids} rows={3} value={answer[one]} onValue={(value) => onChange({ [one]: value })} />}
    </Field>
  ))
}

interface AnswerTextFieldsProps {
  readonly answer: AnswerDraft
  readonly onChange: (part: Partial<AnswerDraft>) => void
}

const TEXT_LABELS = { en: 'web.answers.textEn', zh: 'web.answers.textZh' } as const

const linesOf = (lines: string): string[] => lines.split('\n').flatMap((line) => line.trim() || [])

function useSave(
  { answerId, collectionId, questions, en, zh, sources, expiresAt }: AnswerDraft,
  onSaved: (answerId: CuratedAnswerId) => Promise<unknown>,
) {
  const { client } = useServices()
  // What was saved already is not saved as another answer where only what follows failed.
  const saved = useRef(answerId)
  return useAction(async () => {
    const { answer } = await client.command('answers.save', {
      ...(saved.current && { answerId: saved.current }),
      ...(collectionId && { collectionId }),
      phrasings: linesOf(questions),
      texts: { en: en.trim() || null, zh: zh.trim() || null },
      sources: sources.map(({ documentId, quote, start, end }) => ({ documentId, quote, start, end })),
      expiresAt,
    })
    saved.current = answer.id
    tellAnswersChanged()
    await onSaved(answer.id)
  })
}

interface AreaProps {
  readonly ids: object
  readonly rows: number
  readonly value: string
  readonly onValue: (value: string) => void
}

const Area = ({ ids, rows, value, onValue }: AreaProps) => (
  <textarea
    className="input"
    {...ids}
    rows={rows}
    value={value}
    onChange={(event) => onValue(event.currentTarget.value)}
  />
)

const TERMS = { never: null, month: 1, quarter: 3, year: 12 } as const
type Term = keyof typeof TERMS

/** When its owner is to look at it again: a date that was set before stays unless another is chosen. */
function ReviewField({ former, onValue }: { former: string | null; onValue: (expiresAt: string | null) => void }) {
  const text = useText()
  const reader = useReader()
  const [term, setTerm] = useState<Term | 'keep'>(former ? 'keep' : 'never')
  const choose = (chosen: Term | 'keep') => {
    setTerm(chosen)
    const months = chosen === 'keep' ? null : TERMS[chosen]
    onValue(chosen === 'keep' ? former : months && reviewAfter(months))
  }
  return (
    <Field label={text('web.answers.review')}>
      {(ids) => (
        <select
          className="input"
          {...ids}
          value={term}
          onChange={(event) => choose(event.currentTarget.value as Term | 'keep')}
        >
          {former && <option value="keep">{text('web.answers.keep', { date: shortDate(former, reader) })}</option>}
          {(Object.keys(TERMS) as Term[]).map((one) => (
            <option key={one} value={one}>
              {text(`web.answers.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
