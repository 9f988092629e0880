import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../app/use-text'
import { IconButton } from './icon-button'

const SHOWN_MS = 1500

export interface CopyButtonProps {
  readonly content: string
  readonly label: string
  readonly className?: string
}

export function CopyButton({ content, label, className }: CopyButtonProps) {
  const text = useText()
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = () => navigator.clipboard.writeText(content).then(() => setIsCopied(true))
  return (
    <IconButton
      label={isCopied ? text('web.app.copied') : label}
      isSmall
      onClick={() => void copy()}
      className={className}
    >
      {isCopied ? <Check size={14} /> : <Copy size={14} />}
    </IconButton>
  )
}
