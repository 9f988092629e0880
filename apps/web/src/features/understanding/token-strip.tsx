import type { Attention } from '@parley/protocol'
import { RadioGroup } from 'radix-ui'
import type { CSSProperties } from 'react'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { mostLookedAt, pieceText } from './attention-words'

export interface TokenStripProps {
  readonly tokens: Attention['tokens']
  readonly weights: readonly number[]
  readonly row: number
  readonly onRow: (row: number) => void
}

/** The tokens in reading order, tinted by how much the chosen one looks at them; arrows choose another. */
export function TokenStrip({ tokens, weights, row, onRow }: TokenStripProps) {
  const text = useText()
  const own = weights.slice(row * tokens.length, (row + 1) * tokens.length)
  return (
    <>
      <RadioGroup.Root
        className="tokens"
        orientation="horizontal"
        aria-label={text('web.attention.tokens')}
        value={String(row)}
        onValueChange={(value) => onRow(Number(value))}
      >
        {tokens.map((token, index) => (
          <RadioGroup.Item
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
            key={index}
            value={String(index)}
            className="token"
            data-frame={token.isFrame}
            style={{ '--strength': Math.sqrt((own[index] ?? 0) / 1000) } as CSSProperties}
          >
            {pieceText(token.piece)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <MostLookedAt tokens={tokens} own={own} row={row} />
    </>
  )
}

function MostLookedAt({ tokens, own, row }: { tokens: Attention['tokens']; own: readonly number[]; row: number }) {
  const text = useText()
  const language = useLanguage()
  return (
    <div role="status">
      <p>{text('web.attention.looksAt', { token: pieceText(tokens[row]?.piece ?? '') })}</p>
      <dl className="facts">
        {mostLookedAt(own).map((index) => (
          <div key={index} className="facts__row">
            <dt>{pieceText(tokens[index]?.piece ?? '')}</dt>
            <dd>{percent((own[index] ?? 0) / 1000, language)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
