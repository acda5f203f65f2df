import type { ReactNode } from 'react'
import styles from './table-twin.module.css'

interface Props {
  // What it is opened by.
  says: string
  heads: readonly { key: string; name: ReactNode }[]
  // Its rows.
  children: ReactNode
}

// What a drawing shows, as a small table for whoever would rather read it.
export function TableTwin({ says, heads, children }: Props) {
  return (
    <details className={styles.twin}>
      <summary>{says}</summary>
      <div className={styles.scrolls}>
        <table>
          <thead>
            <tr>
              {heads.map(({ key, name }) => (
                <th scope="col" key={key}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  )
}
