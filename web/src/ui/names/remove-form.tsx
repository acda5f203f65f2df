import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sayFailure } from '@/ui/toast'
import styles from './names.module.css'

interface Props {
  // What will happen.
  hint: string
  onRemove: () => Promise<unknown>
  onRemoved: () => void
  onCancel: () => void
}

// Removing cannot be taken back, so it asks.
export function RemoveForm({ hint, onRemove, onRemoved, onCancel }: Props) {
  const { t } = useTranslation(['names', 'common'])
  const removing = useMutation({
    mutationFn: onRemove,
    onError: sayFailure,
    onSuccess: onRemoved,
  })
  return (
    <div className={styles.form}>
      <p className={styles.sure}>{hint}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel} autoFocus>
          {t('common:cancel')}
        </Button>
        <Button color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
          {t('remove')}
        </Button>
      </div>
    </div>
  )
}
