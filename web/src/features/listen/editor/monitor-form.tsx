import { Button, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { monitorsKey } from '@/api/listening/keys'
import { changeMonitor, createMonitor } from '@/api/listening/monitors'
import { fieldsQuery } from '@/api/listening/query-language'
import { dialects, type ImportNote, type Monitor } from '@/api/listening/types'
import { tagColors } from '@/api/tags'
import type { TagColor } from '@/api/types'
import { fieldError, formError } from '@/ui/form-error'
import { modKeys } from '@/ui/mod-key'
import { TagDot } from '@/ui/tag-chip'
import { say } from '@/ui/toast'
import { Preview } from '../preview/preview'
import listen from '../shared/listen.module.css'
import styles from './editor.module.css'
import { exclude } from './exclude'
import { Findings } from './findings'
import { ImportNotes } from './import-notes'
import { forgetWritten, keepWritten, keptWritten, type Written } from './kept'
import type { Finding } from './place'
import type { QueryHandle } from './query-editor'
import { useCheck } from './use-check'
import { useOperators } from './use-operators'

const QueryEditor = lazy(() => import('./query-editor'))

// The name and the query of a monitor. What is written stays with this tab until it is saved.
export function MonitorForm({ monitor }: { monitor: Monitor | null }) {
  const { t } = useTranslation(['listen', 'common'])
  const cache = useQueryClient()
  const navigate = useNavigate()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const operators = useOperators()
  const ids = useId()
  const id = monitor?.id ?? null
  const [kept] = useState(() => keptWritten(id))
  const [written, setWritten] = useState<Written>(() => kept ?? begin(monitor))
  const [notes, setNotes] = useState<readonly ImportNote[]>([])
  const { name, query, colour, paused, dialect } = written
  const handle = useRef<QueryHandle | null>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const checked = useCheck(query, dialect)
  const { mod } = modKeys(navigator.platform)
  // What can be searched with: of another tool's query its translation.
  const ours = checked.now?.ok ? (dialect ? checked.now.query : query) : null

  const change = (more: Partial<Written>) =>
    setWritten((before) => {
      const after = { ...before, ...more }
      if (isSame(after, begin(monitor))) forgetWritten(id)
      else keepWritten(id, after)
      return after
    })

  const saving = useMutation({
    mutationFn: (searched: string) => {
      const body = { name: name.trim(), query: searched, color: colour, paused }
      return id ? changeMonitor(id, body) : createMonitor(body)
    },
    onSuccess: (saved) => {
      forgetWritten(id)
      void cache.invalidateQueries({ queryKey: monitorsKey })
      say(t(id ? 'editor.changed' : 'editor.made', { name: saved.name }))
      void navigate({ to: '/listen/$monitorId', params: { monitorId: saved.id } })
    },
    onError: () => void checked.retry(),
  })
  const [missing, setMissing] = useState<string | null>(null)
  const save = () => {
    if (saving.isPending) return
    if (name.trim() === '') {
      setMissing(t('editor.nameMissing'))
      nameField.current?.focus()
    } else if (query.trim() === '') {
      handle.current?.focus()
    } else if (checked.now && !checked.now.ok) {
      const first = checked.findings.find(({ severity }) => severity === 'error')
      if (first) handle.current?.show(first)
    } else {
      // Not judged yet: the server does so, and says what is wrong.
      saving.mutate(ours ?? query)
    }
  }
  const mend = ({ fix }: Finding) => {
    if (!fix) return
    handle.current?.write(fix, fix.text)
    handle.current?.show({ from: fix.from + fix.text.length, to: fix.from + fix.text.length })
  }
  const takeOver = () => {
    if (!checked.now?.query) return
    setNotes(checked.now.notes)
    const printed = checked.now.query
    change({ dialect: null })
    handle.current?.write({ from: 0, to: query.length }, printed)
    handle.current?.focus()
  }
  const leaveOut = (word: string) => {
    const next = exclude(query, word)
    handle.current?.write({ from: 0, to: query.length }, next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const discard = () => {
    forgetWritten(id)
    void navigate(id ? { to: '/listen/$monitorId', params: { monitorId: id } } : { to: '/listen' })
  }

  // One who leaves and comes back finds what was written: said once.
  useEffect(() => {
    if (kept) say(t('editor.kept'))
  }, [kept, t])

  const shown = dialect ? (checked.now?.notes ?? []) : notes
  return (
    <div className={styles.halves}>
      <form className={styles.form} onSubmit={submit} data-testid="monitor-form">
        <div className={styles.names}>
          <TextInput
            ref={nameField}
            label={t('editor.name')}
            value={name}
            placeholder={t('editor.nameHint')}
            error={missing ?? fieldError(saving.error, 'name')}
            maxLength={100}
            autoFocus={monitor === null}
            onChange={(event) => {
              setMissing(null)
              change({ name: event.currentTarget.value })
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                save()
              }
            }}
          />
          <fieldset className={styles.colours}>
            <legend>{t('editor.colour')}</legend>
            {tagColors.map((one) => (
              <label key={one} className={styles.colour} title={t(`colour.${one}`)}>
                <input
                  type="radio"
                  name={`${ids}-colour`}
                  checked={colour === one}
                  onChange={() => change({ colour: one })}
                />
                <TagDot color={one} />
                <span className={styles.hidden}>{t(`colour.${one}`)}</span>
              </label>
            ))}
          </fieldset>
        </div>
        <div>
          <div className={styles.queryTop}>
            <span className={styles.fieldLabel}>{t('editor.query')}</span>
            <label className={styles.dialect}>
              {t('import.from')}{' '}
              <select
                value={dialect ?? ''}
                onChange={({ currentTarget: { value } }) => {
                  setNotes([])
                  change({ dialect: dialects.find((one) => one === value) ?? null })
                }}
              >
                <option value="">{t('import.ours')}</option>
                {dialects.map((one) => (
                  <option key={one} value={one}>
                    {t(`import.dialects.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Suspense fallback={<Skeleton height={154} radius={8} />}>
            <QueryEditor
              value={query}
              label={t('editor.query')}
              describedBy={`${ids}-help ${ids}-findings`}
              hint={t(dialect ? 'import.paste' : 'editor.queryHint')}
              findings={checked.findings}
              fields={dialect ? [] : fields}
              operators={dialect ? [] : operators}
              handle={handle}
              autoFocus={monitor !== null}
              onChange={(next) => change({ query: next })}
              onSave={save}
            />
          </Suspense>
          <p className={listen.small} id={`${ids}-help`}>
            {t('editor.keys', { mod })}
          </p>
        </div>
        <Findings
          id={`${ids}-findings`}
          findings={checked.findings}
          onShow={(place) => handle.current?.show(place)}
          onMend={mend}
        />
        {Boolean(checked.error) && (
          <p role="alert" className={listen.notice} data-tone="warn">
            {t('editor.unchecked', { why: sayError(checked.error) })}{' '}
            <button type="button" className={styles.link} onClick={checked.retry}>
              {t('common:error.retry')}
            </button>
          </p>
        )}
        {dialect && (
          <section className={styles.imported} aria-label={t('import.title')}>
            <p className={styles.flat}>
              {t('import.hint', { tool: t(`import.dialects.${dialect}`) })}
            </p>
            {ours !== null && (
              <>
                <pre className={styles.printed}>{ours}</pre>
                <Button variant="light" onClick={takeOver}>
                  {t('import.takeOver')}
                </Button>
              </>
            )}
          </section>
        )}
        <ImportNotes notes={shown} />
        <section aria-label={t('editor.words')}>
          <h2 className={styles.label}>{t('editor.words')}</h2>
          <p
            className={styles.words}
            data-old={checked.now === null || undefined}
            data-testid="query-words"
          >
            {query.trim() === ''
              ? t('editor.wordsEmpty')
              : checked.last?.ok
                ? checked.last.words
                : t(
                    checked.last
                      ? 'editor.wordsBroken'
                      : checked.error
                        ? 'editor.wordsUnread'
                        : 'editor.wordsComing',
                  )}
          </p>
        </section>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={paused}
            onChange={(event) => change({ paused: event.currentTarget.checked })}
          />
          {t('editor.paused')}
        </label>
        {formError(saving.error, ['name']) && (
          <p role="alert" className={listen.notice} data-tone="bad">
            {formError(saving.error, ['name'])} {t('editor.stays')}
          </p>
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={discard}>
            {t('editor.discard')}
          </Button>
          <Button type="submit" loading={saving.isPending} aria-keyshortcuts="Control+Enter">
            {t(id ? 'editor.save' : 'editor.start')}
          </Button>
        </div>
      </form>
      <Preview
        query={ours}
        waits={query.trim() !== '' && checked.now === null && !checked.error}
        written={query}
        canWrite={dialect === null}
        onShow={(place) => handle.current?.show(place)}
        onExclude={leaveOut}
        onWrite={(text) => handle.current?.write({ from: 0, to: Number.MAX_SAFE_INTEGER }, text)}
      />
    </div>
  )
}

const begin = (monitor: Monitor | null): Written => ({
  name: monitor?.name ?? '',
  query: monitor?.query ?? '',
  colour: monitor?.color ?? ('teal' satisfies TagColor),
  paused: monitor?.paused ?? false,
  dialect: null,
})

const isSame = (a: Written, b: Written) =>
  a.name === b.name &&
  a.query === b.query &&
  a.colour === b.colour &&
  a.paused === b.paused &&
  a.dialect === b.dialect
