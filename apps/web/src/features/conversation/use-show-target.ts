import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import type { Row } from './build-rows'
import { useConversation } from './conversation-state'
import { indexOfTarget } from './find-target'
import { focusRow } from './use-message-keys'

export interface ShowTarget {
  readonly rows: readonly Row[]
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Whether the rows are on the page, the one to show among them. */
  readonly isReady: boolean
  readonly list: {
    scrollToEnd(): void
    scrollToIndex(index: number, options: { align: 'center' }): void
  }
  leaveEnd(): void
}

/** Where a conversation opens: at the message that the address names, else at the newest. */
export function useShowTarget({ rows, scroller, isReady, list, leaveEnd }: ShowTarget): void {
  const { targetSeq } = useConversation()
  const index = isReady ? indexOfTarget(rows, targetSeq) : -1
  const key = rows[index]?.key
  const isHeld = useIsHeld(scroller, targetSeq)
  useTellMissing(isReady && targetSeq !== null && index === -1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the rows are here, and for another address
  useLayoutEffect(() => {
    if (isReady && index === -1) list.scrollToEnd()
  }, [isReady, targetSeq])
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when earlier messages have moved the row down
  useLayoutEffect(() => {
    if (key === undefined || !isHeld.current) return
    leaveEnd()
    list.scrollToIndex(index, { align: 'center' })
    focusRow(scroller.current, key)
  }, [key, index])
}

const READER_EVENTS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/** Whether the message is still held in sight: until the reader does something, or goes to another address. */
function useIsHeld(scroller: RefObject<HTMLDivElement | null>, targetSeq: number | null): RefObject<boolean> {
  const isHeld = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is held anew
  useLayoutEffect(() => {
    const element = scroller.current
    const cancel = new AbortController()
    const release = () => {
      isHeld.current = false
    }
    isHeld.current = true
    for (const type of READER_EVENTS) element?.addEventListener(type, release, { signal: cancel.signal, passive: true })
    return () => cancel.abort()
  }, [scroller, targetSeq])
  return isHeld
}

function useTellMissing(isMissing: boolean): void {
  const text = useText()
  const toast = useToast()
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, whatever the language becomes
  useEffect(() => {
    if (isMissing) toast({ text: text('web.conversation.targetMissing') })
  }, [isMissing])
}
