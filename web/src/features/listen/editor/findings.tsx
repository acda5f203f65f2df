import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './editor.module.css'
import type { Finding, Place } from './place'
import { sayFix } from './say-fix'

interface Props {
  id: string
  findings: readonly Finding[]
  onShow: (place: Place) => void
  onMend: (finding: Finding) => void
}

// What is wrong or doubtful, as a list: the same that is underlined in the field, for eyes, ears and keys.
export function Findings({ id, findings, onShow, onMend }: Props) {
  const { t } = useTranslation('listen')
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const says = [
    errors > 0 && t('editor.errors', { count: errors }),
    warnings > 0 && t('editor.warnings', { count: warnings }),
  ].filter(Boolean)
  return (
    <section aria-label={t('editor.findings')} id={id}>
      {/* Said once they change; what each says is found in the list. */}
      <p role="status" className={styles.hidden} data-testid="findings-said">
        {says.length > 0 && `${says.join(', ')}: ${findings[0]?.message}`}
      </p>
      {findings.length > 0 && (
        <ul className={styles.findings} data-testid="findings">
          {findings.map((finding, at) => {
            const { severity, message, fix, from } = finding
            const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle
            return (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same of one place
                key={`${from} ${at}`}
                className={styles.finding}
                data-severity={severity}
              >
                <Icon size={18} stroke={1.8} role="img" aria-label={t(`editor.${severity}`)} />
                <button type="button" className={styles.says} onClick={() => onShow(finding)}>
                  {message}
                  <span className={styles.hidden}> {t('editor.goTo')}</span>
                </button>
                {fix && (
                  <button type="button" className={styles.fix} onClick={() => onMend(finding)}>
                    {sayFix(fix)}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
