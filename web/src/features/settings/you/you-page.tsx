import '@mantine/core/styles/FloatingIndicator.css'
import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/session'
import { Avatar } from '@/ui/avatar'
import { askForFirstLook } from '@/ui/first-look'
import styles from '../settings.module.css'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { SignOut } from './sign-out'

const schemes = ['light', 'dark', 'auto'] as const

export function YouPage() {
  const { t } = useTranslation(['settings', 'common'])
  const me = useMe()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <h2 className={styles.title}>{t('you.title')}</h2>
      <p className={styles.intro}>{t('you.intro')}</p>
      <section className={styles.card} style={{ display: 'flex', alignItems: 'center', gap: 16 }}>
        <Avatar name={me.name} seed={me.id} size={52} />
        <div className={styles.tokenText}>
          <p style={{ fontWeight: 600 }}>{me.name}</p>
          <p className={styles.small}>
            {me.email} · {t(`you.role.${me.role}`)}
          </p>
        </div>
      </section>
      <NameForm key={me.name} name={me.name} />
      <section className={styles.card}>
        <h3 className={styles.label} id="scheme">
          {t('you.scheme')}
        </h3>
        <SegmentedControl
          aria-labelledby="scheme"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as (typeof schemes)[number])}
          data={schemes.map((value) => ({ value, label: t(`you.schemes.${value}`) }))}
        />
      </section>
      <Button variant="light" onClick={askForFirstLook}>
        {t('common:shell.firstLook')}
      </Button>
      <PasswordForm />
      <SignOut />
    </>
  )
}
