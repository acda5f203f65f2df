import { useTranslation } from 'react-i18next'
import { useListChoice } from '../inbox-context'
import styles from './search-order.module.css'

// Which of the posts found come first: a choice only while somebody searches.
export function SearchOrder() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  if (!filter.q) return null
  const choose = (order: 'relevance' | undefined) => show({ ...filter, order })

  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{t('search.order')}</legend>
      {([undefined, 'relevance'] as const).map((order) => (
        <label key={order ?? 'newest'} className={styles.choice}>
          <input
            type="radio"
            name="search-order"
            className={styles.radio}
            checked={(filter.order === 'relevance') === (order === 'relevance')}
            onChange={() => choose(order)}
          />
          {t(order ? 'search.relevance' : 'search.newest')}
        </label>
      ))}
    </fieldset>
  )
}
