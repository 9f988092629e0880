import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useCopy } from '../app/use-copy'
import { useText } from '../app/use-text'
import { IconButton } from './icon-button'

const SHOWN_MS = 1500

export interface CopyButtonProps {
  readonly content: string
  readonly label: string
  readonly className?: string
}

/** Nothing where the browser has no clipboard for this page. */
export function CopyButton({ content, label, className }: CopyButtonProps) {
  const text = useText()
  const copy = useCopy()
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  if (!copy) return null
  return (
    <IconButton
      label={isCopied ? text('web.app.copied') : label}
      isSmall
      onClick={() => void copy(content).then(setIsCopied)}
      className={className}
    >
      {isCopied ? <Check size={14} /> : <Copy size={14} />}
    </IconButton>
  )
}
