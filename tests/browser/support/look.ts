import type { Visitor } from './open-browser'

/** Keeps what somebody sees where `GUARD_SHOTS` says, to be looked at by people. */
export async function look({ page }: Visitor, name: string): Promise<void> {
  if (process.env.GUARD_SHOTS) await page.screenshot({ path: `${process.env.GUARD_SHOTS}/${name}.png` })
}
