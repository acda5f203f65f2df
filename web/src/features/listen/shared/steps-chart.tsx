// Columns over time. The chart is one stop of the Tab key: arrows move through its steps and say what each
// holds, Enter opens it. A pointer opens the step it is over. Its table says the same.

import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayCount } from '@/ui/say-count'
import { TableTwin } from '@/ui/table-twin'
import styles from './steps-chart.module.css'

export interface Step {
  key: string
  // "Tue, 24 Nov"
  label: string
  total: number
  // Of these so many sound bad.
  negative?: number
  // Something was unusual here.
  spike?: boolean
}

interface Props {
  title: string
  steps: readonly Step[]
  // What opens a step; none: there is nothing to open.
  onOpen?: (key: string, at: number) => void
  chosen?: string | null
  // What the columns are called in the table: "A day", "An hour".
  unit: string
  small?: boolean
}

export function StepsChart({ title, steps, onOpen, chosen, unit, small }: Props) {
  const { t } = useTranslation('listen')
  const [at, setAt] = useState<number | null>(null)
  const plot = useRef<HTMLDivElement>(null)
  const tip = useId()
  const most = Math.max(1, ...steps.map(({ total }) => total))
  const bads = steps.some(({ negative }) => negative !== undefined)
  const here = steps[at ?? steps.length - 1]
  if (!here) return null

  const says = ({ label, total, negative, spike }: Step) =>
    [
      t('chart.step', { label, count: total }),
      negative ? t('chart.negative', { count: negative }) : '',
      spike ? t('chart.spike') : '',
    ]
      .filter(Boolean)
      .join(', ')
  const stepOf = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect()
    if (!box) return null
    const share = (event.clientX - box.left) / box.width
    return Math.min(steps.length - 1, Math.max(0, Math.floor(share * steps.length)))
  }
  const open = (index: number) => {
    const step = steps[index]
    if (step) onOpen?.(step.key, index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const now = at ?? steps.length - 1
    const to = {
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      PageUp: now + 7,
      PageDown: now - 7,
      Home: 0,
      End: steps.length - 1,
    }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      setAt(Math.min(steps.length - 1, Math.max(0, to)))
    } else if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      open(now)
    }
  }

  return (
    <figure className={styles.chart} data-small={small || undefined}>
      <figcaption className={styles.caption}>
        <span>{title}</span>
        <span className={styles.said} id={tip}>
          {says(here)}
        </span>
      </figcaption>
      <div className={styles.frame}>
        <span className={styles.most} aria-hidden>
          {sayCount(most)}
        </span>
        <div
          ref={plot}
          className={styles.plot}
          role="slider"
          tabIndex={0}
          aria-label={onOpen ? `${title}. ${t('chart.how')}` : title}
          aria-valuemin={1}
          aria-valuemax={steps.length}
          aria-valuenow={(at ?? steps.length - 1) + 1}
          aria-valuetext={says(here)}
          data-opens={onOpen ? true : undefined}
          data-testid="steps-chart"
          onKeyDown={onKeyDown}
          onPointerMove={(event) => setAt(stepOf(event))}
          onPointerLeave={() => setAt(null)}
          onClick={(event) => {
            const index = stepOf(event as unknown as PointerEvent)
            if (index !== null) open(index)
          }}
        >
          {steps.map((step, index) => (
            <span
              key={step.key}
              className={styles.step}
              data-here={index === at || undefined}
              data-chosen={step.key === chosen || undefined}
              data-spike={step.spike || undefined}
            >
              <span className={styles.bar} style={{ height: `${(100 * step.total) / most}%` }}>
                {step.negative ? (
                  <span
                    className={styles.negative}
                    style={{ height: `${(100 * step.negative) / Math.max(1, step.total)}%` }}
                  />
                ) : null}
              </span>
            </span>
          ))}
        </div>
      </div>
      <div className={styles.axis} aria-hidden>
        <span>{steps[0]?.label}</span>
        <span>{steps.at(-1)?.label}</span>
      </div>
      {bads && (
        <p className={styles.legend}>
          <span className={styles.key} data-of="total" aria-hidden /> {t('chart.all')}
          <span className={styles.key} data-of="negative" aria-hidden /> {t('chart.bad')}
          {steps.some(({ spike }) => spike) && (
            <>
              <span className={styles.key} data-of="spike" aria-hidden /> {t('chart.spikes')}
            </>
          )}
        </p>
      )}
      <TableTwin
        says={t('chart.table')}
        heads={[
          { key: 'unit', name: unit },
          { key: 'posts', name: t('chart.posts') },
          ...(bads ? [{ key: 'bad', name: t('chart.bad') }] : []),
        ]}
      >
        {steps.toReversed().map((step) => (
          <tr key={step.key}>
            <th scope="row">{step.label}</th>
            <td>
              {onOpen && step.total > 0 ? (
                <button
                  type="button"
                  className={styles.open}
                  onClick={() => open(steps.indexOf(step))}
                  aria-label={t('chart.open', { label: step.label, count: step.total })}
                >
                  {step.total}
                </button>
              ) : (
                step.total
              )}
            </td>
            {bads && <td>{step.negative ?? 0}</td>}
          </tr>
        ))}
      </TableTwin>
    </figure>
  )
}
