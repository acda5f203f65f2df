import styles from './shell.module.css'

// The shell's shape while we ask who is here.
export function ShellSkeleton() {
  return (
    <div className={styles.shell} aria-busy>
      <div className={styles.body}>
        <div className={styles.rail} />
        <main className={styles.main} />
      </div>
    </div>
  )
}
