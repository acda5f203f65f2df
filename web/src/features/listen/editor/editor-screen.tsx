import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { monitorsQuery } from '@/api/listening/monitors'
import { Failure } from '@/ui/failure'
import { Coming } from '../shared/coming'
import { ListenFrame } from '../shared/listen-frame'
import { NoMonitor } from '../shared/no-monitor'
import { MonitorForm } from './monitor-form'

// A new monitor, or one that is there: what it looks for, and what it would have found.
export function EditorScreen() {
  const { t } = useTranslation('listen')
  const { monitorId = null } = useParams({ strict: false })
  const monitors = useQuery(monitorsQuery)
  if (monitorId === null) {
    return (
      <ListenFrame title={t('editor.new')} intro={t('editor.intro')} wide>
        <MonitorForm key="new" monitor={null} />
      </ListenFrame>
    )
  }
  const monitor = monitors.data?.find(({ id }) => id === monitorId)
  if (monitors.data && !monitor) return <NoMonitor />
  return (
    <ListenFrame title={monitor ? t('editor.change', { name: monitor.name }) : t('title')} wide>
      {monitor ? (
        <MonitorForm key={monitor.id} monitor={monitor} />
      ) : monitors.isPending ? (
        <Coming />
      ) : (
        <Failure error={monitors.error} retry={() => void monitors.refetch()} />
      )}
    </ListenFrame>
  )
}
