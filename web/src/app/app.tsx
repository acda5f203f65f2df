import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { makeQueryClient } from '@/api/query-client'
import { sessionQuery } from '@/api/session'
import { makeRouter } from './router'
import { cssVariables, schemeManager, theme } from './theme'

const cache = makeQueryClient(() => {
  if (cache.getQueryData(sessionQuery.queryKey)?.state !== 'signed_in') return
  void cache.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => router.invalidate())
})
const router = makeRouter(cache)

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <Notifications
        position="bottom-center"
        limit={3}
        containerWidth={420}
        transitionDuration={120}
      />
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
