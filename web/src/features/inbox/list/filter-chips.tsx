import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/api/channels'
import { isByWait, isTold, type ListFilter } from '@/api/conversations/view'
import { membersQuery } from '@/api/members'
import { useReasonName } from '@/api/reasons'
import { tagsQuery } from '@/api/tags'
import { useTopicName } from '@/api/topics'
import { useListChoice } from '../inbox-context'
import styles from './active-filters.module.css'

// What narrows the list, each with its way out.
export function FilterChips() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const { data: channels = [] } = useQuery({ ...channelsQuery, enabled: Boolean(filter.channel) })
  const { data: tags = [] } = useQuery({ ...tagsQuery, enabled: Boolean(filter.tag) })
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: Boolean(filter.owner) })

  const reason = useReasonName(filter.reason ?? filter.gave)
  const topic = useTopicName(filter.topic ?? filter.about)
  const { sentiment, intent, needs_reply, urgent } = filter

  const chips: { key: keyof ListFilter; label: string }[] = []
  if (isByWait(filter)) chips.push({ key: 'order', label: t('filter.longest') })
  if (urgent) chips.push({ key: 'urgent', label: t('reading.urgent') })
  if (needs_reply) chips.push({ key: 'needs_reply', label: t(`filter.needs.${needs_reply}`) })
  if (sentiment) chips.push({ key: 'sentiment', label: t(`reading.sentiment.${sentiment}`) })
  if (intent) chips.push({ key: 'intent', label: t(`reading.intent.${intent}`) })
  if (filter.reason) chips.push({ key: 'reason', label: reason ?? filter.reason })
  if (filter.topic) {
    chips.push({ key: 'topic', label: topic === null ? t('filter.topicGone') : (topic ?? '…') })
  }
  if (isTold(filter)) {
    const { gave, about, days = 30 } = filter
    const name = gave ? (reason ?? gave) : topic === null ? t('filter.topicGone') : (topic ?? '…')
    chips.push({ key: about ? 'about' : 'gave', label: t('filter.told', { name, count: days }) })
  }
  if (filter.tag) {
    const tag = tags.find((one) => one.id === filter.tag)
    chips.push({ key: 'tag', label: tag?.name ?? t('filter.tagGone') })
  }
  if (filter.owner) {
    const member = members.find((one) => one.id === filter.owner)
    const label =
      filter.owner === 'me'
        ? t('filter.me')
        : filter.owner === 'nobody'
          ? t('assign.nobody')
          : (member?.name ?? t('filter.memberGone'))
    chips.push({ key: 'owner', label })
  }
  if (filter.channel) {
    const channel = channels.find((one) => one.id === filter.channel)
    chips.push({ key: 'channel', label: channel?.account.handle ?? t('filter.channelGone') })
  }
  return (
    <ul className={styles.chips} aria-label={t('filter.active')}>
      {chips.map(({ key, label }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            onClick={() => show({ ...filter, [key]: undefined })}
            aria-label={t('filter.remove', { what: label })}
          >
            <bdi>{label}</bdi>
            <IconX size={14} stroke={2} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
