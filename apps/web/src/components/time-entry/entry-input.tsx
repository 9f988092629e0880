import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react'

export interface EntryInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'onInput' | 'value'> {
  /** As programs write it; empty for none. */
  readonly value: string
  readonly onValue: (value: string) => void
  /** What people write → value; null for what cannot be read. */
  readonly read: (words: string) => string | null
  /** A value as people write it. */
  readonly say: (value: string) => string
}

/** A text field for something that people write in many ways: what is read of it is shown in one when they leave it. */
export function EntryInput({ value, onValue, read, say, ...rest }: EntryInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const readOf = (words: string) => (words.trim() === '' ? '' : read(words))
  // Somebody else, a button say, has set another value: what was being written gives way to it.
  const isDraft = draft !== null && (readOf(draft) ?? '') === value
  const isUnreadable = isDraft && readOf(draft) === null
  const mark = (isWrong: boolean) => input.current?.setCustomValidity(isWrong ? 'unreadable' : '')
  useEffect(() => mark(isUnreadable))
  return (
    <input
      type="text"
      className="input"
      autoComplete="off"
      {...rest}
      ref={input}
      value={isDraft ? draft : value && say(value)}
      // Before the form looks what is wrong: it hears the same event after its field.
      onInput={(event) => mark(readOf(event.currentTarget.value) === null)}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value)
        onValue(readOf(currentTarget.value) ?? '')
      }}
      onBlur={() => isUnreadable || setDraft(null)}
    />
  )
}
