import { useText } from '../../app/use-text'

/** Takes back what was sent last. */
export function UndoButton({ onUndo }: { onUndo: () => void }) {
  const text = useText()
  return (
    <button
      type="button"
      className="composer__undo link-button"
      aria-keyshortcuts="Control+Z Meta+Z"
      title={text('web.keys.undoSend')}
      onClick={onUndo}
    >
      {text('web.composer.undoSend')}
    </button>
  )
}
