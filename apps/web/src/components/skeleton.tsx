export interface SkeletonProps {
  readonly width: string
  readonly height: number
}

export function Skeleton({ width, height }: SkeletonProps) {
  return <span className="skeleton" style={{ width, height }} />
}

const ROWS = [0, 1, 2, 3, 4, 5] as const

/** Rows as high as those that will come, so that nothing shifts. */
export function SkeletonRows({ height, count = 4, label }: { height: number; count?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="skeleton-rows">
      {ROWS.slice(0, count).map((row) => (
        <div key={row} className="skeleton-row" style={{ height }}>
          <Skeleton width={`${34 + ((row * 23) % 40)}%`} height={14} />
          <Skeleton width={`${56 + ((row * 17) % 30)}%`} height={12} />
        </div>
      ))}
    </div>
  )
}
