import type { ReactNode } from 'react'
import styles from './empty.module.css'

// A screen with nothing on it, which says so kindly and names the next step.
export function Empty({
  icon,
  title,
  children,
  heading: Heading = 'h2',
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  // A screen that has no other heading makes this its first.
  heading?: 'h1' | 'h2'
}) {
  return (
    <div className={styles.empty}>
      {icon && (
        <div className={styles.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.body}>{children}</div>}
    </div>
  )
}
