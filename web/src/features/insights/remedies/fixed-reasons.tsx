// Saying that a reason is fixed, and what was fixed already.

import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { remediesQuery } from '@/api/remedies'
import { useMayWrite } from '@/api/session'
import type { Remedy } from '@/api/types'
import { When } from '@/ui/when'
import insights from '../insights.module.css'
import styles from './remedies.module.css'

const FixDialog = lazy(() => import('./fix-dialog'))

interface Props {
  reason: { id: string; name: string }
  days: number
}

// Below a reason: how far its open list is, or the way to a new one.
export function FixReason({ reason, days }: Props) {
  const { t } = useTranslation('remedies')
  const mayWrite = useMayWrite()
  const [asking, setAsking] = useState(false)
  const { data: remedies } = useQuery(remediesQuery)
  const open = remedies?.find((one) => one.reason.key === reason.id && !one.closed_at)
  if (open) return <ProgressLink remedy={open} />
  if (!mayWrite) return null
  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconCircleCheck size={17} stroke={1.8} />}
        aria-label={t('fixOf', { name: reason.name })}
        onClick={() => setAsking(true)}
      >
        {t('fix')}
      </Button>
      {asking && (
        <Suspense>
          <FixDialog reason={reason} days={days} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}

function ProgressLink({ remedy }: { remedy: Remedy }) {
  return (
    <Link to="/insights/reasons" search={{ fixed: remedy.id }} className={styles.progressLink}>
      <IconCircleCheck size={17} stroke={1.8} aria-hidden />
      <Told remedy={remedy} />
    </Link>
  )
}

export function Told({ remedy: { people, told } }: { remedy: Remedy }) {
  const { t } = useTranslation('remedies')
  return <>{people === 0 ? t('nobody') : t('progress', { told, people })}</>
}

// The latest of them. None: no heading for nothing.
export function FixedReasons() {
  const { t } = useTranslation('remedies')
  const { data: remedies } = useQuery(remediesQuery)
  if (!remedies || remedies.length === 0) return null
  return (
    <section aria-labelledby="fixed-reasons">
      <h2 className={insights.heading} id="fixed-reasons">
        {t('list.title')}
      </h2>
      <ul className={styles.fixed} data-testid="remedies">
        {remedies.map((remedy) => (
          <li key={remedy.id}>
            <Link to="/insights/reasons" search={{ fixed: remedy.id }} className={styles.remedy}>
              <span className={styles.remedyName}>
                <bdi>{remedy.reason.name}</bdi>
                <span className={styles.done}>{remedy.done}</span>
              </span>
              <span className={styles.remedyFacts}>
                <span>
                  <Told remedy={remedy} />
                  {remedy.closed_at && ` · ${t('list.closed')}`}
                </span>
                <span className={styles.quiet}>
                  {t('list.fixedAt')} <When at={remedy.at} />
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
