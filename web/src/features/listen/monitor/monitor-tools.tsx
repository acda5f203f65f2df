import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconAlertTriangle,
  IconBell,
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { alertRulesQuery, alertsQuery, isNotThere } from '@/api/listening/alerts'
import { monitorsKey } from '@/api/listening/keys'
import { changeMonitor, removeMonitor } from '@/api/listening/monitors'
import type { Monitor } from '@/api/listening/types'
import { Confirm } from '@/ui/confirm'
import { lazily } from '@/ui/lazily'
import { say, sayFailure } from '@/ui/toast'
import { isTrouble } from '../alerts/delivery'
import { useMayListen } from '../shared/use-may-listen'

const rules = lazily(() => import('../alerts/alert-rules').then((module) => module.AlertRules))

// What can be done with a monitor.
export function MonitorTools({ monitor }: { monitor: Monitor }) {
  const { t } = useTranslation('listen')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const mayListen = useMayListen()
  const { error } = useInfiniteQuery(alertsQuery)
  const [asked, setAsked] = useState<'remove' | 'rules' | null>(null)
  const { id, name, query, color, paused } = monitor
  const { data: told } = useQuery({ ...alertRulesQuery(id), enabled: mayListen })
  const lost = told?.some(({ deliveries }) => deliveries?.some(isTrouble)) ?? false
  const pause = useMutation({
    mutationFn: () => changeMonitor(id, { name, query, color, paused: !paused }),
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: monitorsKey }),
  })
  const remove = useMutation({
    mutationFn: () => removeMonitor(id),
    onSuccess: () => {
      setAsked(null)
      void cache.invalidateQueries({ queryKey: monitorsKey })
      say(t('monitor.removed', { name }))
      void navigate({ to: '/listen' })
    },
  })
  if (!mayListen) return null
  const Turn = paused ? IconPlayerPlay : IconPlayerPause
  return (
    <>
      <Button
        component={Link}
        to={`/listen/${id}/edit`}
        variant="default"
        leftSection={<IconPencil size={17} stroke={1.7} aria-hidden />}
        data-testid="edit-monitor"
      >
        {t('monitor.edit')}
      </Button>
      {!isNotThere(error) && (
        <Button
          variant="default"
          leftSection={
            lost ? (
              <IconAlertTriangle
                size={17}
                stroke={1.8}
                color="var(--rp-warn)"
                role="img"
                aria-label={t('monitor.alertsLost')}
              />
            ) : (
              <IconBell size={17} stroke={1.7} aria-hidden />
            )
          }
          title={lost ? t('monitor.alertsLost') : undefined}
          onClick={() => setAsked('rules')}
          onPointerEnter={rules.fetch}
          onFocus={rules.fetch}
        >
          {t('monitor.alerts')}
        </Button>
      )}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon size={36} aria-label={t('monitor.more', { name })}>
            <IconDots size={20} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Turn size={18} stroke={1.6} />} onClick={() => pause.mutate()}>
            {t(paused ? 'monitor.resume' : 'monitor.pause')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={18} stroke={1.6} />}
            onClick={() => setAsked('remove')}
          >
            {t('monitor.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'remove' && (
        <Confirm
          title={t('monitor.removeTitle', { name })}
          go={t('monitor.removeGo')}
          busy={remove.isPending}
          error={remove.error}
          onGo={() => remove.mutate()}
          onClose={() => setAsked(null)}
        >
          {t('monitor.removeBody')}
        </Confirm>
      )}
      {asked === 'rules' && (
        <Suspense>
          <rules.Shown monitor={monitor} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  )
}
