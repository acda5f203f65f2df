import { Menu } from '@mantine/core'
import {
  IconBolt,
  IconCheck,
  IconChevronDown,
  IconChevronRight,
  IconClock,
  IconMessageCircleOff,
  IconMessageReply,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/choices'
import { channelsQuery } from '@/api/channels'
import {
  intents,
  isByWait,
  isOpenView,
  type ListFilter,
  type ReadingFilter,
  sentiments,
} from '@/api/conversations/view'
import { membersQuery } from '@/api/members'
import { reasonsQuery } from '@/api/reasons'
import { tagsQuery } from '@/api/tags'
import { topicsQuery } from '@/api/topics'
import { Avatar } from '@/ui/avatar'
import { NetworkGlyph } from '@/ui/network-glyph'
import { TagDot } from '@/ui/tag-chip'
import { useListChoice } from '../inbox-context'
// What is chosen shows at once.
import './filter-chips'
import styles from './filter-menu.module.css'

// What the list can be narrowed to, and what can come first in it. One of each kind.
export function FilterChoices() {
  return (
    <>
      <Order />
      <Says />
      <Channels />
      <Owners />
      <TagItems />
    </>
  )
}

// What matters comes first, unless whoever waits longest does. A search has an order of its own.
function Order() {
  const { t } = useTranslation('choices')
  const { filter, show } = useListChoice()
  if (filter.q || !isOpenView(filter.view)) return null
  return (
    <>
      <Menu.Label>{t('order.label')}</Menu.Label>
      {([undefined, 'longest'] as const).map((order) => (
        <Choice
          key={order ?? 'priority'}
          chosen={isByWait(filter) === (order === 'longest')}
          icon={order ? <IconClock size={18} stroke={1.6} /> : <IconBolt size={18} stroke={1.6} />}
          onChoose={() => show({ ...filter, order })}
        >
          {t(order ? 'order.wait' : 'order.priority')}
        </Choice>
      ))}
    </>
  )
}

// What the engine read in what they say.
function Says() {
  const { t } = useTranslation(['choices', 'inbox'])
  const { filter, show } = useListChoice()
  const { data: reasons = [], isError } = useQuery(reasonsQuery)
  const topics = useQuery(topicsQuery)
  const toggle = <K extends keyof ReadingFilter>(key: K, value: ReadingFilter[K]) => ({
    chosen: filter[key] === value,
    onChoose: () => show({ ...filter, [key]: filter[key] === value ? undefined : value }),
  })
  const standing = reasons.filter((reason) => !reason.merged_into)
  return (
    <>
      <Menu.Label>{t('says.label')}</Menu.Label>
      <Choice {...toggle('urgent', 'yes')} icon={<IconBolt size={18} stroke={1.6} />}>
        {t('inbox:reading.urgent')}
      </Choice>
      <Choice {...toggle('needs_reply', 'yes')} icon={<IconMessageReply size={18} stroke={1.6} />}>
        {t('inbox:filter.needs.yes')}
      </Choice>
      <Choice
        {...toggle('needs_reply', 'no')}
        icon={<IconMessageCircleOff size={18} stroke={1.6} />}
      >
        {t('inbox:filter.needs.no')}
      </Choice>
      <Folded title={t('says.sentiment')} by="sentiment">
        {sentiments.map((one) => (
          <Choice key={one} {...toggle('sentiment', one)}>
            {t(`inbox:reading.sentiment.${one}`)}
          </Choice>
        ))}
      </Folded>
      <Folded title={t('says.intent')} by="intent">
        {intents.map((one) => (
          <Choice key={one} {...toggle('intent', one)}>
            {t(`inbox:reading.intent.${one}`)}
          </Choice>
        ))}
      </Folded>
      <Folded title={t('says.reason')} by="reason">
        {isError && <Menu.Label>{t('says.reasonsFailed')}</Menu.Label>}
        {standing.map(({ key, name }) => (
          <Choice key={key} {...toggle('reason', key)}>
            <bdi>{name}</bdi>
          </Choice>
        ))}
      </Folded>
      <Folded title={t('says.topic')} by="topic">
        {topics.isError && <Menu.Label>{t('says.topicsFailed')}</Menu.Label>}
        {topics.data?.length === 0 && <Menu.Label>{t('says.topicsNone')}</Menu.Label>}
        {topics.data?.map(({ id, name }) => (
          <Choice key={id} {...toggle('topic', id)}>
            <bdi>{name}</bdi>
          </Choice>
        ))}
      </Folded>
    </>
  )
}

// Choices that would make the menu long: they show when asked for, or when one of them is chosen.
function Folded({
  title,
  by,
  children,
}: {
  title: string
  by: keyof ListFilter
  children: ReactNode
}) {
  const { filter } = useListChoice()
  const [open, setOpen] = useState(filter[by] !== undefined)
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <>
      <Menu.Item
        closeMenuOnClick={false}
        aria-expanded={open}
        leftSection={<Chevron size={18} stroke={1.6} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Menu.Item>
      {open && <div className={styles.folded}>{children}</div>}
    </>
  )
}

function Channels() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const { data: channels = [] } = useQuery(channelsQuery)
  if (channels.length < 2) return null
  return (
    <>
      <Menu.Label>{t('filter.channels')}</Menu.Label>
      {channels.map((channel) => {
        const chosen = filter.channel === channel.id
        return (
          <Choice
            key={channel.id}
            chosen={chosen}
            icon={<NetworkGlyph network={channel.network} size={18} labelled />}
            onChoose={() => show({ ...filter, channel: chosen ? undefined : channel.id })}
          >
            {channel.account.handle}
          </Choice>
        )
      })}
    </>
  )
}

