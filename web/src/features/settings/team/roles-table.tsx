// What each role may do, from the server's own table and in plain words.

import { Skeleton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { rolesQuery } from '@/api/team'
import { Failure } from '@/ui/failure'
import styles from '../settings.module.css'
import team from './team.module.css'

export function RolesTable() {
  const { t } = useTranslation(['team', 'common'])
  const roles = useQuery(rolesQuery)
  if (roles.isPending) {
    return <Skeleton height={280} radius={14} role="status" aria-label={t('common:loading')} />
  }
  if (!roles.data) return <Failure error={roles.error} retry={() => void roles.refetch()} />
  const all = roles.data[0]?.permissions ?? []
  return (
    <div className={styles.card}>
      <h3 className={styles.label}>{t('roles.title')}</h3>
      <ul className={team.plain}>
        {roles.data.map(({ role }) => (
          <li key={role}>
            <strong>{t(`role.${role}`)}</strong>: {t(`roles.plain.${role}`)}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={team.scroll} tabIndex={0} aria-label={t('roles.title')}>
        <table className={team.table}>
          <thead>
            <tr>
              <th scope="col">{t('roles.permission')}</th>
              {roles.data.map(({ role }) => (
                <th key={role} scope="col">
                  {t(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map((permission) => (
              <tr key={permission}>
                <th scope="row">{t(`may.${permission}`)}</th>
                {roles.data.map(({ role, permissions }) => (
                  <td key={role}>
                    {permissions.includes(permission) ? (
                      <>
                        <IconCheck size={18} stroke={2} aria-hidden />
                        <VisuallyHidden>{t('roles.yes')}</VisuallyHidden>
                      </>
                    ) : (
                      <>
                        <IconMinus size={16} stroke={1.6} className={team.none} aria-hidden />
                        <VisuallyHidden>{t('roles.no')}</VisuallyHidden>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
