import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './settings.module.css'

// The secret is shown this once; the server keeps only its hash.
export function NewToken({ secret }: { secret: string }) {
  const { t } = useTranslation('settings')
  const clipboard = useClipboard({ timeout: 3_000 })
  return (
    <div role="status">
      <p style={{ margin: '16px 0 0' }}>{t('tokens.once')}</p>
      <div className={styles.secret}>
        <code>{secret}</code>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={() => clipboard.copy(secret)}
        >
          {clipboard.copied ? t('tokens.copied') : t('tokens.copy')}
        </Button>
      </div>
    </div>
  )
}
