import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { personQuery } from '@/api/people'
import type { Id } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { Failure } from '@/ui/failure'
import { PersonAccount } from './person-account'
import styles from './person-card.module.css'
import { PersonSkeleton } from './person-skeleton'
import { Recent } from './recent'
import { Together } from './together'

// Who is speaking: what they say of themselves and what has passed between us. No follower count
// leads here; that is not why someone deserves an answer.
export function PersonCard({ id, here }: { id: Id; here: Id | undefined }) {
  const { t } = useTranslation('inbox')
  const person = useQuery(personQuery(id))
  if (person.isPending) return <PersonSkeleton />
  if (!person.data) return <Failure error={person.error} retry={() => void person.refetch()} />

  const card = person.data
  const [first] = card.accounts
  const name = card.name || first?.handle || ''
  return (
    <section aria-label={t('person.card', { name })} data-testid="person-card">
      <Avatar
        name={name}
        seed={first?.id ?? card.id}
        url={first?.avatar_url}
        ours={first?.ours}
        size={64}
      />
      <h2 className={styles.name}>
        <bdi>{name}</bdi>
      </h2>
      {card.accounts.map((account) => (
        <PersonAccount key={account.id} account={account} person={card.id} />
      ))}
      {!first?.ours && <Together card={card} />}
      <Recent recent={card.recent} name={name} here={here} />
    </section>
  )
}
