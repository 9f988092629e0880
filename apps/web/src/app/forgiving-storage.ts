/**
 * A device's storage that forgets where it cannot keep: full, it must not stop anybody from writing.
 * What is noted there is a convenience.
 */
export function forgivingStorage(storage: Storage): Storage {
  const setItem = (key: string, value: string) => {
    try {
      storage.setItem(key, value)
    } catch {
      // As if it had been noted, and lost with the page.
    }
  }
  const read = (name: string | symbol) => {
    const value: unknown = Reflect.get(storage, name)
    return typeof value === 'function' ? value.bind(storage) : value
  }
  return new Proxy(storage, { get: (_, name) => (name === 'setItem' ? setItem : read(name)) })
}
