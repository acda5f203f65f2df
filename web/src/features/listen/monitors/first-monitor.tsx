import { IconEar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/api/channels'
import { useWorkspace } from '@/api/session'
import { Empty } from '@/ui/empty'
import { keepWritten } from '../editor/kept'
import listen from '../shared/listen.module.css'
import { useMayListen } from '../shared/use-may-listen'
import { firstQueries } from './first-queries'
import styles from './monitors.module.css'

// Nothing is listened for yet: what it is good for, and a query to begin with.
export function FirstMonitor() {
  const { t } = useTranslation('listen')
  const mayListen = useMayListen()
  const { name } = useWorkspace()
  const { data: channels = [] } = useQuery(channelsQuery)
  const examples = firstQueries(
    name,
    channels.map(({ account }) => account.handle),
  )
  return (
    <section className={listen.card} data-testid="first-monitor">
      <Empty icon={<IconEar size={26} stroke={1.6} />} title={t('first.title')}>
        <p style={{ margin: '0 0 16px' }}>{t(mayListen ? 'first.body' : 'first.others')}</p>
      </Empty>
      {mayListen && (
        <ul className={styles.examples}>
          {examples.map(({ kind, query }) => (
            <li key={kind}>
              <Link
                to="/listen/new"
                className={styles.example}
                onClick={() =>
                  keepWritten(null, {
                    name: t(`first.names.${kind}`, { brand: name }),
                    query,
                    colour: 'teal',
                    paused: false,
                    dialect: null,
                  })
                }
              >
                <span>{t(`first.says.${kind}`)}</span>
                <code>{query}</code>
                <span className={styles.begin}>{t('first.begin')}</span>
              </Link>
            </li>
          ))}
          <li>
            <Link to="/listen/new" className={styles.blank} data-testid="new-monitor">
              {t('first.blank')}
            </Link>
          </li>
        </ul>
      )}
    </section>
  )
}
