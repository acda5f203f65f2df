import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import { quotePost, undoAct } from '@/api/acts'
import { cardSaying } from '@/api/cards'
import { conversationQuery } from '@/api/conversations/queries'
import { sayError } from '@/api/http'
import type { Act, ActMedia, Conversation, Id, Post } from '@/api/types'
import { saidLength } from '@/ui/graphemes'
import { offerUndo, sayFailure } from '@/ui/toast'
import { uuid } from '@/ui/uuid'
import CardPreview from '../composer/card-preview'
import { Counter } from '../composer/counter'
import { firstLink } from '../composer/first-link'
import { guessLanguage } from '../composer/languages'
import AskAlt from '../composer/pictures/ask-alt'
import PictureStrip from '../composer/pictures/strip'
import { usePictures } from '../composer/pictures/use-pictures'
import { speakerFor } from '../composer/speaker-for'
import Tools from '../composer/tools'
import { Ask } from '../dialogs/ask'
import { PostQuote } from '../thread/post-quote'
import styles from './quote-dialog.module.css'

export interface QuoteStart {
  post: Post
  // A quote that was taken back: its words are still here.
  act?: Act
}

interface Props extends QuoteStart {
  conversation: Conversation
  onClose: () => void
  // Opens it again with the words of a quote that was taken back.
  onBack: (start: QuoteStart) => void
}

// A post of our own that shows theirs. Like an answer it waits a few seconds, and can be taken back.
export default function QuoteDialog({ post, act, conversation, onClose, onBack }: Props) {
  const { t } = useTranslation('acts')
  const cache = useQueryClient()
  const [text, setText] = useState(act?.text ?? '')
  const [media, setMedia] = useState<readonly ActMedia[]>(act?.media ?? [])
  const [channel, setChannel] = useState<Id | null>(act?.channel_id ?? null)
  const [lang, setLang] = useState(
    () => act?.langs[0] ?? guessLanguage(post.langs, navigator.language),
  )
  const [asking, setAsking] = useState(false)
  const [without, setWithout] = useState<string | null>(null)
  const key = useRef(uuid())
  const speaker = speakerFor(conversation, channel, post)
  const { limits } = speaker
  const pictures = usePictures(limits.image_bytes_max, (one) => setMedia((all) => [...all, one]))
  const name = post.author.name || post.author.handle
  // Beside the quoted post there are pictures or a card, never both.
  const link = media.length === 0 ? firstLink(text) : null
  const card = link === without ? null : link

  const send = useMutation({
    mutationFn: () =>
      quotePost(post.id, {
        text,
        media: media.map(({ attachment_id, alt }) => ({ attachment_id, alt })),
        channel_id: channel ?? speaker.channel_id,
        langs: lang ? [lang] : [],
        ...cardSaying(cache, speaker.channel_id, card),
        client_key: key.current,
      }),
    onSuccess: (sent) => {
      onClose()
      const refresh = () =>
        cache.invalidateQueries({ queryKey: conversationQuery(conversation.id).queryKey })
      void refresh()
      const hold = Math.max(0, Date.parse(sent.not_before) - Date.parse(sent.created_at))
      const back = () =>
        undoAct(sent.id)
          .then((undone) => onBack({ post, act: undone }))
          .catch(sayFailure)
          .finally(refresh)
      offerUndo(t('quote.goesOut'), () => void back(), {
        until: Date.now() + hold,
        testId: 'undo-quote',
      })
    },
  })

  const says = text.trim() !== '' || media.length > 0
  const ready =
    says &&
    saidLength(text, limits.text_unit) <= limits.text_max &&
    media.length <= limits.images_max &&
    pictures.adding.length === 0 &&
    speaker.state === 'connected'
  const go = () => {
    if (!ready || send.isPending) return
    if (!asking && media.some((one) => one.alt.trim() === '')) setAsking(true)
    else send.mutate()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go()
  }

  return (
    <Ask title={t('quote.title', { name })} size={560} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} {...pictures.target}>
        {asking && <AskAlt onDescribe={() => setAsking(false)} onSend={() => send.mutate()} />}
        {send.error && (
          <p role="alert" className={styles.problem}>
            {sayError(send.error)}
          </p>
        )}
        {speaker.state !== 'connected' && (
          <p role="alert" className={styles.problem}>
            {t('quote.disconnected', { handle: speaker.handle })}
          </p>
        )}
        <Textarea
          aria-label={t('quote.field')}
          placeholder={t('quote.placeholder')}
          dir="auto"
          autosize
          minRows={3}
          maxRows={10}
          value={text}
          data-autofocus
          data-testid="quote-text"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            go()
          }}
        />
        {(media.length > 0 || pictures.adding.length > 0) && (
          <PictureStrip
            media={media}
            most={limits.images_max}
            pictures={pictures}
            onChange={setMedia}
          />
        )}
        {card && (
          <CardPreview url={card} channel={speaker.channel_id} onRemove={() => setWithout(card)} />
        )}
        <PostQuote
          quoted={{
            native_id: post.id,
            author: `@${post.author.handle}`,
            text: post.text,
            entities: post.entities,
            state: 'shown',
          }}
          network={post.author.network}
        />
        <div className={styles.foot}>
          <Tools
            onPictures={limits.images_max > 0 ? pictures.add : undefined}
            lang={lang}
            onLang={setLang}
            speakers={conversation.speakers}
            speaker={speaker.channel_id}
            onSpeaker={setChannel}
          />
          <span className={styles.room} />
          <Counter text={text} limits={limits} />
          <Button type="submit" disabled={!ready} loading={send.isPending} data-testid="send-quote">
            {t('quote.go')}
          </Button>
        </div>
      </form>
    </Ask>
  )
}
