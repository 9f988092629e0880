import './highlighted-code.css'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { common, createLowlight } from 'lowlight'
import { useMemo } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'

/** Colouring more would hold the page up. */
const MOST_CHARACTERS = 30_000

const lowlight = createLowlight(common)

/** Code in the colours of its language; as it is where the language is not known. A chunk of its own. */
export default function HighlightedCode({ source, language }: { source: string; language: string }) {
  const coloured = useMemo(() => colour(source, language.toLowerCase()), [source, language])
  return <code>{coloured}</code>
}

function colour(source: string, language: string) {
  if (source.length > MOST_CHARACTERS || !lowlight.registered(language)) return source
  return toJsxRuntime(lowlight.highlight(language, source), { Fragment, jsx, jsxs })
}
