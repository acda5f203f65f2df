import { IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PreviewTerm } from '@/api/listening/types'
import { isExcluded } from '../editor/exclude'
import type { PreviewSum } from './add-up'
import styles from './preview.module.css'

const most = 12

interface Props {
  sum: PreviewSum
  written: string
  canWrite: boolean
  isRejecting: boolean
  onShow: (term: PreviewTerm) => void
  onExclude: (word: string) => void
}

// Which parts of the query bring what, and the words that stand beside: those that speak of something else
// are left out by a press.
export function PreviewWords(props: Props) {
  const { sum, written, canWrite, isRejecting, onShow, onExclude } = props
  const { t } = useTranslation('listen')
  const still = <T extends { word: string }>(words: readonly T[]) =>
    words.filter(({ word }) => !isExcluded(written, word)).slice(0, most)
  const beside = still(sum.beside)
  const rejected = still(sum.rejectedWords)
  return (
    <>
      {isRejecting && (
        <section className={styles.words} aria-label={t('preview.rejected.title')}>
          <h3 className={styles.heading}>{t('preview.rejected.title')}</h3>
          {rejected.length === 0 ? (
            <p className={styles.small}>{t('preview.rejected.none')}</p>
          ) : (
            <ul className={styles.chips} data-testid="rejected-words">
              {rejected.map((one) => (
                <li key={one.word}>
                  <Exclude word={one.word} able={canWrite} onExclude={onExclude}>
                    {t('preview.rejected.counts', { count: one.rejected, kept: one.kept })}
                  </Exclude>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {sum.terms.length > 1 && (
        <section className={styles.words} aria-label={t('preview.terms.title')}>
          <h3 className={styles.heading}>{t('preview.terms.title')}</h3>
          <table className={styles.terms} data-testid="preview-terms">
            <thead>
              <tr>
                <th scope="col">{t('preview.terms.term')}</th>
                <th scope="col">{t('preview.terms.found')}</th>
                <th scope="col">{t('preview.terms.alone')}</th>
              </tr>
            </thead>
            <tbody>
              {sum.terms
                .toSorted((a, b) => b.found - a.found)
                .map((term) => (
                  <tr key={`${term.begin}-${term.end}`}>
                    <th scope="row">
                      <button
                        type="button"
                        className={styles.link}
                        disabled={!canWrite}
                        onClick={() => onShow(term)}
                        title={t('preview.terms.show')}
                      >
                        <bdi>{term.text}</bdi>
                      </button>
                    </th>
                    <td>{term.found}</td>
                    <td>{term.alone}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      )}
      {beside.length > 0 && (
        <section className={styles.words} aria-label={t('preview.beside.title')}>
          <h3 className={styles.heading}>{t('preview.beside.title')}</h3>
          <p className={styles.small}>{t('preview.beside.hint')}</p>
          <ul className={styles.chips} data-testid="beside">
            {beside.map(({ word, found }) => (
              <li key={word}>
                <Exclude word={word} able={canWrite} onExclude={onExclude}>
                  {found}
                </Exclude>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface ExcludeProps {
  word: string
  able: boolean
  onExclude: (word: string) => void
  children: React.ReactNode
}

function Exclude({ word, able, onExclude, children }: ExcludeProps) {
  const { t } = useTranslation('listen')
  return (
    <button
      type="button"
      className={styles.chip}
      disabled={!able}
      onClick={() => onExclude(word)}
      title={t('preview.exclude', { word })}
    >
      <IconMinus size={14} stroke={2} role="img" aria-label={t('preview.exclude', { word: '' })} />
      <bdi>{word}</bdi>
      <span className={styles.count}>{children}</span>
    </button>
  )
}
