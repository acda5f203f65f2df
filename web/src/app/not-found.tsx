import { Button } from '@mantine/core'
import { IconSignRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '@/ui/empty'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <main style={{ display: 'flex', height: '100%' }}>
      <Empty
        heading="h1"
        icon={<IconSignRight size={26} stroke={1.6} />}
        title={t('notFound.title')}
      >
        <p style={{ margin: '0 0 16px' }}>{t('notFound.body')}</p>
        <Button component={Link} to="/inbox" variant="default">
          {t('notFound.back')}
        </Button>
      </Empty>
    </main>
  )
}
