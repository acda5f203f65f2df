import { IconNote } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Note } from '@/api/types'
import { When } from '@/ui/when'
import styles from './notes.module.css'

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
            {note.text}
          </p>
        </article>
      ))}
    </section>
  )
}
