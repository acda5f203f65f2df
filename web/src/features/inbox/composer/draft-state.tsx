import { useTranslation } from 'react-i18next'
import styles from './composer.module.css'
import type { DraftStatus } from './draft-keeper'

export function DraftState({ status }: { status: DraftStatus }) {
  const { t } = useTranslation('inbox')
  return (
    <span
      className={styles.draft}
      data-status={status}
      aria-live={status === 'device' ? 'polite' : 'off'}
    >
      {status === 'kept' || status === 'saving'
        ? t('draft.kept')
        : status === 'device'
          ? t('draft.device')
          : ''}
    </span>
  )
}
