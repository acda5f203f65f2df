import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import styles from './pictures.module.css'

// Asked once, never demanded: a picture without words says nothing to who cannot see it.
export default function AskAlt({
  onDescribe,
  onSend,
}: {
  onDescribe: () => void
  onSend: () => void
}) {
  const { t } = useTranslation('acts')
  return (
    <div role="alertdialog" aria-label={t('askAlt.title')} className={styles.ask}>
      <p>
        <strong>{t('askAlt.title')}</strong> {t('askAlt.why')}
      </p>
      <Button size="compact-md" variant="default" onClick={onDescribe} autoFocus>
        {t('askAlt.describe')}
      </Button>
      <Button size="compact-md" variant="default" onClick={onSend}>
        {t('askAlt.send')}
      </Button>
    </div>
  )
}
