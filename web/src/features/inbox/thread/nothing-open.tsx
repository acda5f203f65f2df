import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '@/ui/empty'
import { useInbox } from '../inbox-context'
import styles from './nothing-open.module.css'

export function NothingOpen() {
  const { t } = useTranslation('inbox')
  const { rows } = useInbox()
  return (
    <section className={styles.pane} aria-label={t('thread.label')}>
      {rows.length > 0 && (
        <Empty icon={<IconMessages size={26} stroke={1.5} />} title={t('thread.choose')}>
          {t('thread.chooseHint')}
        </Empty>
      )}
    </section>
  )
}