interface ChoiceProps {
  chosen: boolean
  icon?: ReactNode
  // Stands where the tick would.
  beside?: ReactNode
  onChoose: () => void
  children: ReactNode
}

function Choice({ chosen, icon, beside, onChoose, children }: ChoiceProps) {
  const { t } = useTranslation('inbox')
  return (
    <Menu.Item
      leftSection={icon}
      rightSection={chosen ? <IconCheck size={16} aria-label={t('filter.chosen')} /> : beside}
      onClick={onChoose}
    >
      {children}
    </Menu.Item>
  )
}

// The views Mine and Nobody's yet name an owner already.
function Owners() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const { data: members = [] } = useQuery(membersQuery)
  const owners = [
    { id: 'me', name: t('filter.me'), icon: <IconUser size={18} stroke={1.6} aria-hidden /> },
    {
      id: 'nobody',
      name: t('assign.nobody'),
      icon: <IconUserOff size={18} stroke={1.6} aria-hidden />,
    },
    ...members
      .filter((member) => !member.me)
      .map((member) => ({
        id: member.id,
        name: member.name,
        icon: <Avatar name={member.name} seed={member.id} size={20} />,
      })),
  ]
  const base = filter.view === 'mine' || filter.view === 'unassigned' ? 'open' : filter.view
  const current =
    filter.view === 'mine' ? 'me' : filter.view === 'unassigned' ? 'nobody' : filter.owner
  return (
    <>
      <Menu.Label>{t('filter.owners')}</Menu.Label>
      {owners.map((owner) => {
        const chosen = current === owner.id
        return (
          <Choice
            key={owner.id}
            chosen={chosen}
            icon={owner.icon}
            onChoose={() => show({ ...filter, view: base, owner: chosen ? undefined : owner.id })}
          >
            {owner.name}
          </Choice>
        )
      })}
    </>
  )
}

function TagItems() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const { data: tags = [] } = useQuery(tagsQuery)
  if (tags.length === 0) return null
  const state = filter.view === 'mine' || filter.view === 'unassigned' ? 'open' : filter.view
  return (
    <>
      <Menu.Label>{t('tag.tags')}</Menu.Label>
      {tags.map((tag) => {
        const chosen = filter.tag === tag.id
        const count = state === 'all' || state === 'mentions' ? null : tag[state]
        return (
          <Choice
            key={tag.id}
            chosen={chosen}
            icon={<TagDot color={tag.color} />}
            beside={<span className={styles.count}>{count}</span>}
            onChoose={() => show({ ...filter, tag: chosen ? undefined : tag.id })}
          >
            <bdi>{tag.name}</bdi>
          </Choice>
        )
      })}
    </>
  )
}
