import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Presence } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import styles from './faces.module.css'

// Teammates who are here now; a pencil on those who are writing.
export function Faces({ members, size = 20 }: { members: Presence['members']; size?: number }) {
  const { t } = useTranslation('inbox')
  return (
    <span className={styles.faces} data-testid="faces">
      {members.slice(0, 3).map((member) => {
        const says = t(`presence.${member.state}`, { name: member.name })
        return (
          <span key={member.id} className={styles.face} title={says}>
            <Avatar name={member.name} seed={member.id} size={size} />
            {member.state === 'replying' && (
              <span className={styles.pencil}>
                <IconPencil size={10} stroke={2.4} aria-hidden />
              </span>
            )}
            <span className={styles.hidden}>{says}</span>
          </span>
        )
      })}
      {members.length > 3 && <span className={styles.more}>+{members.length - 3}</span>}
    </span>
  )
}
