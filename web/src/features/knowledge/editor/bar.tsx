import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCloudOff, IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, sayError } from '@/api/http'
import { articleListKey, removeArticle } from '@/api/knowledge/articles'
import type { ArticleStatus } from '@/api/knowledge/types'
import { Confirm } from '@/ui/confirm'
import { offerUndo, say } from '@/ui/toast'
import styles from './editor.module.css'
import { forget } from './kept'
import type { Saved, Saver } from './saver'
import { missing } from './written'

interface Props {
  saver: Saver
  state: Saved
  mayWrite: boolean
  // Something is asked for that lacks a word first.
  onAsk: () => void
  onDiscard: () => void
}

// Where the article stands: saved or not, read by people or not, and the step to the next.
export function Bar({ saver, state, mayWrite, onAsk, onDiscard }: Props) {
  const { t } = useTranslation('knowledge')
  const { article, written, isDirty, isSaving } = state
  const status = article?.status ?? 'draft'
  const [asked, setAsked] = useState(false)

  const become = async (wanted: ArticleStatus) => {
    if (missing(written)) return onAsk()
    const before = status
    if (!(await saver.save(wanted))) return
    offerUndo(t(`became.${wanted}`), () => void saver.save(before), { testId: 'undo-status' })
  }
  const isPublic = status === 'published'
  return (
    <div className={styles.bar} data-testid="article-bar">
      <span className={styles.status} data-status={status}>
        {t(`status.${status}`)}
      </span>
      <SavedSign state={state} />
      {article && (
        <Link
          to="/knowledge/$articleId/uses"
          params={{ articleId: article.id }}
          className={styles.usesLink}
        >
          {t('uses.link', { count: article.uses })}
        </Link>
      )}
      {mayWrite && (
        <div className={styles.acts}>
          {isDirty && (isPublic || !article) && (
            <Button variant="subtle" onClick={onDiscard}>
              {t('editor.discard')}
            </Button>
          )}
          {isPublic ? (
            <Button
              disabled={!isDirty || state.conflict !== null}
              loading={isSaving}
              onClick={() => (missing(written) ? onAsk() : void saver.save())}
              aria-keyshortcuts="Control+Enter"
              data-testid="update"
            >
              {t('act.update')}
            </Button>
          ) : (
            <Button
              onClick={() => void become('published')}
              disabled={state.conflict !== null}
              data-testid="publish"
            >
              {t(status === 'archived' ? 'act.publishAgain' : 'act.publish')}
            </Button>
          )}
          {article && (
            <Menu position="bottom-end" width={240}>
              <Menu.Target>
                <ActionIcon size={36} aria-label={t('act.more')}>
                  <IconDots size={20} stroke={1.6} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {(['draft', 'archived'] as const)
                  .filter((one) => one !== status)
                  .map((one) => (
                    <Menu.Item key={one} onClick={() => void become(one)}>
                      {t(`act.${one}`)}
                    </Menu.Item>
                  ))}
                <Menu.Item onClick={() => setAsked(true)}>{t('act.remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      )}
      {asked && article && (
        <Remove
          id={article.id}
          title={written.title}
          onRemove={() => saver.discard()}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  )
}

// Does the server have what stands here?
function SavedSign({ state }: { state: Saved }) {
  const { t } = useTranslation('knowledge')
  const { article, isSaving, isDirty, error, conflict, written } = state
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500
  const [words, Icon, tone] = conflict
    ? [t('saved.conflict'), IconAlertTriangle, 'warn']
    : error && !refused
      ? [t('saved.offline'), IconCloudOff, 'warn']
      : error
        ? [t('saved.refused', { why: sayError(error) }), IconAlertTriangle, 'bad']
        : isSaving
          ? [t('saved.saving'), null, '']
          : isDirty
            ? [
                t(
                  article?.status === 'published'
                    ? 'saved.notYet'
                    : missing(written) === 'title'
                      ? 'saved.untitled'
                      : 'saved.soon',
                ),
                null,
                '',
              ]
            : article
              ? [t('saved.all'), IconCheck, '']
              : ['', null, '']
  return (
    <span role="status" className={styles.saved} data-tone={tone} data-testid="saved">
      {Icon && <Icon size={16} stroke={1.8} aria-hidden />}
      {words}
    </span>
  )
}

interface RemoveProps {
  id: string
  title: string
  onRemove: () => void
  onClose: () => void
}

function Remove({ id, title, onRemove, onClose }: RemoveProps) {
  const { t } = useTranslation('knowledge')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const removing = useMutation({
    mutationFn: () => removeArticle(id),
    onSuccess: () => {
      onRemove()
      forget(id)
      void cache.invalidateQueries({ queryKey: articleListKey })
      say(t('remove.done', { title }))
      void navigate({ to: '/knowledge' })
    },
  })
  return (
    <Confirm
      title={t('remove.title', { title })}
      go={t('remove.go')}
      busy={removing.isPending}
      error={removing.error}
      onGo={() => removing.mutate()}
      onClose={onClose}
    >
      {t('remove.body')}
    </Confirm>
  )
}
