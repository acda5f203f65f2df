import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { PersonAccount as Account, Id } from '@/api/types'
import { sayLabel } from '@/ui/labels'
import { NetworkGlyph } from '@/ui/network-glyph'
import { isReadOnly, safeUrl, sayHandle } from '@/ui/networks'
import { sayMonth } from '@/ui/time'
import styles from './person-card.module.css'

const FollowButton = lazy(() => import('./follow-button'))
const SilenceButtons = lazy(() => import('./silence-buttons'))

export function PersonAccount({ account, person }: { account: Account; person: Id }) {
  const { t } = useTranslation('inbox')
  const mayWrite = useMayWrite()
  const url = safeUrl(account.url)
  const handle = (
    <>
      <NetworkGlyph network={account.network} size={15} labelled />
      <span>{sayHandle(account.network, account.handle)}</span>
    </>
  )
  return (
    <div className={styles.account}>
      {url ? (
        <a className={styles.handle} href={url} target="_blank" rel="noopener noreferrer nofollow">
          {handle}
        </a>
      ) : (
        <span className={styles.handle}>{handle}</span>
      )}
      {account.bio && (
        <p className={styles.bio} dir="auto">
          {account.bio}
        </p>
      )}
      <ul className={styles.facts}>
        <Standing account={account} />
        {account.follows_us && <li>{t('person.followsUs')}</li>}
        {account.joined_at && <li>{t('person.joined', { month: sayMonth(account.joined_at) })}</li>}
      </ul>
      {mayWrite && !account.ours && !isReadOnly(account.network) && (
        <div className={styles.ties}>
          <Suspense>
            <FollowButton account={account} person={person} />
            <SilenceButtons account={account} />
          </Suspense>
        </div>
      )}
    </div>
  )
}

// What somebody should know before they write: whether anybody can read it.
function Standing({ account }: { account: Account }) {
  const { t } = useTranslation('inbox')
  const facts = [
    account.standing !== 'active' && t(`standing.${account.standing}`),
    account.blocks_us && t('standing.blocksUs'),
    account.muted !== 'no' && t('silence.muted'),
    account.blocked !== 'no' && t('silence.blocked'),
    ...account.labels.map((label) => sayLabel(label)),
  ].filter((fact) => fact !== false)
  return facts.map((fact) => (
    <li key={fact} className={styles.warning}>
      {fact}
    </li>
  ))
}
