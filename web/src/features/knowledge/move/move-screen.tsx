import { Button } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { exportArticles, importArticles } from '@/api/knowledge/articles'
import { categoriesQuery } from '@/api/knowledge/categories'
import { articlesKey } from '@/api/knowledge/keys'
import type { Imported } from '@/api/knowledge/types'
import { useMay, useMayWrite } from '@/api/session'
import { Frame } from '../shared/frame'
import knowledge from '../shared/knowledge.module.css'
import styles from './move.module.css'
import { bodiesOf, together, type Unreadable } from './read-files'
import { zip } from './zip'

// Articles from elsewhere, and all of them to take along.
export function MoveScreen() {
  const { t } = useTranslation('knowledge')
  const mayWrite = useMayWrite()
  const mayExport = useMay('export')
  return (
    <Frame title={t('move.title')} intro={t('move.intro')}>
      {mayWrite && <Import />}
      {mayExport && <Export />}
    </Frame>
  )
}

function Import() {
  const { t } = useTranslation('knowledge')
  const cache = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [unreadable, setUnreadable] = useState<Unreadable | null>(null)
  const [isOver, setIsOver] = useState(false)
  // What came in before something went wrong is told, too.
  const [report, setReport] = useState<Imported | null>(null)
  const bringing = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      setReport(null)
      const files = await Promise.all(
        chosen.map(async (file) => ({
          name: file.webkitRelativePath || file.name,
          text: await file.text(),
        })),
      )
      const bodies = bodiesOf(files)
      setUnreadable(typeof bodies === 'string' ? bodies : null)
      if (typeof bodies === 'string') return
      const reports: Imported[] = []
      for (const body of bodies) {
        reports.push(await importArticles(body))
        setReport(together(reports))
      }
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: articlesKey })
      void cache.invalidateQueries({ queryKey: categoriesQuery.queryKey })
    },
  })
  const choose = (files: FileList | null) => {
    if (files && files.length > 0 && !bringing.isPending) bringing.mutate([...files])
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    choose(event.dataTransfer.files)
  }
  return (
    <section className={knowledge.card} aria-labelledby={`${id}-title`}>
      <h2 className={styles.heading} id={`${id}-title`}>
        {t('import.title')}
      </h2>
      <p className={styles.words}>{t('import.body')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by key */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <Button
          leftSection={<IconUpload size={18} stroke={1.7} aria-hidden />}
          loading={bringing.isPending}
          onClick={() => field.current?.click()}
        >
          {t('import.choose')}
        </Button>
        <span className={knowledge.small}>{t('import.drop')}</span>
        <input
          ref={field}
          type="file"
          multiple
          accept=".md,.markdown,.txt,.json,text/markdown,application/json"
          className={knowledge.hidden}
          aria-label={t('import.choose')}
          tabIndex={-1}
          onChange={(event) => {
            choose(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
          data-testid="import-files"
        />
      </div>
      {unreadable && (
        <p role="alert" className={knowledge.notice} data-tone="bad">
          {t(`import.unreadable.${unreadable}`)}
        </p>
      )}
      {bringing.error && (
        <p role="alert" className={knowledge.notice} data-tone="bad">
          {sayError(bringing.error)} {t('import.rest')}
        </p>
      )}
      <div role="status">{report && <Report report={report} />}</div>
    </section>
  )
}

function Report({ report }: { report: Imported }) {
  const { t } = useTranslation('knowledge')
  const parts = (['made', 'changed', 'left'] as const)
    .filter((did) => report[did] > 0)
    .map((did) => t(`import.${did}`, { count: report[did] }))
  return (
    <>
      <p className={styles.sum} data-testid="import-sum">
        {parts.length > 0 ? parts.join(' ') : t('import.nothing')}
      </p>
      {report.items.length > 0 && (
        <table className={styles.report}>
          <thead>
            <tr>
              <th scope="col">{t('import.file')}</th>
              <th scope="col">{t('import.did')}</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map(({ name, did, why, article_id }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              <tr key={at} data-did={did}>
                <td>
                  {article_id ? (
                    <Link to="/knowledge/$articleId" params={{ articleId: article_id }}>
                      <bdi>{name}</bdi>
                    </Link>
                  ) : (
                    <bdi>{name}</bdi>
                  )}
                </td>
                <td>
                  {t(`import.each.${did}`)}
                  {why && <span className={knowledge.small}> {why}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Export() {
  const { t } = useTranslation('knowledge')
  const id = useId()
  const taking = useMutation({
    mutationFn: async () => {
      const { files } = await exportArticles()
      if (files.length > 0) download(zip(files), 'articles.zip')
      return files.length
    },
  })
  return (
    <section className={knowledge.card} aria-labelledby={`${id}-title`}>
      <h2 className={styles.heading} id={`${id}-title`}>
        {t('export.title')}
      </h2>
      <p className={styles.words}>{t('export.body')}</p>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} stroke={1.7} aria-hidden />}
        loading={taking.isPending}
        onClick={() => taking.mutate()}
        data-testid="export"
      >
        {t('export.go')}
      </Button>
      <p role="status" className={styles.told}>
        {taking.data !== undefined && t('export.done', { count: taking.data })}
      </p>
      {taking.error && (
        <p role="alert" className={knowledge.notice} data-tone="bad">
          {sayError(taking.error)}
        </p>
      )}
    </section>
  )
}

function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
