import type { ReactNode } from 'react'
import styles from './door.module.css'

// The one sheet of paper before someone is in.
export function Door({
  title,
  intro,
  children,
}: {
  title: string
  intro: string
  children: ReactNode
}) {
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <p className={styles.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          Rapport
        </p>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.intro}>{intro}</p>
        {children}
      </div>
    </main>
  )
}
