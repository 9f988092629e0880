import { useEffect, useState } from 'react'

/** A file that was chosen, as the browser shows it: upright, in its own pixels. */
export interface ChosenImage {
  readonly file: File
  readonly url: string
  readonly width: number
  readonly height: number
}

/** null: none was chosen, or it is being read. */
export function useChosenImage(file: File | null): ChosenImage | 'unreadable' | null {
  const [chosen, setChosen] = useState<ChosenImage | 'unreadable' | null>(null)
  useEffect(() => {
    setChosen(null)
    if (!file) return
    const url = URL.createObjectURL(file)
    const image = new Image()
    let isLeft = false
    image.src = url
    image
      .decode()
      .then(() => isLeft || setChosen({ file, url, width: image.naturalWidth, height: image.naturalHeight }))
      .catch(() => isLeft || setChosen('unreadable'))
    return () => {
      isLeft = true
      URL.revokeObjectURL(url)
    }
  }, [file])
  return chosen
}
