import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onMovedOn, onSignedOut } from '@/api/http'
import { makeQueryClient } from '@/api/query-client'
import { sessionQuery } from '@/api/session'
import { beginAfresh, onTabMoved } from '@/api/tabs'
import { onFirstToast } from '@/ui/toast'
import { makeRouter } from './router'
import { cssVariables, schemeManager, theme } from './theme'

const cache = makeQueryClient()
const router = makeRouter(cache)

// A session that ended leads to the door; what was being written is kept on this device.
onSignedOut(() => {
  if (cache.getQueryData(sessionQuery.queryKey)?.state !== 'signed_in') return
  void cache.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => router.invalidate())
})

// The session is in another workspace: nothing of this page's memory goes along.
onMovedOn(beginAfresh)
onTabMoved(beginAfresh)

const Toasts = lazy(() => import('@/ui/toasts'))

function ToastHost() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => onFirstToast(() => setWanted(true)), [])
  return wanted ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null
}

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <ToastHost />
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
