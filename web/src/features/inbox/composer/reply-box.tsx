import { Button, Textarea, Tooltip } from '@mantine/core'
import { IconNote, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Conversation, Id, Post } from '@/api/types'
import { textLength } from '@/ui/graphemes'
import { useIsPhone } from '@/ui/use-media'
import { AnsweredMeanwhile } from './answered-meanwhile'
import { ChannelStop } from './channel-stop'
import styles from './composer.module.css'
import { Counter } from './counter'
import { DraftState } from './draft-state'
import type { Reply } from './use-reply'
import { useSendReply } from './use-send-reply'

interface Props {
  conversation: Conversation
  posts: readonly Post[]
  reply: Reply
  onShow: (post: Id) => void
}

export function ReplyBox({ conversation, posts, reply, onShow }: Props) {
  const { t } = useTranslation('inbox')
  const sending = useSendReply(conversation, posts, reply)
  const phone = useIsPhone()
  const { channel } = conversation
  const { limits } = channel
  const to = posts.find((post) => post.id === reply.target)
  const tooLong = textLength(reply.text, limits.text_unit) > limits.text_max
  const ready = to && reply.text.trim() !== '' && !tooLong && channel.state === 'connected'
  const name = to?.author.name || to?.author.handle || ''

  return (
    <>
      {sending.meanwhile && (
        <AnsweredMeanwhile
          detail={sending.meanwhile.detail}
          onAnyway={sending.sendAnyway}
          onRead={() => {
            const newest = sending.meanwhile?.answers.at(-1)
            sending.readFirst()
            if (newest) onShow(newest)
          }}
        />
      )}
      {sending.failed && (
        <p role="alert" className={styles.problem}>
          {sending.failed}
        </p>
      )}
      <ChannelStop channel={channel} />
      <div className={styles.head}>
        <button type="button" className={styles.to} onClick={() => to && onShow(to.id)}>
          {t('composer.answering')} <bdi>{name}</bdi>
        </button>
        <Tooltip label={`${t('note.add')} · N`}>
          <button type="button" className={styles.switch} onClick={reply.note}>
            <IconNote size={16} stroke={1.7} aria-hidden />
            {t('note.short')}
          </button>
        </Tooltip>
      </div>
      <Textarea
        ref={reply.mode === 'reply' ? reply.field : undefined}
        classNames={{ input: styles.field }}
        aria-label={t('composer.field', { name })}
        placeholder={t('composer.placeholder')}
        dir="auto"
        autosize
        minRows={phone && reply.text === '' ? 1 : 2}
        maxRows={10}
        value={reply.text}
        onChange={(event) => reply.write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          if (ready) sending.send()
        }}
        data-testid="composer"
      />
      <div className={styles.foot}>
        <DraftState status={reply.status} />
        <Counter text={reply.text} limits={limits} />
        <Tooltip label={t('composer.sendKey')}>
          <Button
            data-testid="send"
            disabled={!ready}
            loading={sending.isPending}
            onClick={sending.send}
            leftSection={<IconSend size={17} stroke={1.8} />}
          >
            {t('composer.send')}
          </Button>
        </Tooltip>
      </div>
    </>
  )
}
