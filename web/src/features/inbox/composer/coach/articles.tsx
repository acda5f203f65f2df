import { Kbd } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Suggestion } from '@/api/coach'
import { toMarkedSpans } from '@/ui/byte-spans'
import { modKeys } from '@/ui/mod-key'
import styles from './coach.module.css'

const alt = modKeys(navigator.platform).mod === '⌘' ? '⌥' : 'Alt '

interface Props {
  articles: readonly Suggestion[]
  // Links that stand in the draft.
  linked: ReadonlySet<string>
  onInsert: (link: string) => void
}

// What may answer it, with the words that do, or why it is thought of without any.
export const Articles = memo(function Articles({ articles, linked, onInsert }: Props) {
  const { t } = useTranslation('coach')
  if (articles.length === 0) return null
  return (
    <section aria-label={t('articlesTitle')}>
      <h3 className={styles.heading}>{t('articlesTitle')}</h3>
      <ul className={styles.articles}>
        {articles.map(({ article, passage, because }, at) => (
          <li key={article.id} className={styles.article} data-testid="coach-article">
            <div className={styles.says}>
              <a
                className={styles.title}
                href={article.link}
                target="_blank"
                rel="noopener noreferrer"
                lang={article.language}
                dir="auto"
              >
                {article.title}
              </a>{' '}
              {passage ? (
                <span className={styles.passage} lang={article.language} dir="auto">
                  {marked(passage)}
                </span>
              ) : (
                because.includes('asked_before') && (
                  <span className={styles.passage}>{t('askedBefore')}</span>
                )
              )}
            </div>
            {linked.has(article.link) ? (
              <span className={styles.linked}>
                <IconCheck size={15} stroke={2} aria-hidden /> {t('linked')}
              </span>
            ) : (
              <button
                type="button"
                className={styles.act}
                aria-keyshortcuts={`Alt+${at + 1}`}
                onClick={() => onInsert(article.link)}
              >
                {t('insert')}
                <span className={styles.hidden}>: {article.title}</span>{' '}
                <Kbd size="xs" aria-hidden>
                  {alt}
                  {at + 1}
                </Kbd>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
})

function marked({ text, spans }: NonNullable<Suggestion['passage']>) {
  const marks = spans.map(({ begin, end }) => [begin, end])
  return toMarkedSpans(text, [], marks).map(({ text: words, marked }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one passage never move
    marked ? <mark key={at}>{words}</mark> : words,
  )
}
