import { usable } from '../../app/use-return-focus'

/**
 * Where something stood when the focus came to it: what it stood in, innermost first, each with the places (among
 * siblings, from there inward) that lead to it.
 */
interface Place {
  readonly around: readonly Element[]
  readonly steps: readonly number[]
}

const places = new WeakMap<Element, Place>()

/** Notes where something stands, for when it is gone. */
export function rememberPlace(element: Element): void {
  const around: Element[] = []
  const steps: number[] = []
  for (let at = element; at.parentElement; at = at.parentElement) {
    around.push(at.parentElement)
    steps.push([...at.parentElement.children].indexOf(at))
  }
  places.set(element, { around, steps })
}

/**
 * What the focus goes on from where something is gone: what it stood in, or what has come into its place there, or what
 * stands before that. Null where all of its page is gone.
 */
export function standInFor(element: Element): HTMLElement | null {
  const place = places.get(element)
  // A dialog keeps the focus to itself.
  const part = document.querySelector('[role="dialog"]') ?? document.querySelector('.shell')
  if (!place || !part) return null
  for (const [depth, parent] of place.around.entries()) {
    if (!part.contains(parent)) continue
    const found = isStop(parent) ? parent : near(parent, place.steps.slice(0, depth + 1))
    if (found) return found
    if (parent === part || parent.id === 'content') return null
  }
  return null
}

/** `steps`: the way from here to what is gone, its last one first. */
function near(parent: Element, steps: readonly number[]): HTMLElement | null {
  const at = steps.at(-1) ?? 0
  const children = [...parent.children]
  for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
    const found = alike(child, steps.slice(0, -1)) ?? firstStop(child)
    if (found) return found
  }
  return null
}

/** In the next row of a list, what stands where it stood in its own. */
function alike(row: Element, steps: readonly number[]): HTMLElement | null {
  const found = steps.reduceRight<Element | undefined>((at, step) => at?.children[step], row)
  return found && isStop(found) ? found : null
}

function firstStop(element: Element): HTMLElement | null {
  if (isStop(element)) return element
  return [...element.querySelectorAll(STOPS)].find(isStop) ?? null
}

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** Whether Tab comes there; a message too, one of which it reaches. */
function isStop(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || !element.matches(STOPS)) return false
  return (element.tabIndex >= 0 || element.matches('article')) && usable(element) !== null
}
