import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Combobox.css'
import { Button, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayFailure } from '@/ui/toast'
import styles from './names.module.css'

interface Props<T> {
  // What will happen to this one and to what bears it.
  hint: string
  others: readonly { id: string; name: string }[]
  onMerge: (into: string) => Promise<T>
  onMerged: (kept: T) => void
  onCancel: () => void
}

// Merging cannot be taken back, so it asks.
export function MergeForm<T>({ hint, others, onMerge, onMerged, onCancel }: Props<T>) {
  const { t } = useTranslation(['names', 'common'])
  const [into, setInto] = useState<string | null>(null)
  const merging = useMutation({ mutationFn: onMerge, onError: sayFailure, onSuccess: onMerged })
  return (
    <div className={styles.form}>
      <Select
        label={t('into')}
        description={hint}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={into}
        onChange={setInto}
        searchable
        autoFocus
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={!into}
          loading={merging.isPending}
          onClick={() => into && merging.mutate(into)}
        >
          {t('mergeGo')}
        </Button>
      </div>
    </div>
  )
}
