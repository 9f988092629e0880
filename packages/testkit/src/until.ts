const STEP_MS = 15

/** Resolves when the condition holds; fails, naming what was waited for, when it does not in time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  patienceMs = 15_000,
): Promise<void> {
  const end = Date.now() + patienceMs
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, STEP_MS))
  }
}
