import { useEffect, useRef } from 'react'

/** Reads again when the server has said that there is something new. */
export function useReloadOnVersion(version: number, reload: () => void): void {
  const read = useRef(version)
  useEffect(() => {
    if (read.current === version) return
    read.current = version
    reload()
  }, [version, reload])
}
