import type { Citation, MessageId, SaidSentence } from '@parley/protocol'
import { SaidChips } from './said-chips'
import { SourceChips } from './source-chips'

interface SourcesProps {
  readonly said?: readonly SaidSentence[] | undefined
  readonly citations: readonly Citation[]
  /** Of the reply; left out where there is no message. */
  readonly messageId?: MessageId | undefined
}

/** What an answer rests on: messages, and documents. */
export default function Sources({ said = [], citations, messageId }: SourcesProps) {
  return (
    <>
      {said.length > 0 && <SaidChips said={said} />}
      {citations.length > 0 && <SourceChips citations={citations} messageId={messageId} />}
    </>
  )
}
