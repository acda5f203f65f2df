import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { directionOfLanguage } from '../shared/languages'
import './preview.css'
import { render } from './render'

interface Props {
  title: string
  markdown: string
  language: string
}

// The article as people will read it, a moment behind the keys.
export default function Preview({ title, markdown, language }: Props) {
  const { t } = useTranslation('knowledge')
  const late = useDeferredValue(markdown)
  const html = useMemo(() => render(late), [late])
  return (
    <article
      className="rp-preview"
      lang={language}
      dir={directionOfLanguage(language)}
      data-testid="preview"
    >
      <h2 className="rp-preview-title">{title || t('untitled')}</h2>
      {late.trim() === '' ? (
        <p className="rp-preview-none">{t('editor.previewEmpty')}</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by render()
        <div dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </article>
  )
}
