import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Id } from '@/api/types'
import styles from './replying-line.module.css'
import { usePresent } from './use-present'

// Says who else is writing an answer here. It keeps nobody from answering.
export function ReplyingLine({ conversation }: { conversation: Id }) {
  const { t } = useTranslation('inbox')
  const writing = (usePresent().get(conversation) ?? []).filter(
    (member) => member.state === 'replying',
  )
  const [first, ...others] = writing
  return (
    <p role="status" className={styles.line} data-testid="replying">
      {first && (
        <>
          <IconPencil size={15} stroke={1.8} aria-hidden />
          {others.length === 0
            ? t('presence.replying', { name: first.name })
            : t('presence.several', { name: first.name, count: others.length })}
        </>
      )}
    </p>
  )
}
