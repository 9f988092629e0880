import type { ButtonHTMLAttributes } from 'react'

type Look = 'primary' | 'quiet' | 'danger' | 'wide'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look | readonly Look[]
}

export function Button({ look = [], type = 'button', className, ...rest }: ButtonProps) {
  const looks = (typeof look === 'string' ? [look] : look).map((it) => ` button--${it}`).join('')
  return <button type={type} className={`button${looks}${className ? ` ${className}` : ''}`} {...rest} />
}
