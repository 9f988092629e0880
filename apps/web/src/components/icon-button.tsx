import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does, for screen readers and on hover. */
  readonly label: string
  readonly isSmall?: boolean
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({ label, isSmall, className, children, ...rest }: IconButtonProps) {
  const size = isSmall ? ' icon-button--small' : ''
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`icon-button${size}${className ? ` ${className}` : ''}`}
      {...rest}
    >
      {children}
    </button>
  )
}
