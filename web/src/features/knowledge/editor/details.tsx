import { ActionIcon, TextInput } from '@mantine/core'
import { IconCopy, IconExternalLink } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '@/api/knowledge/types'
import { fieldError } from '@/ui/form-error'
import { GrowingField } from '@/ui/growing-field'
import { languageName } from '@/ui/language-name'
import { say } from '@/ui/toast'
import knowledge from '../shared/knowledge.module.css'
import { allLanguages, directionOfLanguage } from '../shared/languages'
import styles from './editor.module.css'
import type { Written } from './written'

interface Props {
  written: Written
  article: Article | null
  error: unknown
  mayWrite: boolean
  onChange: (more: Partial<Written>) => void
}

// How people ask it, where they read it, and in which other languages.
export function Details({ written, article, error, mayWrite, onChange }: Props) {
  const { t } = useTranslation('knowledge')
  const { kind, questions, slug, language } = written
  const id = useId()
  return (
    <div className={styles.details}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={`${id}-questions`}>
          {t('editor.questions')}
        </label>
        <GrowingField
          id={`${id}-questions`}
          aria-describedby={`${id}-hint`}
          rows={5}
          most={14}
          value={questions}
          readOnly={!mayWrite}
          placeholder={t('editor.questionsExample')}
          lang={language}
          dir={directionOfLanguage(language)}
          className={styles.area}
          onChange={(event) => onChange({ questions: event.currentTarget.value })}
        />
        <span className={knowledge.small} id={`${id}-hint`}>
          {t('editor.questionsHint')}
        </span>
      </div>
      <div className={styles.where}>
        {kind === 'article' && (
          <TextInput
            label={t('editor.slug')}
            description={t('editor.slugHint')}
            value={slug}
            readOnly={!mayWrite}
            spellCheck={false}
            autoCapitalize="none"
            placeholder={t('editor.slugMade')}
            error={fieldError(error, 'slug')}
            maxLength={120}
            onChange={(event) => onChange({ slug: event.currentTarget.value })}
          />
        )}
        {article && <Address article={article} />}
        {article && <Translations article={article} mayWrite={mayWrite} />}
      </div>
    </div>
  )
}

function Address({ article }: { article: Article }) {
  const { t } = useTranslation('knowledge')
  const { link, status, kind } = article
  if (!link) {
    return (
      <p className={knowledge.small}>
        {status !== 'published' ? (
          t('address.unpublished')
        ) : kind === 'article' ? (
          <>
            {t('address.noSite')} <Link to="/knowledge/site">{t('address.site')}</Link>
          </>
        ) : null}
      </p>
    )
  }
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(link, window.location.href).href)
    say(t('address.copied'))
  }
  return (
    <div className={styles.address} data-testid="address">
      <a href={link} target="_blank" rel="noopener noreferrer" className={styles.addressLink}>
        <bdi>{link}</bdi>
        <IconExternalLink size={15} stroke={1.7} aria-label={t('address.opens')} role="img" />
      </a>
      <ActionIcon size={36} aria-label={t('address.copy')} onClick={() => void copy()}>
        <IconCopy size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}

// Each in another language is an article of its own under the same name in the address.
function Translations({ article, mayWrite }: { article: Article; mayWrite: boolean }) {
  const { t } = useTranslation('knowledge')
  const navigate = useNavigate()
  const { translations = [] } = article
  const there = new Set([article.language, ...translations.map(({ language }) => language)])
  const left = allLanguages([]).filter(({ value }) => !there.has(value))
  return (
    <section aria-labelledby="translations">
      <h2 className={styles.label} id="translations">
        {t('translations.title')}
      </h2>
      {translations.length > 0 && (
        <ul className={styles.translations}>
          {translations.map(({ id, language, title, status }) => (
            <li key={id}>
              <Link to="/knowledge/$articleId" params={{ articleId: id }}>
                {languageName(language)}: <bdi lang={language}>{title}</bdi>
              </Link>
              {status !== 'published' && (
                <span className={knowledge.small}> {t(`status.${status}`)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <select
          className={styles.pick}
          aria-label={t('translations.add')}
          value=""
          onChange={(event) =>
            void navigate({
              to: '/knowledge/$articleId',
              params: { articleId: 'new' },
              search: { of: article.id, language: event.currentTarget.value },
            })
          }
        >
          <option value="">{t('translations.add')}</option>
          {left.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </section>
  )
}
