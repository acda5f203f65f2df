import { IconBulb, IconSeeding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gapsQuery } from '@/api/knowledge/gaps'
import { useMayWrite } from '@/api/session'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { useShortcuts } from '@/ui/use-shortcuts'
import { When } from '@/ui/when'
import { Coming } from '../shared/coming'
import { Frame } from '../shared/frame'
import knowledge from '../shared/knowledge.module.css'
import { Stale } from '../shared/stale'
import { GapCard } from './gap-card'
import { focusNext, focusOn } from './gap-focus'
import styles from './gaps.module.css'
import { useGapVerbs } from './use-gap-verbs'

// What people ask and nobody has written down, the one that most wait for first.
export function GapsScreen() {
  const { t } = useTranslation('knowledge')
  const gaps = useQuery(gapsQuery)
  const mayWrite = useMayWrite()
  const lists = useRef<HTMLDivElement>(null)
  const returning = useRef<string | null>(null)
  const verbs = useGapVerbs(({ id }) => {
    returning.current = id
  })
  const [showsOthers, setShowsOthers] = useState(false)
  const all = gaps.data?.items ?? []
  const open = all.filter(({ state }) => state === 'open')
  const others = all.filter(({ state }) => state !== 'open')

  useShortcuts({
    j: () => focusNext(lists.current, 1),
    k: () => focusNext(lists.current, -1),
  })
  // Once the one that was taken back is there.
  useLayoutEffect(() => {
    if (!open.some(({ id }) => id === returning.current)) return
    focusOn(lists.current?.querySelector<HTMLElement>(`[data-gap="${returning.current}"]`))
    returning.current = null
  })

  return (
    <Frame title={t('gaps.title')} intro={t('gaps.intro')}>
      {gaps.isPending ? (
        <Coming rows={4} height={150} />
      ) : !gaps.data ? (
        <Failure error={gaps.error} retry={() => void gaps.refetch()} />
      ) : (
        <div ref={lists}>
          <Stale query={gaps} />
          {open.length === 0 ? (
            gaps.data.learned_at === null ? (
              <Empty icon={<IconSeeding size={26} stroke={1.6} />} title={t('gaps.notYet.title')}>
                <p className={knowledge.flat}>{t('gaps.notYet.body')}</p>
              </Empty>
            ) : (
              <Empty icon={<IconBulb size={26} stroke={1.6} />} title={t('gaps.empty.title')}>
                <p className={knowledge.flat}>{t('gaps.empty.body')}</p>
              </Empty>
            )
          ) : (
            <ul className={styles.list} data-testid="gaps">
              {open.map((gap) => (
                <GapCard key={gap.id} gap={gap} mayWrite={mayWrite} verbs={verbs} />
              ))}
            </ul>
          )}
          {gaps.data.learned_at && (
            <p className={knowledge.small}>
              {t('gaps.learned')} <When at={gaps.data.learned_at} />
            </p>
          )}
          {others.length > 0 && (
            <section className={styles.others}>
              <button
                type="button"
                className={knowledge.link}
                aria-expanded={showsOthers}
                onClick={() => setShowsOthers(!showsOthers)}
              >
                {t('gaps.others', { count: others.length })}
              </button>
              {showsOthers && (
                <ul className={styles.list}>
                  {others.map((gap) => (
                    <GapCard key={gap.id} gap={gap} mayWrite={mayWrite} verbs={verbs} />
                  ))}
                </ul>
              )}
            </section>
          )}
        </div>
      )}
    </Frame>
  )
}
