import type { TagRef } from '@/api/types'
import styles from './tag-chip.module.css'

// A tag as it is shown everywhere: its name carries it, its colour only helps the eye.
export function TagChip({ tag, className }: { tag: TagRef; className?: string }) {
  return (
    <span className={`${styles.chip} ${className ?? ''}`} data-color={tag.color} title={tag.name}>
      <bdi>{tag.name}</bdi>
    </span>
  )
}

export function TagDot({ color }: { color: TagRef['color'] }) {
  return <span className={styles.dot} data-color={color} aria-hidden />
}
