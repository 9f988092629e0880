import type { Citation, SaidSentence } from '@parley/protocol'
import { SaidChips } from './said-chips'
import { SourceChips } from './source-chips'

interface SourcesProps {
  readonly said?: readonly SaidSentence[] | undefined
  readonly citations: readonly Citation[]
}

/** What an answer rests on: messages, and documents. */
export default function Sources({ said = [], citations }: SourcesProps) {
  return (
    <>
      {said.length > 0 && <SaidChips said={said} />}
      {citations.length > 0 && <SourceChips citations={citations} />}
    </>
  )
}
