import { useTranslation } from 'react-i18next'
import { ChannelFilter } from './channel-filter'
import styles from './list-header.module.css'
import { SearchBox } from './search-box'
import { SearchOrder } from './search-order'
import { ViewTabs } from './view-tabs'

export function ListHeader() {
  const { t } = useTranslation('inbox')
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h1 className={styles.title}>{t('title')}</h1>
        <ChannelFilter />
      </div>
      <SearchBox />
      <SearchOrder />
      <ViewTabs />
    </header>
  )
}
