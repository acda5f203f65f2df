import { VisuallyHidden } from '@mantine/core'
import {
  IconCheck,
  IconClock,
  IconEar,
  IconHourglass,
  IconMoon,
  IconPlayerSkipForward,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '@/api/types'
import { NetworkGlyph } from '@/ui/network-glyph'
import { sayExactly, sayFor, sayWhen } from '@/ui/time'
import { useIsPhone } from '@/ui/use-media'
import { useNow } from '@/ui/use-now'
import styles from './thread-header.module.css'

// Where the conversation stands, in a few words.
export function StateLine({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('inbox')
  const { channel } = conversation
  return (
    <p className={styles.state}>
      <Standing conversation={conversation} />
      <span className={styles.via}>
        · <NetworkGlyph network={channel.network} size={13} labelled />{' '}
        {t('thread.to', { handle: channel.handle })}
      </span>
    </p>
  )
}

function Standing({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('inbox')
  const now = useNow()
  const phone = useIsPhone()
  const { state, waiting_since, snoozed_until, resolution, skip_reason } = conversation
  const words = [conversation.resolved_for?.name, resolution].filter(Boolean).join(' · ')
  switch (state) {
    case 'open':
      return (
        <>
          <IconClock size={14} stroke={1.9} className={styles.open} aria-hidden />
          <span
            className={styles.open}
            title={waiting_since ? sayExactly(waiting_since) : undefined}
          >
            {waiting_since ? (
              <Waits time={sayFor(now - Date.parse(waiting_since))} short={phone} />
            ) : (
              t('state.open')
            )}
          </span>
        </>
      )
    case 'waiting':
      return (
        <>
          <IconHourglass size={14} stroke={1.9} aria-hidden />
          <span>{conversation.before_rapport ? t('row.before') : t('row.theirTurn')}</span>
        </>
      )
    case 'snoozed':
      return (
        <>
          <IconMoon size={14} stroke={1.9} aria-hidden />
          <span>
            {snoozed_until
              ? t('thread.sleeps', { when: sayWhen(snoozed_until, now) })
              : t('state.snoozed')}
          </span>
        </>
      )
    case 'heard':
      return (
        <>
          <IconEar size={14} stroke={1.9} aria-hidden />
          <span>{t('state.heard')}</span>
        </>
      )
    case 'resolved':
      return (
        <>
          <IconCheck size={14} stroke={1.9} aria-hidden />
          <span>{words ? t('thread.resolvedWith', { words }) : t('state.resolved')}</span>
        </>
      )
    case 'skipped':
      return (
        <>
          <IconPlayerSkipForward size={14} stroke={1.9} aria-hidden />
          <span>{t('thread.skipped', { reason: t(`skip.${skip_reason ?? 'other'}`) })}</span>
        </>
      )
  }
}

// On a phone there is room for the time alone; the clock beside it says of what.
function Waits({ time, short }: { time: string; short: boolean }) {
  const { t } = useTranslation('inbox')
  const whole = t('thread.waits', { time })
  if (!short) return whole
  return (
    <>
      <span aria-hidden>{time}</span>
      <VisuallyHidden>{whole}</VisuallyHidden>
    </>
  )
}
