import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCheck,
  IconMoon,
  IconPlayerSkipForward,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Conversation } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { Tip } from '@/ui/tip'
import { useInboxActions } from '../inbox-context'
import { Faces } from '../presence/faces'
import { usePresent } from '../presence/use-present'
import { useVerbs } from '../verbs/use-verbs'
import { BackButton } from './back-button'
import { HeaderTags } from './header-tags'
import { MoreMenu } from './more-menu'
import { StateLine } from './state-line'
import styles from './thread-header.module.css'

interface Props {
  conversation: Conversation
  personShown: boolean
  onTogglePerson: () => void
}

// Not drawn again while someone types below it.
export const ThreadHeader = memo(function ThreadHeader({
  conversation,
  personShown,
  onTogglePerson,
}: Props) {
  const { t } = useTranslation('inbox')
  const mayWrite = useMayWrite()
  const present = usePresent().get(conversation.id)
  const { lead, people } = conversation

  return (
    <header className={styles.header}>
      <BackButton />
      <div className={styles.title}>
        <h2 className={styles.name}>
          <button
            type="button"
            className={styles.who}
            data-look="person-name"
            onClick={onTogglePerson}
          >
            <bdi>{lead.name || lead.handle}</bdi>
          </button>
          {people > 1 && (
            <span className={styles.others} title={t('thread.others', { count: people - 1 })}>
              <span aria-hidden>+{people - 1}</span>
              <VisuallyHidden>{t('thread.others', { count: people - 1 })}</VisuallyHidden>
            </span>
          )}
          <HeaderTags conversation={conversation} />
        </h2>
        <StateLine conversation={conversation} />
      </div>
      <HeaderTags conversation={conversation} ownLine />
      {present && <Faces members={present} size={26} />}
      {mayWrite && <Actions conversation={conversation} />}
      <MoreMenu conversation={conversation} />
      <Tip label={`${personShown ? t('person.hide') : t('person.show')} · P`}>
        <ActionIcon
          className={styles.person}
          data-look="person-toggle"
          size={40}
          aria-label={personShown ? t('person.hide') : t('person.show')}
          aria-pressed={personShown}
          color={personShown ? 'teal' : 'gray'}
          onClick={onTogglePerson}
        >
          <IconUser size={20} stroke={1.6} />
        </ActionIcon>
      </Tip>
    </header>
  )
})

function Actions({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('inbox')
  const { ask } = useInboxActions()
  const verbs = useVerbs()
  const { owner, state } = conversation
  const done = state === 'resolved' || state === 'skipped'
  const assigned = owner ? t('assign.to', { name: owner.name }) : t('assign.title')

  return (
    <div className={styles.actions} data-look="sort">
      <Tip label={`${assigned} · A`}>
        <ActionIcon size={40} aria-label={assigned} onClick={() => ask('assign', [conversation])}>
          {owner ? (
            <Avatar name={owner.name} seed={owner.id} size={26} />
          ) : (
            <IconUserPlus size={20} stroke={1.6} />
          )}
        </ActionIcon>
      </Tip>
      <Tip label={`${t('snooze.title')} · Z`}>
        <ActionIcon
          size={40}
          aria-label={t('snooze.title')}
          onClick={() => ask('snooze', [conversation])}
        >
          <IconMoon size={20} stroke={1.6} />
        </ActionIcon>
      </Tip>
      {!done && (
        <Tip label={`${t('skip.action')} · S`}>
          <ActionIcon
            size={40}
            aria-label={t('skip.action')}
            onClick={() => ask('skip', [conversation])}
          >
            <IconPlayerSkipForward size={20} stroke={1.6} />
          </ActionIcon>
        </Tip>
      )}
      {done || state === 'snoozed' ? (
        <Button
          variant="default"
          className={styles.main}
          leftSection={<IconArrowBackUp size={18} stroke={1.7} />}
          onClick={() => verbs.reopen([conversation])}
        >
          {t('reopen')}
        </Button>
      ) : (
        <Tip label={`${t('resolve.action')} · E`}>
          <Button
            variant="light"
            className={styles.main}
            leftSection={<IconCheck size={18} stroke={2} />}
            onClick={() => verbs.resolve([conversation])}
          >
            {t('resolve.action')}
          </Button>
        </Tip>
      )}
    </div>
  )
}
