import { Button, Skeleton, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '@/api/knowledge/types'
import { useMayWrite } from '@/api/session'
import { fieldError } from '@/ui/form-error'
import { GrowingField } from '@/ui/growing-field'
import { modKeys } from '@/ui/mod-key'
import { offerUndo, say } from '@/ui/toast'
import { useIsPhone } from '@/ui/use-media'
import { Frame } from '../shared/frame'
import knowledge from '../shared/knowledge.module.css'
import { directionOfLanguage } from '../shared/languages'
import { Bar } from './bar'
import { Conflict } from './conflict'
import { Details } from './details'
import styles from './editor.module.css'
import { Facts } from './facts'
import { useSaver } from './use-saver'
import { missing, type NewSearch, type Written } from './written'

const loadEditor = () => import('./markdown-editor')
const loadPreview = () => import('./preview')
const MarkdownEditor = lazy(loadEditor)
const Preview = lazy(loadPreview)

interface Props {
  // As the address has it.
  id: string
  // As the server has it; null: not yet.
  article: Article | null
  begun: Written
  // What a new one is kept under until it has an id begins with this.
  beginning: string
  // As its address said what was begun.
  search?: NewSearch
  onMade?: (id: string) => void
}

export function ArticleForm({ id, article: first, begun, beginning, search, onMade }: Props) {
  const { t } = useTranslation('knowledge')
  const navigate = useNavigate()
  const phone = useIsPhone()
  const ids = useId()
  const mayWrite = useMayWrite()
  const [saver, state] = useSaver(first, begun, beginning)
  const { written, article, error, conflict } = state
  const [view, setView] = useState<'write' | 'read'>(mayWrite ? 'write' : 'read')
  const [asked, setAsked] = useState(false)
  const title = useRef<HTMLInputElement>(null)
  const { mod } = modKeys(navigator.platform)
  const isResource = written.kind === 'resource'
  const lacks = asked ? missing(written) : null

  // What was begun as new is there now: the address says so, and writing goes on.
  const made = article?.id
  useEffect(() => {
    if (id !== 'new' || !made) return
    onMade?.(made)
    void navigate({
      to: '/knowledge/$articleId',
      params: { articleId: made },
      search: {},
      replace: true,
    })
  }, [id, made, onMade, navigate])
  // One who left and comes back finds what was written: said once.
  useEffect(() => {
    if (saver.now().isDirty) say(t('editor.kept'))
  }, [saver, t])

  const change = (more: Partial<Written>) => saver.write(more)
  const save = () => {
    setAsked(true)
    if (missing(written)) title.current?.focus()
    else void saver.save()
  }
  const wayBack = (words: string, mine: Written) => offerUndo(words, () => saver.write(mine))

  const heading = written.title || t(article ? 'untitled' : `new.${written.kind}`)
  const editor = isResource ? (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={`${ids}-summary`}>
        {t('editor.summary')}
      </label>
      <GrowingField
        id={`${ids}-summary`}
        rows={4}
        most={16}
        value={written.markdown}
        readOnly={!mayWrite}
        placeholder={t('editor.summaryHint')}
        lang={written.language}
        dir={directionOfLanguage(written.language)}
        className={styles.area}
        onChange={(event) => change({ markdown: event.currentTarget.value })}
      />
    </div>
  ) : (
    <Suspense fallback={<Skeleton height={384} radius={10} />}>
      <MarkdownEditor
        value={written.markdown}
        label={t('editor.markdown')}
        hint={t('editor.markdownHint')}
        describedBy={`${ids}-keys`}
        language={written.language}
        direction={directionOfLanguage(written.language)}
        readOnly={!mayWrite}
        onChange={(markdown) => change({ markdown })}
        onSave={save}
      />
    </Suspense>
  )
  const preview = (
    <Suspense fallback={<Skeleton height={384} radius={10} />}>
      <Preview title={written.title} markdown={written.markdown} language={written.language} />
    </Suspense>
  )

  return (
    <Frame title={heading} wide quiet>
      <Bar
        saver={saver}
        state={state}
        mayWrite={mayWrite}
        onAsk={() => {
          setAsked(true)
          if (missing(written)) title.current?.focus()
        }}
        onDiscard={() => {
          const mine = saver.discard()
          const again = () => {
            saver.write(mine)
            // It was left by then, and is opened with what was kept.
            if (!article) {
              void navigate({ to: '/knowledge/$articleId', params: { articleId: 'new' }, search })
            }
          }
          offerUndo(t('editor.discarded'), again)
          if (!article) void navigate({ to: '/knowledge' })
        }}
      />
      {conflict && (
        <Conflict
          theirs={conflict}
          mine={written}
          onMine={() => void saver.keepMine()}
          onTheirs={() => wayBack(t('conflict.tookTheirs'), saver.takeTheirs())}
        />
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          save()
        }}
        data-testid="article-form"
      >
        <TextInput
          ref={title}
          label={t('editor.title')}
          classNames={{ input: styles.titleField }}
          value={written.title}
          placeholder={t(isResource ? 'editor.titleOfResource' : 'editor.titleHint')}
          error={lacks === 'title' ? t('editor.titleMissing') : fieldError(error, 'title')}
          maxLength={200}
          readOnly={!mayWrite}
          lang={written.language}
          dir={directionOfLanguage(written.language)}
          autoFocus={first === null}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Facts
          written={written}
          error={error}
          lacksUrl={lacks === 'url'}
          mayWrite={mayWrite}
          onChange={change}
        />
        {isResource ? (
          editor
        ) : phone ? (
          <>
            <fieldset className={styles.tabs} aria-label={t('editor.view')}>
              {(['write', 'read'] as const).map((one) => (
                <Button
                  key={one}
                  variant={view === one ? 'light' : 'subtle'}
                  aria-pressed={view === one}
                  onClick={() => setView(one)}
                >
                  {t(`editor.${one}`)}
                </Button>
              ))}
            </fieldset>
            {view === 'write' ? editor : <div className={styles.shown}>{preview}</div>}
          </>
        ) : (
          <div className={styles.halves}>
            <section className={styles.half} aria-label={t('editor.write')}>
              <h2 className={styles.label}>{t('editor.markdown')}</h2>
              {editor}
              <p className={knowledge.small} id={`${ids}-keys`}>
                {t('editor.keys', { mod })}
              </p>
            </section>
            <section className={styles.half} aria-label={t('editor.read')}>
              <h2 className={styles.label}>{t('editor.read')}</h2>
              <div className={styles.shown}>{preview}</div>
            </section>
          </div>
        )}
        <Details
          written={written}
          article={article}
          error={error}
          mayWrite={mayWrite}
          onChange={change}
        />
      </form>
    </Frame>
  )
}
