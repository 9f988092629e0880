import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the parameters of OWASP's password storage guidance: 19 MiB, two passes, off the main thread. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters)
}

/** A hash of nothing known, so that an unknown e-mail address takes as long to refuse as a wrong password. */
const decoy = hashPassword('an account that does not exist')

export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await decoy), password)
  return isRight && passwordHash !== null
}
