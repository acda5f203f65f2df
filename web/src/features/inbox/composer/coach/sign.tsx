import type { Severity } from '@/api/coach'
import styles from './coach.module.css'

// The mark that a finding has in the draft, by itself: told by its shape, not by its colour alone.
const shapes: Record<Severity, React.ReactNode> = {
  fix: <path d="M1 9q1.75-4 3.5 0t3.5 0 3.5 0 3.5 0" />,
  consider: <path d="M2 9h.01M6 9h.01M10 9h.01M14 9h.01" strokeWidth={2.6} />,
  nice: <path d="M3 8.5l3.2 3.2L13 4.8" />,
}

export function Sign({ severity, label }: { severity: Severity; label: string }) {
  return (
    <svg
      className={styles.sign}
      data-severity={severity}
      viewBox="0 0 16 16"
      width={16}
      height={16}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      role="img"
      aria-label={label}
    >
      {shapes[severity]}
    </svg>
  )
}
