import { type RefObject, useEffect } from 'react'
import { useIsNarrow } from '../../app/use-is-narrow'
import { useConversation } from '../conversation/conversation-state'

/** Not where somebody came to read: on a phone, whose keyboard would cover the messages, and after a link to a message. */
export function useFocusAtStart(field: RefObject<HTMLTextAreaElement | null>, isWanted: boolean): void {
  const isNarrow = useIsNarrow()
  const { targetSeq } = useConversation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the channel or the thread is opened
  useEffect(() => {
    if (isWanted && !isNarrow && targetSeq === null) field.current?.focus({ preventScroll: true })
  }, [field])
}
