import type { Attention } from '@parley/protocol'
import { RadioGroup } from 'radix-ui'
import { useText } from '../../app/use-text'
import { Cells } from './attention-map'

/** The heads of a layer as small pictures: each looks at something else. */
export function HeadPicker({
  attention: { tokens, heads },
  head,
  onHead,
}: {
  attention: Attention
  head: number
  onHead: (head: number) => void
}) {
  const text = useText()
  return (
    <RadioGroup.Root
      className="heads"
      aria-label={text('web.attention.head')}
      value={String(head)}
      onValueChange={(value) => onHead(Number(value))}
    >
      {heads.map((weights, index) => (
        <RadioGroup.Item
          // biome-ignore lint/suspicious/noArrayIndexKey: a head is its number
          key={index}
          value={String(index)}
          className="heads__one"
          aria-label={text('web.attention.headNumber', { head: index + 1 })}
        >
          <Cells count={tokens.length} weights={weights} />
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
