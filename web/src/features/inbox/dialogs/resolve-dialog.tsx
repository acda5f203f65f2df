// How it came to a good end. Nothing here has to be filled in: Enter resolves as it stands.

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/resolve'
import { conversationQuery } from '@/api/conversations/queries'
import { draftFromConversation } from '@/api/knowledge/gaps'
import { articlesKey } from '@/api/knowledge/keys'
import { reasonsQuery } from '@/api/reasons'
import type { ConversationRow, Id } from '@/api/types'
import { ArticlePicker } from '@/ui/article-picker'
import { sayFailure } from '@/ui/toast'
import { useVerbs } from '../verbs/use-verbs'
import { Ask } from './ask'
import styles from './dialog.module.css'
import type { DialogProps } from './dialogs'

export default function ResolveDialog({ rows, onClose }: DialogProps) {
  const { t } = useTranslation('resolve')
  const verbs = useVerbs()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [article, setArticle] = useState<Id | null>(null)
  const reasons = useQuery(reasonsQuery)
  const read = useReadReason(rows)
  const reason = chosen ?? read ?? ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    verbs.resolve(rows, {
      resolution: words.trim(),
      ...(reason && { reason }),
      ...(article && { article_id: article }),
    })
  }
  return (
    <Ask title={t('titleMany', { count: rows.length })} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('words')}
          description={t('wordsHint')}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          data-autofocus
        />
        <NativeSelect
          label={t('reason')}
          description={read && reason === read ? t('read') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={reasons.isError && t('reasonsFailed')}
          value={reason}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{t('noReason')}</option>
          {reasons.data
            ?.filter((one) => !one.merged_into)
            .map((one) => (
              <option key={one.key} value={one.key}>
                {one.name}
              </option>
            ))}
        </NativeSelect>
        <ArticlePicker
          label={t('article')}
          placeholder={t('articleHint')}
          value={article}
          onChange={setArticle}
        />
        <DraftArticle rows={rows} onClose={onClose} />
        <InPublic rows={rows} />
        <Button type="submit">{t('go')}</Button>
      </form>
    </Ask>
  )
}

// Where an answer of ours stands in the thread, others who ask the same could read it.
function DraftArticle({ rows, onClose }: DialogProps) {
  const { t } = useTranslation('resolve')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const drafting = useMutation({
    mutationFn: draftFromConversation,
    onSuccess: (article) => {
      void cache.invalidateQueries({ queryKey: articlesKey })
      onClose()
      void navigate({ to: '/knowledge/$articleId', params: { articleId: article.id } })
    },
    onError: sayFailure,
  })
  const [row, another] = rows
  if (!row || another || !row.in_public || row.in_public === 'no') return null
  return (
    <Button
      variant="subtle"
      className={styles.aside}
      leftSection={<IconPencil size={17} stroke={1.7} aria-hidden />}
      loading={drafting.isPending}
      onClick={() => drafting.mutate(row.id)}
      data-testid="draft-article"
    >
      {t('draft')}
    </Button>
  )
}

// What their posts were read to be about; of many, only what all of them are about.
function useReadReason(rows: readonly ConversationRow[]): string | undefined {
  const [first] = rows
  const alone = useQuery({
    ...conversationQuery(first?.id ?? ''),
    enabled: rows.length === 1,
  })
  if (rows.length === 1) return alone.data?.suggested_reason?.key
  const key = first?.reading?.reasons[0]
  return rows.every((row) => row.reading?.reasons[0] === key) ? key : undefined
}

function InPublic({ rows }: { rows: readonly ConversationRow[] }) {
  const { t } = useTranslation('resolve')
  const [first] = rows
  const unanswered = rows.filter((row) => row.in_public === 'no').length
  if (rows.length > 1)
    return unanswered > 0 ? (
      <p className={styles.aside}>{t('manyUnanswered', { count: unanswered })}</p>
    ) : null
  return first?.in_public ? <p className={styles.aside}>{t(`public.${first.in_public}`)}</p> : null
}
