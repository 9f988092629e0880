export { createRandom as seededRandom } from '@parley/nlu'

/** `PARLEY_FUZZ_SEED` replays a run; else every run is another one. It is printed, or a failure could not be replayed. */
export function fuzzSeed(): number {
  const given = process.env.PARLEY_FUZZ_SEED
  const seed = given ? Number(given) : Math.floor(Math.random() * 2 ** 32)
  console.info(`PARLEY_FUZZ_SEED=${seed}`)
  return seed
}
