import { Button } from '@mantine/core'
import { IconNote, IconSend } from '@tabler/icons-react'
import { CatchBoundary } from '@tanstack/react-router'
import { lazy, memo, Suspense, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHasAssistant } from '@/api/session'
import type { Conversation, Id, Post } from '@/api/types'
import { saidLength } from '@/ui/graphemes'
import { Tip } from '@/ui/tip'
import { useIsPhone } from '@/ui/use-media'
import { AnsweredMeanwhile } from './answered-meanwhile'
import { ChannelStop } from './channel-stop'
import type TheCoach from './coach/coach'
import styles from './composer.module.css'
import { Counter } from './counter'
import { DraftState } from './draft-state'
import type { ReplyEditor } from './editor/editor'
import { firstLink } from './first-link'
import { usePictures } from './pictures/use-pictures'
import { ReplyField } from './reply-field'
import { speakerFor } from './speaker-for'
import { useGuessedLanguage } from './use-guessed-language'
import type { Reply } from './use-reply'
import { useSendReply } from './use-send-reply'

const Tools = lazy(() => import('./tools'))
const PictureStrip = lazy(() => import('./pictures/strip'))
const CardPreview = lazy(() => import('./card-preview'))
const AskAlt = lazy(() => import('./pictures/ask-alt'))
const Assist = lazy(() => import('./assist/assist'))
// Nobody needs it to answer: where it does not come, its place stays empty.
const Coach = lazy<typeof TheCoach>(() =>
  import('./coach/coach').catch(() => ({ default: memo(() => null) as typeof TheCoach })),
)

const Nothing = () => null

interface Props {
  conversation: Conversation
  posts: readonly Post[]
  reply: Reply
  onShow: (post: Id) => void
}

export function ReplyBox({ conversation, posts, reply, onShow }: Props) {
  const { t } = useTranslation('inbox')
  const hasAssistant = useHasAssistant()
  const [without, setWithout] = useState<string | null>(null)
  const [editor, setEditor] = useState<ReplyEditor | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const holds = useRef(() => false)
  // A post shows pictures or a card, never both.
  const link = reply.media.length === 0 ? firstLink(reply.text) : null
  const card = link === without ? null : link
  const phone = useIsPhone()
  const to = posts.find((post) => post.id === reply.target)
  const speaker = speakerFor(conversation, reply.draft.channel_id, to)
  const sending = useSendReply(conversation, posts, reply, card, speaker.channel_id)
  const { limits } = speaker
  const pictures = usePictures(limits.image_bytes_max, (one) =>
    reply.change((draft) => ({ media: [...(draft.media ?? []), one] })),
  )
  const lang = reply.draft.langs?.[0] ?? ''
  const { change } = reply
  const setLang = useCallback(
    (code: string) => change(() => ({ langs: code ? [code] : [] })),
    [change],
  )
  const setSpeaker = useCallback((channel_id: Id) => change(() => ({ channel_id })), [change])
  useGuessedLanguage(reply, to)
  const answered = to?.author.ours ? '' : to?.author.handle
  const tooLong = saidLength(reply.text, limits.text_unit, answered) > limits.text_max
  const says = reply.text.trim() !== '' || reply.media.length > 0
  const fits = !tooLong && reply.media.length <= limits.images_max && pictures.adding.length === 0
  const ready = to && says && fits && speaker.state === 'connected'
  // The brand may ask that what must be mended is, first.
  const send = () => {
    if (!holds.current()) sending.send()
  }
  const name = to?.author.name || to?.author.handle || ''

  return (
    <div
      ref={box}
      className={styles.box}
      data-over={pictures.over || undefined}
      {...pictures.target}
    >
      <div>
        {sending.askAlt && (
          <Suspense>
            <AskAlt
              onDescribe={() => {
                sending.describe()
                document.querySelector<HTMLElement>('[data-testid="alt"]')?.focus()
              }}
              onSend={sending.send}
            />
          </Suspense>
        )}
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
        <ChannelStop network={conversation.network} speaker={speaker} />
      </div>
      <div className={styles.main}>
        <div className={styles.head}>
          <button type="button" className={styles.to} onClick={() => to && onShow(to.id)}>
            {t('composer.answering')} <bdi>{name}</bdi>
          </button>
          <Tip label={`${t('note.add')} · N`}>
            <button type="button" className={styles.switch} onClick={reply.note}>
              <IconNote size={16} stroke={1.7} aria-hidden />
              {t('note.short')}
            </button>
          </Tip>
        </div>
        <ReplyField
          ref={reply.mode === 'reply' ? reply.field : undefined}
          label={t('composer.field', { name })}
          hint={t('composer.placeholder')}
          rows={phone && reply.text === '' ? 1 : 2}
          most={10}
          value={reply.text}
          onChange={reply.write}
          onSend={() => {
            if (ready) send()
          }}
          onEditor={setEditor}
        />
        {(reply.media.length > 0 || pictures.adding.length > 0) && (
          <Suspense>
            <PictureStrip
              media={reply.media}
              most={limits.images_max}
              pictures={pictures}
              onChange={(change) => reply.change((draft) => ({ media: change(draft.media ?? []) }))}
            />
          </Suspense>
        )}
        {card && (
          <div className={styles.card}>
            <Suspense>
              <CardPreview
                url={card}
                channel={speaker.channel_id}
                onRemove={() => setWithout(card)}
              />
            </Suspense>
          </div>
        )}
      </div>
      {hasAssistant && to && !to.author.ours && (
        <Suspense>
          <Assist
            conversation={conversation.id}
            post={to.id}
            text={reply.text}
            write={reply.write}
          />
        </Suspense>
      )}
      <div className={styles.foot}>
        <Suspense>
          <Tools
            onPictures={limits.images_max > 0 ? pictures.add : undefined}
            lang={lang}
            onLang={setLang}
            speakers={conversation.speakers}
            speaker={speaker.channel_id}
            onSpeaker={setSpeaker}
          />
        </Suspense>
        <DraftState status={reply.status} />
        <Counter text={reply.text} limits={limits} answered={answered} />
        <Tip label={t('composer.sendKey')}>
          <Button
            data-testid="send"
            disabled={!ready}
            loading={sending.isPending}
            onClick={send}
            leftSection={<IconSend size={17} stroke={1.8} />}
          >
            {t('composer.send')}
          </Button>
        </Tip>
      </div>
      <Suspense fallback={<div className={styles.coming} />}>
        {editor && to ? (
          // What goes wrong in it takes nobody's answer away.
          <CatchBoundary getResetKey={() => to.id} errorComponent={Nothing}>
            <Coach
              view={editor.view}
              box={box}
              holds={holds}
              conversation={conversation.id}
              post={to}
              channel={speaker.channel_id}
              media={reply.media}
              card={card}
              onShow={onShow}
            />
          </CatchBoundary>
        ) : (
          <div className={styles.coming} />
        )}
      </Suspense>
    </div>
  )
}
