import { type RefObject, useEffect } from 'react'
import { useIsNarrow } from '../../app/use-is-narrow'
import { useConversation } from '../conversation/conversation-state'

/** Not where somebody came to read: on a phone, whose keyboard would cover the messages, and after a link to a message. */
export function useFocusAtStart(field: RefObject<HTMLTextAreaElement | null>): void {
  const isNarrow = useIsNarrow()
  const { targetSeq } = useConversation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the channel is opened
  useEffect(() => {
    if (!isNarrow && targetSeq === null) field.current?.focus({ preventScroll: true })
  }, [field])
}
