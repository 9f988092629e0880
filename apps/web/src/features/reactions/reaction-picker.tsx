import { Popover } from 'radix-ui'
import { Suspense, useEffect, useRef } from 'react'
import { keepWhileComposing } from '../../app/is-composing'
import { lazyPart } from '../../app/lazy-part'
import { useText } from '../../app/use-text'
import { SkeletonRows } from '../../components/skeleton'

const EmojiPicker = lazyPart(() => import('./emoji-picker'))

export interface ReactionPickerProps {
  readonly onPick: (emoji: string) => void
  readonly onClose: () => void
}

/** The emoji picker beside a message, mounted while it is open. The message gets the focus back. */
export function ReactionPicker({ onPick, onClose }: ReactionPickerProps) {
  const text = useText()
  const anchor = useRef<HTMLSpanElement>(null)
  // The anchor is gone when the focus goes back.
  const message = useRef<HTMLElement>(null)
  useEffect(() => {
    message.current = anchor.current?.closest('article') ?? null
  }, [])
  const pick = (emoji: string) => {
    onPick(emoji)
    onClose()
  }
  return (
    <Popover.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Popover.Anchor asChild>
        <span ref={anchor} className="reaction-anchor" />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className="menu emoji-popover"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onEscapeKeyDown={keepWhileComposing}
          aria-label={text('web.emoji.title')}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            message.current?.focus({ preventScroll: true })
          }}
        >
          <Suspense fallback={<SkeletonRows height={36} count={8} label={text('web.app.loading')} />}>
            <EmojiPicker onPick={pick} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
