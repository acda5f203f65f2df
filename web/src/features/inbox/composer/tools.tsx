// The small things beside the words: a picture, who of ours speaks, in which language.

import { ActionIcon } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import type { Id, Speaker } from '@/api/types'
import { Tip } from '@/ui/tip'
import { languageName, languages } from './languages'
import styles from './tools.module.css'

interface Props {
  onPictures?: (files: Iterable<File>) => void
  lang: string
  onLang: (lang: string) => void
  speakers: readonly Speaker[]
  speaker: Id
  onSpeaker: (channel: Id) => void
}

// Not drawn again with each letter.
export default memo(function Tools({
  onPictures,
  lang,
  onLang,
  speakers,
  speaker,
  onSpeaker,
}: Props) {
  const { t } = useTranslation('acts')
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.tools}>
      {onPictures && (
        <>
          <Tip label={t('pictures.add')}>
            <ActionIcon
              size={36}
              aria-label={t('pictures.add')}
              onClick={() => input.current?.click()}
            >
              <IconPhoto size={20} stroke={1.6} />
            </ActionIcon>
          </Tip>
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif,image/heic"
            multiple
            hidden
            data-testid="picture-input"
            onChange={(event) => {
              onPictures(event.currentTarget.files ?? [])
              event.currentTarget.value = ''
            }}
          />
        </>
      )}
      <select
        className={styles.choice}
        aria-label={t('language.label')}
        title={t('language.label')}
        value={lang}
        data-testid="language"
        onChange={(event) => onLang(event.currentTarget.value)}
      >
        <option value="">{t('language.none')}</option>
        {languages(lang).map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
      {speakers.length > 1 && (
        <select
          className={styles.choice}
          aria-label={t('speaker.label')}
          title={t('speaker.label')}
          value={speaker}
          data-testid="speaker"
          onChange={(event) => onSpeaker(event.currentTarget.value)}
        >
          {speakers.map((one) => (
            <option
              key={one.channel_id}
              value={one.channel_id}
              disabled={one.state === 'disconnected'}
            >
              @{one.handle}
            </option>
          ))}
        </select>
      )}
    </div>
  )
})
