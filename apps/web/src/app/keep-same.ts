/** Answers the list that it answered last, as long as every element is the same: what is drawn of it need not be again. */
export function keepSame<Item>(): (list: readonly Item[]) => readonly Item[] {
  let kept: readonly Item[] = []
  return (list) => {
    const isSame = list.length === kept.length && list.every((item, at) => item === kept[at])
    if (!isSame) kept = list
    return kept
  }
}
