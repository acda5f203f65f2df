import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { Empty } from './empty'

// A part of the screen that could not be read: what happened, and one way on.
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="alert" style={{ display: 'flex', flex: 1 }}>
      <Empty icon={<IconCloudOff size={26} stroke={1.6} />} title={t('error.title')}>
        <p style={{ margin: '0 0 16px' }}>{sayError(error)}</p>
        <Button variant="default" onClick={retry}>
          {t('error.retry')}
        </Button>
      </Empty>
    </div>
  )
}
