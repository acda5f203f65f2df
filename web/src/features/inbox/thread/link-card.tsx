import { IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './link-card.module.css'

interface Props {
  url: string
  title: string
  description: string
  thumb: string | null | undefined
  // What can be done with it, at its end.
  children?: ReactNode
}

// A page as a post shows it: its picture, its host, what it says of itself.
export function LinkCard({ url, title, description, thumb, children }: Props) {
  return (
    <>
      {thumb && <img className={styles.thumb} src={thumb} alt="" loading="lazy" decoding="async" />}
      <span className={styles.text}>
        <span className={styles.host}>
          <IconExternalLink size={14} stroke={1.8} aria-hidden />
          {URL.canParse(url) ? new URL(url).hostname : url}
        </span>
        <span className={styles.title} dir="auto">
          {title || url}
        </span>
        {description && (
          <span className={styles.description} dir="auto">
            {description}
          </span>
        )}
      </span>
      {children}
    </>
  )
}

export const linkCardClass = styles.card
