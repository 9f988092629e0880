import { CaseSensitive } from 'lucide-react'
import { usePreferences, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'

/** Shows or hides the buttons above the text; this browser remembers which. */
export function FormatButton() {
  const text = useText()
  const { preferences } = useServices()
  const { hasFormatting } = usePreferences()
  return (
    <IconButton
      label={text('web.format.toggle')}
      className="format-toggle"
      aria-pressed={hasFormatting}
      // Who writes goes on writing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => preferences.set({ hasFormatting: !hasFormatting })}
    >
      <CaseSensitive size={20} />
    </IconButton>
  )
}
