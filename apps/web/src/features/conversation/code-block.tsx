import { type ReactNode, Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { useText } from '../../app/use-text'
import { CopyButton } from '../../components/copy-button'

const HighlightedCode = lazyPart(() => import('./highlighted-code'))

export interface CodeBlockProps {
  readonly source: string
  /** As its writer named it; null where nobody did. */
  readonly language: string | null
  /** The code without colours. */
  readonly children: ReactNode
}

/** Its colours come when they are here; its letters stay where they are. */
export function CodeBlock({ source, language, children }: CodeBlockProps) {
  const text = useText()
  return (
    <div className="code-block" data-has-language={language !== null}>
      {language && <span className="code-block__language">{language}</span>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0}>
        {language ? (
          <Suspense fallback={children}>
            <HighlightedCode source={source} language={language} />
          </Suspense>
        ) : (
          children
        )}
      </pre>
      <CopyButton content={source} label={text('web.message.codeCopy')} className="code-block__copy" />
    </div>
  )
}
