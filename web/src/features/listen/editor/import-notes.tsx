import { useTranslation } from 'react-i18next'
import type { ImportNote } from '@/api/listening/types'
import styles from './editor.module.css'

const order = ['dropped', 'approximated', 'kept'] as const

// What became of each operator of another tool's query: what is lost first.
export function ImportNotes({ notes }: { notes: readonly ImportNote[] }) {
  const { t } = useTranslation('listen')
  if (notes.length === 0) return null
  return (
    <div className={styles.notes} data-testid="import-notes">
      {order.map((became) => {
        const of = notes.filter((note) => note.fate === became)
        if (of.length === 0) return null
        return (
          <section key={became} data-became={became}>
            <h2 className={styles.label}>{t(`import.${became}`)}</h2>
            <ul className={styles.plainList}>
              {of.map((note, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one operator may come up more than once
                <li key={`${note.what} ${at}`}>
                  <code>{note.what}</code> {note.reason}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
