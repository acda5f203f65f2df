import styles from './monitors.module.css'

const width = 120
const height = 28

// How it went, drawn small; the numbers beside it say what matters.
export function Spark({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <polyline points={sparkPoints(values)} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

// From zero at the bottom to the most at the top.
export function sparkPoints(values: readonly number[]): string {
  const most = Math.max(1, ...values)
  const step = width / Math.max(1, values.length - 1)
  return values
    .map((value, at) => {
      const y = height - 1 - (value / most) * (height - 2)
      return `${+(at * step).toFixed(1)},${+y.toFixed(1)}`
    })
    .join(' ')
}
