import { RadioGroup } from 'radix-ui'
import { useEffect, useRef } from 'react'

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[]
  readonly onValue: (value: Value) => void
}

/** One of a few: arrows move, as in a radio group. Where all have no room, the chosen one is in sight. */
export function Segmented<Value extends string>({ label, value, options, onValue }: SegmentedProps<Value>) {
  const root = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => {
    const chosen = root.current?.querySelector<HTMLElement>('[aria-checked="true"]')
    // The page around stays where it is.
    if (chosen)
      root.current?.scrollTo({ left: chosen.offsetLeft - (root.current.clientWidth - chosen.offsetWidth) / 2 })
  }, [value])
  return (
    <RadioGroup.Root
      ref={root}
      className="segmented"
      orientation="horizontal"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((it) => it.value === next)
        if (option) onValue(option.value)
      }}
    >
      {options.map((option) => (
        <RadioGroup.Item key={option.value} value={option.value} className="segmented__option" lang={option.lang}>
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
