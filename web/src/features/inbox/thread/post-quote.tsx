import type { Post } from '@/api/types'
import styles from './post-quote.module.css'

export function PostQuote({ quoted }: { quoted: NonNullable<Post['quoted']> }) {
  return (
    <blockquote className={styles.quote}>
      <bdi className={styles.author}>{quoted.author}</bdi>
      <p className={styles.text} dir="auto">
        {quoted.text}
      </p>
    </blockquote>
  )
}
