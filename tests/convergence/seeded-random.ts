/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `PARLEY_FUZZ_SEED` replays a run; else every run is another one. It is printed, or a failure could not be replayed. */
export function fuzzSeed(): number {
  const given = process.env.PARLEY_FUZZ_SEED
  const seed = given ? Number(given) : Math.floor(Math.random() * 2 ** 32)
  console.info(`PARLEY_FUZZ_SEED=${seed}`)
  return seed
}
