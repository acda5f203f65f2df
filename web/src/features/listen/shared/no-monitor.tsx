import { IconEarOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '@/ui/empty'
import { ListenFrame } from './listen-frame'

// The address of a monitor that somebody removed.
export function NoMonitor() {
  const { t } = useTranslation('listen')
  return (
    <ListenFrame title={t('title')}>
      <Empty icon={<IconEarOff size={26} stroke={1.6} />} title={t('gone.title')}>
        <p style={{ margin: '0 0 12px' }}>{t('gone.body')}</p>
        <Link to="/listen">{t('gone.back')}</Link>
      </Empty>
    </ListenFrame>
  )
}
