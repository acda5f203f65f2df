import {
  IconAlertTriangle,
  IconAt,
  IconBolt,
  IconClock,
  IconMoon,
  IconPencil,
  IconSend,
  IconUsers,
} from '@tabler/icons-react'
import { memo, type MouseEvent as Press } from 'react'
import { useTranslation } from 'react-i18next'
import { isUrgent } from '@/api/conversations/view'
import { useReasonName } from '@/api/reasons'
import { useMayWrite } from '@/api/session'
import type { Id, Presence, ConversationRow as Row, RowReading } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { directionOf } from '@/ui/direction'
import { sayCovered } from '@/ui/labels'
import { TagChip } from '@/ui/tag-chip'
import { When } from '@/ui/when'
import { Faces } from '../presence/faces'
import styles from './conversation-row.module.css'

export const rowHeight = 108

interface Props {
  row: Row
  isOpen: boolean
  // The one row the Tab key stops at; the arrows and j/k do the rest.
  isStop: boolean
  isSelected: boolean
  // The Tab key stops at its box, too.
  isTickStop: boolean
  // Teammates who look at it, or are replying.
  present: Presence['members'] | undefined
  // The words of the address that say which list this is.
  search: string
  onCursor: (id: Id) => void
  // A press that is not for the browser (a new tab, say).
  onPress: (id: Id, span: boolean) => void
  // `span` ticks everything from the last ticked row up to this one.
  onTick: (id: Id, span: boolean) => void
}

