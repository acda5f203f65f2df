import { memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { When } from '@/ui/when'
import styles from './coach.module.css'
import type { ShownFinding } from './shown'
import { Sign } from './sign'

interface Props {
  findings: readonly ShownFinding[]
  lit: string | null
  list: RefObject<HTMLOListElement | null>
  onPoint: (id: string | null) => void
  onGo: (id: string) => void
  onMend: (id: string) => void
  onInsert: (link: string) => void
}

// What the coach says, what must be mended first. A finding is a sentence and what to do.
export const Findings = memo(function Findings(props: Props) {
  const { findings, lit, list, onPoint, onGo, onMend, onInsert } = props
  const { t } = useTranslation('coach')
  if (findings.length === 0) return null
  return (
    <ol ref={list} className={styles.findings} aria-label={t('findings')}>
      {findings.map(({ id, rule, severity, why, next, replace, hasPlace, shows, article }) => (
        <li
          key={id}
          className={styles.finding}
          data-lit={id === lit || undefined}
          data-finding={id}
          data-rule={rule}
          data-severity={severity}
          data-testid="coach-finding"
          onMouseEnter={() => onPoint(id)}
          onMouseLeave={() => onPoint(null)}
          onFocus={() => onPoint(id)}
          onBlur={() => onPoint(null)}
        >
          <Sign severity={severity} label={t(`severity.${severity}`)} />
          <div className={styles.says}>
            <button type="button" className={styles.why} onClick={() => onGo(id)}>
              {why}
              {hasPlace && <span className={styles.hidden}> {t('goTo')}</span>}
            </button>
            {next && <span className={styles.next}> {next}</span>}
            {shows && shows.length > 0 && (
              <details className={styles.earlier}>
                <summary>{t('earlier')}</summary>
                <ul>
                  {shows.map(({ text, at, post_id }) => (
                    <li key={post_id} dir="auto">
                      {text} <When at={at} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          {hasPlace && replace !== undefined && (
            <button type="button" className={styles.act} onClick={() => onMend(id)}>
              {replace === '' ? t('leaveOut') : t('put', { words: replace })}
            </button>
          )}
          {article?.link && (
            <button
              type="button"
              className={styles.act}
              title={article.title}
              onClick={() => onInsert(article.link)}
            >
              {t('insert')}
            </button>
          )}
        </li>
      ))}
    </ol>
  )
})
