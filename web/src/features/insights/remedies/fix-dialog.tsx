import { Button, Modal, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fixReason, remediesKey } from '@/api/remedies'
import type { Id } from '@/api/types'
import { ArticlePicker } from '@/ui/article-picker'
import { sayFailure } from '@/ui/toast'
import { useFocusReturn } from '@/ui/use-focus-return'
import styles from './remedies.module.css'

const periods = [7, 30, 90, 365]

interface Props {
  reason: { id: string; name: string }
  // How far back is looked on the screen behind it.
  days: number
  onClose: () => void
}

export default function FixDialog({ reason, days: seen, onClose }: Props) {
  const { t } = useTranslation(['remedies', 'common'])
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [done, setDone] = useState('')
  const [days, setDays] = useState(seen)
  const [article, setArticle] = useState<Id | null>(null)
  useFocusReturn()
  const fix = useMutation({
    mutationFn: () => fixReason(reason.id, { done: done.trim(), days, article_id: article }),
    onSuccess: (remedy) => {
      void cache.invalidateQueries({ queryKey: remediesKey })
      onClose()
      void navigate({ to: '/insights/reasons', search: { fixed: remedy.id } })
    },
    onError: sayFailure,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (done.trim()) fix.mutate()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('dialog.title', { name: reason.name })}
      size={460}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.intro}>{t('dialog.intro')}</p>
        <Textarea
          label={t('dialog.done')}
          description={t('dialog.doneHint')}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={done}
          onChange={(event) => setDone(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
          }}
          data-autofocus
        />
        <NativeSelect
          label={t('dialog.days')}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={[...new Set([...periods, seen])]
            .toSorted((a, b) => a - b)
            .map((count) => ({ value: String(count), label: t('dialog.period', { count }) }))}
        />
        <ArticlePicker
          label={t('dialog.article')}
          placeholder={t('dialog.articleHint')}
          value={article}
          onChange={setArticle}
        />
        <Button type="submit" loading={fix.isPending} disabled={!done.trim()}>
          {t('dialog.go')}
        </Button>
      </form>
    </Modal>
  )
}
