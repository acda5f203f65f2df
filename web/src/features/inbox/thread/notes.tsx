import { IconNote } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/session'
import type { Note } from '@/api/types'
import { toSpans } from '@/ui/byte-spans'
import { When } from '@/ui/when'
import styles from './notes.module.css'

// Names of teammates stand out, one's own most of all.
function NoteText({ note }: { note: Note }) {
  const me = useMe().id
  const entities = note.mentions.map(({ member_id, begin, end }) => ({
    kind: 'mention' as const,
    begin,
    end,
    value: member_id,
  }))
  return toSpans(note.text, entities).map(({ text, entity }, index) =>
    entity ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: spans of one text never move
      <span key={index} className={styles.mention} data-me={entity.value === me || undefined}>
        {text}
      </span>
    ) : (
      text
    ),
  )
}

// What the team told each other. Never leaves the house, and looks it.
export function Notes({ notes }: { notes: readonly Note[] }) {
  const { t } = useTranslation('inbox')
  if (notes.length === 0) return null
  return (
    <section className={styles.notes} aria-label={t('note.title')}>
      {notes.map((note) => (
        <article key={note.id} className={styles.note}>
          <header className={styles.line}>
            <IconNote size={15} stroke={1.8} aria-hidden />
            <bdi className={styles.name}>{note.by.name}</bdi>
            <When at={note.created_at} />
            <span>· {t('note.team')}</span>
          </header>
          <p className={styles.text} dir="auto">
            <NoteText note={note} />
          </p>
        </article>
      ))}
    </section>
  )
}
