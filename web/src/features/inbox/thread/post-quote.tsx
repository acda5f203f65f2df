import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import type { Post } from '@/api/types'
import { Words } from '@/ui/words'
import styles from './post-quote.module.css'

interface Props {
  quoted: NonNullable<Post['quoted']>
  network: string
}

// What a post shows of another, or why it shows nothing of it.
export function PostQuote({ quoted, network }: Props) {
  const { t } = useTranslation(['inbox', 'post'])
  if (quoted.state !== 'shown') {
    return (
      <blockquote className={styles.quote}>
        <p className={styles.gone}>{t(`post:quoted.${quoted.state}`)}</p>
      </blockquote>
    )
  }
  return (
    <blockquote className={styles.quote}>
      <bdi className={styles.author}>{quoted.author}</bdi>
      <Words text={quoted.text} langs={[]} entities={quoted.entities} network={network} />
    </blockquote>
  )
}
