import { ActionIcon } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCheck,
  IconListCheck,
  IconMoon,
  IconPlayerSkipForward,
  IconTag,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tip } from '@/ui/tip'
import { useInbox } from '../inbox-context'
import { useVerbs } from '../verbs/use-verbs'
import styles from './bulk-bar.module.css'

// What can be done to the ticked rows together.
export default function BulkBar() {
  const { t } = useTranslation('inbox')
  const { rows, selected, ask, clearSelection, selectAll } = useInbox()
  const verbs = useVerbs()
  const about = rows.filter((row) => selected.has(row.id))
  const none = about.length === 0
  const done = !none && about.every((row) => ['resolved', 'skipped', 'snoozed'].includes(row.state))

  const button = (label: string, icon: ReactNode, run: () => void, off = none) => (
    <Tip label={label}>
      <ActionIcon size={44} aria-label={label.split(' · ')[0]} onClick={run} disabled={off}>
        {icon}
      </ActionIcon>
    </Tip>
  )

  return (
    <section className={styles.bar} aria-label={t('many.label')} data-testid="bulk-bar">
      <div className={styles.line}>
        <strong role="status" className={styles.count}>
          {t('many.selected', { count: about.length })}
        </strong>
        {button(
          t('many.all'),
          <IconListCheck size={20} stroke={1.6} />,
          selectAll,
          about.length === rows.length,
        )}
        {button(
          `${t('many.clear')} · Esc`,
          <IconX size={20} stroke={1.6} />,
          clearSelection,
          false,
        )}
      </div>
      <div className={styles.line}>
        {button(`${t('assign.title')} · A`, <IconUserPlus size={20} stroke={1.6} />, () =>
          ask('assign', about),
        )}
        {button(`${t('tag.action')} · T`, <IconTag size={20} stroke={1.6} />, () =>
          ask('tag', about),
        )}
        {button(`${t('snooze.title')} · Z`, <IconMoon size={20} stroke={1.6} />, () =>
          ask('snooze', about),
        )}
        {button(`${t('skip.action')} · S`, <IconPlayerSkipForward size={20} stroke={1.6} />, () =>
          ask('skip', about),
        )}
        {done
          ? button(`${t('reopen')} · O`, <IconArrowBackUp size={20} stroke={1.6} />, () =>
              verbs.reopen(about),
            )
          : button(`${t('resolve.action')} · E`, <IconCheck size={20} stroke={1.8} />, () =>
              verbs.resolve(about),
            )}
      </div>
    </section>
  )
}
