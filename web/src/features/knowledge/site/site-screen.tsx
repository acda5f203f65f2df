import { Button, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { articlesKey } from '@/api/knowledge/keys'
import { changeSite, siteQuery } from '@/api/knowledge/site'
import type { HelpSite } from '@/api/knowledge/types'
import { useMay } from '@/api/session'
import { Failure } from '@/ui/failure'
import { focusFirst } from '@/ui/focus-first'
import { fieldError, formError } from '@/ui/form-error'
import { GrowingField } from '@/ui/growing-field'
import { say } from '@/ui/toast'
import { useEdits } from '@/ui/use-edits'
import editor from '../editor/editor.module.css'
import { Coming } from '../shared/coming'
import { Frame } from '../shared/frame'
import knowledge from '../shared/knowledge.module.css'
import { Stale } from '../shared/stale'
import styles from './site.module.css'

// The pages on which anybody can read what is published.
export function SiteScreen() {
  const { t } = useTranslation('knowledge')
  const site = useQuery(siteQuery)
  return (
    <Frame title={t('site.title')} intro={t('site.intro')}>
      {site.isPending ? (
        <Coming rows={1} height={320} />
      ) : !site.data ? (
        <Failure error={site.error} retry={() => void site.refetch()} />
      ) : (
        <>
          <Stale query={site} />
          <Form site={site.data} />
        </>
      )}
    </Frame>
  )
}

const fields = ['slug', 'title', 'intro', 'accent'] as const

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text.trim())

function Form({ site }: { site: HelpSite }) {
  const { t } = useTranslation('knowledge')
  const cache = useQueryClient()
  const id = useId()
  const may = useMay('manage_workspace')
  const { url, ...kept } = site
  const { now, changed, edit, discard, saved } = useEdits('help-site', kept)
  const saving = useMutation({
    mutationFn: ({ enabled, slug, title, intro, accent }: typeof kept) =>
      changeSite({
        ...{ enabled, accent: accent.trim(), slug: slug.trim() },
        ...{ title: title.trim(), intro: intro.trim() },
      }),
    onSuccess: (site, sent) => {
      cache.setQueryData(siteQuery.queryKey, site)
      void cache.invalidateQueries({ queryKey: articlesKey })
      saved(sent)
      say(t(site.enabled ? 'site.savedOn' : 'site.savedOff'))
    },
  })
  const change = (part: Partial<typeof kept>) => {
    edit(part)
    if (saving.isError) saving.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (may && !saving.isPending) saving.mutate(now)
  }
  const whyIntro = fieldError(saving.error, 'intro')
  return (
    <form className={`${knowledge.card} ${styles.form}`} onSubmit={submit} data-testid="site-form">
      <label className={styles.on}>
        <input
          type="checkbox"
          checked={now.enabled}
          disabled={!may}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
        {t('site.on')}
      </label>
      {site.enabled && url && (
        <a
          className={styles.link}
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          data-testid="site-link"
        >
          <bdi>{url}</bdi>
          <IconExternalLink size={16} stroke={1.7} aria-label={t('address.opens')} role="img" />
        </a>
      )}
      <TextInput
        label={t('site.slug')}
        description={t('site.slugHint')}
        value={now.slug}
        readOnly={!may}
        spellCheck={false}
        autoCapitalize="none"
        maxLength={60}
        error={fieldError(saving.error, 'slug')}
        onChange={(event) => change({ slug: event.currentTarget.value })}
      />
      <TextInput
        label={t('site.name')}
        value={now.title}
        readOnly={!may}
        maxLength={100}
        placeholder={t('site.nameHint')}
        error={fieldError(saving.error, 'title')}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className={editor.field}>
        <label className={editor.label} htmlFor={`${id}-intro`}>
          {t('site.welcome')}
        </label>
        <GrowingField
          id={`${id}-intro`}
          rows={2}
          most={6}
          value={now.intro}
          readOnly={!may}
          placeholder={t('site.welcomeHint')}
          className={editor.area}
          aria-invalid={whyIntro ? true : undefined}
          aria-describedby={whyIntro ? `${id}-why` : undefined}
          // One line, however long.
          onChange={(event) =>
            change({ intro: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })
          }
        />
        {whyIntro && (
          <p className={editor.why} id={`${id}-why`}>
            {whyIntro}
          </p>
        )}
      </div>
      <TextInput
        label={t('site.accent')}
        description={t('site.accentHint')}
        value={now.accent}
        readOnly={!may}
        spellCheck={false}
        autoCapitalize="none"
        maxLength={7}
        placeholder="#0f5d5b"
        error={fieldError(saving.error, 'accent')}
        rightSectionPointerEvents="none"
        rightSection={
          <span
            className={styles.swatch}
            style={{ background: isColour(now.accent) ? now.accent : undefined }}
            aria-hidden
          />
        }
        onChange={(event) => change({ accent: event.currentTarget.value })}
      />
      {formError(saving.error, fields) && (
        <p role="alert" className={knowledge.notice} data-tone="bad">
          {formError(saving.error, fields)}
        </p>
      )}
      {may ? (
        <div className={styles.acts}>
          <Button
            type="submit"
            disabled={!changed}
            loading={saving.isPending}
            data-testid="save-site"
          >
            {t('site.save')}
          </Button>
          {changed && !saving.isPending && (
            <Button
              variant="default"
              onClick={({ currentTarget }) => {
                focusFirst(currentTarget.form)
                discard()
                saving.reset()
              }}
            >
              {t('editor.discard')}
            </Button>
          )}
        </div>
      ) : (
        <p className={knowledge.small}>{t('site.mayNot')}</p>
      )}
    </form>
  )
}
