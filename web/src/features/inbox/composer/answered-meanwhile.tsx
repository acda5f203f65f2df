import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './composer.module.css'

interface Props {
  detail: string
  onAnyway: () => void
  onRead: () => void
}

// Someone of ours was faster. Two answers may still be right; the writer decides.
export function AnsweredMeanwhile({ detail, onAnyway, onRead }: Props) {
  const { t } = useTranslation('inbox')
  return (
    <div role="alertdialog" aria-label={detail} className={styles.meanwhile}>
      <p>{detail}</p>
      <Button size="compact-md" variant="default" onClick={onRead} autoFocus>
        {t('meanwhile.read')}
      </Button>
      <Button size="compact-md" variant="default" onClick={onAnyway}>
        {t('meanwhile.anyway')}
      </Button>
    </div>
  )
}
