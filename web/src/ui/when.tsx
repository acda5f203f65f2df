import { sayAge, sayExactly, sayWhen } from './time'
import { useNow } from './use-now'

// A moment as people say it, exact on hover. `short` is for the narrow edge of a row.
export function When({
  at,
  short,
  className,
}: {
  at: string
  short?: boolean
  className?: string
}) {
  const now = useNow()
  return (
    <time dateTime={at} title={sayExactly(at)} className={className}>
      {short ? sayAge(at, now) : sayWhen(at, now)}
    </time>
  )
}
