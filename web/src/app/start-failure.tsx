import { useQueryClient } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Failure } from '@/ui/failure'

// The whole screen could not be shown, usually because the server did not answer.
export function StartFailure({ error, reset }: ErrorComponentProps) {
  const cache = useQueryClient()
  const router = useRouter()
  return (
    <main style={{ display: 'flex', height: '100%' }}>
      <Failure
        error={error}
        retry={() => {
          void cache.resetQueries()
          reset()
          void router.invalidate()
        }}
      />
    </main>
  )
}
