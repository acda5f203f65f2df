import { Fragment, memo } from 'react'
import type { Entity } from '@/api/types'
import { type Mark, toMarkedSpans } from './byte-spans'
import { directionOf } from './direction'
import { profileUrl, safeUrl } from './networks'
import styles from './words.module.css'

interface Props {
  text: string
  langs: readonly string[]
  entities: readonly Entity[]
  network: string
  // Shown as with a marker pen.
  marks?: readonly Mark[]
}

const noMarks: readonly Mark[] = []

// People's words, exactly as written: text nodes only, in their own direction and language.
export const Words = memo(function Words({ text, langs, entities, network, marks }: Props) {
  return (
    <p className={styles.words} dir={directionOf(text)} lang={langs[0]}>
      {toMarkedSpans(text, entities, marks ?? noMarks).map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text never move
        <Fragment key={index}>
          {span.marked ? (
            <mark>
              <SpanText text={span.text} entity={span.entity} network={network} />
            </mark>
          ) : (
            <SpanText text={span.text} entity={span.entity} network={network} />
          )}
        </Fragment>
      ))}
    </p>
  )
})

function SpanText({
  text,
  entity,
  network,
}: {
  text: string
  entity: Entity | null
  network: string
}) {
  if (!entity) return text
  const href =
    entity.kind === 'link'
      ? safeUrl(entity.value)
      : entity.kind === 'mention'
        ? profileUrl(network, entity.value, text)
        : null
  if (!href) return <span className={styles.entity}>{text}</span>
  return (
    <a className={styles.entity} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  )
}
