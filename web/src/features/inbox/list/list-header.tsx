import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ActiveFilters } from './active-filters'
import { FilterMenu } from './filter-menu'
import styles from './list-header.module.css'
import { MentionsButton } from './mentions-button'
import { SearchBox } from './search-box'
import { SearchOrder } from './search-order'
import { ViewTabs } from './view-tabs'

export const ListHeader = memo(function ListHeader() {
  const { t } = useTranslation('inbox')
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h1 className={styles.title}>{t('title')}</h1>
        <div className={styles.tools}>
          <MentionsButton />
          <FilterMenu />
        </div>
      </div>
      <SearchBox />
      <SearchOrder />
      <ActiveFilters />
      <ViewTabs />
    </header>
  )
})