// All it shows comes from its props: a key draws the rows it changes, and no others.
export const ConversationRow = memo(function ConversationRow({
  row,
  isOpen,
  isStop,
  isSelected,
  isTickStop,
  present,
  search,
  onCursor,
  onPress,
  onTick,
}: Props) {
  const { t } = useTranslation('inbox')
  const mayWrite = useMayWrite()
  // How long they have waited says when they spoke.
  const waits = row.state === 'open' && row.waiting_since
  const excerpt = sayCovered(row.excerpt, row.excerpt_labels)

  return (
    <>
      <a
        href={`/inbox/${row.id}${search}`}
        className={styles.row}
        aria-current={isOpen ? 'true' : undefined}
        tabIndex={isStop ? 0 : -1}
        data-testid="conversation-row"
        data-conversation-id={row.id}
        data-selected={isSelected || undefined}
        onFocus={() => onCursor(row.id)}
        onClick={(event) => {
          if (isForTheBrowser(event)) return
          event.preventDefault()
          onPress(row.id, event.shiftKey)
        }}
      >
        <Avatar
          name={row.lead.name}
          seed={row.lead.id}
          url={row.lead.avatar_url}
          ours={row.lead.ours}
          size={38}
          network={row.network}
        />
        <span className={styles.text}>
          <span className={styles.top}>
            <span className={styles.name}>
              <bdi>{row.lead.name || row.lead.handle}</bdi>
            </span>
            {!waits && <When at={row.last_post_at} short className={styles.when} />}
          </span>
          <span className={styles.excerpt} dir={directionOf(excerpt)}>
            {excerpt}
          </span>
          <SmallLine row={row} present={present} />
        </span>
      </a>
      {mayWrite && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={isSelected}
            tabIndex={isTickStop ? 0 : -1}
            aria-label={t('many.tick', { name: row.lead.name || row.lead.handle })}
            onChange={(event) => onTick(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
            data-testid="tick"
          />
        </label>
      )}
    </>
  )
})

const waits = (row: Row) => row.state === 'open' && row.waiting_since !== null

const isForTheBrowser = ({ ctrlKey, metaKey, altKey, button }: Press) =>
  ctrlKey || metaKey || altKey || button !== 0

// The one small line: what asks for something first, then who has it.
function SmallLine({ row, present }: { row: Row; present: Presence['members'] | undefined }) {
  const { t } = useTranslation('inbox')
  return (
    <span className={styles.small} data-owned={row.owner ? true : undefined}>
      {row.mentioned && (
        <span className={styles.waits}>
          <IconAt size={14} stroke={2} aria-hidden />
          {t('row.mentioned')}
        </span>
      )}
      {row.failed > 0 && (
        <span className={styles.bad}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden />
          {t('row.failed')}
        </span>
      )}
      {row.sending > 0 && (
        <span className={styles.mark}>
          <IconSend size={14} stroke={1.8} aria-hidden />
          {t('row.sending')}
        </span>
      )}
      {row.draft && (
        <span className={styles.mark}>
          <IconPencil size={14} stroke={1.8} aria-hidden />
          {t('row.draft')}
        </span>
      )}
      {waits(row) && isUrgent(row.reading) && (
        <span className={styles.bad} data-testid="urgent">
          <IconBolt size={14} stroke={2} aria-hidden />
          {t('reading.urgent')}
        </span>
      )}
      <Standing row={row} />
      {present && <Faces members={present} />}
      {row.people > 1 && (
        <span className={styles.people} title={t('row.people', { count: row.people })}>
          <IconUsers size={14} stroke={1.8} aria-hidden />
          <span aria-hidden>{row.people}</span>
          <span className={styles.hidden}>{t('row.people', { count: row.people })}</span>
        </span>
      )}
      <Tags tags={row.tags} />
      {row.reading && <Says reading={row.reading} />}
      {row.owner && (
        <span className={styles.owner} title={t('row.owner', { name: row.owner.name })}>
          <Avatar name={row.owner.name} seed={row.owner.id} size={20} />
          <span className={styles.hidden}>{t('row.owner', { name: row.owner.name })}</span>
        </span>
      )}
    </span>
  )
}

// The gist of what was read: what they want, else how it sounds, and why.
function Says({ reading }: { reading: RowReading }) {
  const { t } = useTranslation('inbox')
  const { sentiment, intents, reasons } = reading
  const [intent] = intents
  const reason = useReasonName(reasons[0])
  const says = [
    intent
      ? t(`reading.intent.${intent}`)
      : sentiment && sentiment !== 'neutral' && t(`reading.sentiment.${sentiment}`),
    reason,
  ].filter(Boolean)
  if (says.length === 0) return null
  return (
    <span className={styles.says} data-testid="says">
      {says.join(' · ')}
    </span>
  )
}

// One by name, the rest as a number: two cut names would tell less.
function Tags({ tags }: { tags: Row['tags'] }) {
  const shown = tags.slice(0, 1)
  const rest = tags.length - shown.length
  return (
    <>
      {shown.map((tag) => (
        <TagChip key={tag.id} tag={tag} className={styles.tag} />
      ))}
      {rest > 0 && (
        <span
          className={styles.more}
          title={tags
            .slice(shown.length)
            .map((tag) => tag.name)
            .join(', ')}
        >
          +{rest}
        </span>
      )}
    </>
  )
}

function Standing({ row }: { row: Row }) {
  const { t } = useTranslation('inbox')
  if (waits(row) && row.waiting_since) {
    return (
      <span className={styles.waits}>
        <IconClock size={14} stroke={1.8} aria-hidden />
        <span>
          {t('row.waits')} <When at={row.waiting_since} short />
        </span>
      </span>
    )
  }
  if (row.state === 'snoozed' && row.snoozed_until) {
    return (
      <span className={styles.mark}>
        <IconMoon size={14} stroke={1.8} aria-hidden />
        <When at={row.snoozed_until} />
      </span>
    )
  }
  if (row.state === 'skipped') return <span>{t(`skip.${row.skip_reason ?? 'other'}`)}</span>
  if (row.state === 'resolved')
    return (
      <span className={styles.long}>
        {row.resolution || row.resolved_for?.name || t('state.resolved')}
      </span>
    )
  // Nobody spoke to us, and nobody has taken it up.
  if (row.state === 'heard') return <span>{t('state.heard')}</span>
  if (row.before_rapport) return <span>{t('row.before')}</span>
  return <span>{t('row.theirTurn')}</span>
}
