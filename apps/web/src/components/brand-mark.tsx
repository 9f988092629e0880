/** Parley's mark. The name stands beside it. */
export function BrandMark({ size = 32 }: { size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="" />
}
