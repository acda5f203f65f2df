// Which address shows which screen. Each screen is a chunk of its own.

import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { type FilterSearch, intents, sentiments, views } from '@/api/conversations/view'
import type { ArticleFilter } from '@/api/knowledge/articles'
import { articleStatuses } from '@/api/knowledge/types'
import type { HeardFilter } from '@/api/listening/monitors'
import { sessionQuery } from '@/api/session'
import type { Session } from '@/api/types'
import { NotFound } from './not-found'
import { Shell } from './shell'
import { ShellSkeleton } from './shell-skeleton'
import { StartFailure } from './start-failure'

const root = createRootRouteWithContext<{ cache: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: StartFailure,
})

const home = { signed_in: '/inbox', signed_out: '/sign-in', setup: '/setup' } as const

// Lets through whoever belongs on this side of the door and shows the others where to go.
async function onlyWhen(state: Session['state'], cache: QueryClient): Promise<void> {
  const session = await cache.ensureQueryData(sessionQuery)
  if (session.state !== state) throw redirect({ to: home[session.state] })
}

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  beforeLoad: ({ context }) => onlyWhen('signed_out', context.cache),
  component: lazyRouteComponent(() => import('@/features/auth'), 'SignInScreen'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { code?: string } => ({
    code: search.code === undefined ? undefined : String(search.code),
  }),
  beforeLoad: ({ context }) => onlyWhen('setup', context.cache),
  component: lazyRouteComponent(() => import('@/features/auth'), 'SetupScreen'),
})

// For whoever holds a link, signed in or not.
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('@/features/auth'), 'JoinScreen'),
})

const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  beforeLoad: ({ context }) => onlyWhen('signed_in', context.cache),
  component: Shell,
  pendingComponent: ShellSkeleton,
})

export interface InboxSearch extends FilterSearch {
  // A saved view, instead of all the others.
  saved?: string
}

const word = (value: unknown) => (value ? String(value) : undefined)
const daysOf = (value: unknown) => {
  const days = Number(value)
  return days >= 1 && days <= 366 ? Math.floor(days) : undefined
}

const inbox = createRoute({
  getParentRoute: () => desk,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): InboxSearch => ({
    view: views.find((view) => view === search.view && view !== 'open'),
    owner: word(search.owner),
    tag: word(search.tag),
    channel: word(search.channel),
    q: word(search.q),
    sentiment: sentiments.find((one) => one === search.sentiment),
    intent: intents.find((one) => one === search.intent),
    reason: word(search.reason),
    topic: word(search.topic),
    needs_reply: (['yes', 'no'] as const).find((one) => one === search.needs_reply),
    urgent: search.urgent === 'yes' ? 'yes' : undefined,
    order: (['relevance', 'longest'] as const).find((one) => one === search.order),
    gave: word(search.gave),
    about: word(search.about),
    days: daysOf(search.days),
    saved: word(search.saved),
  }),
  component: lazyRouteComponent(() => import('@/features/inbox'), 'InboxScreen'),
})

const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '$conversationId',
  component: () => null,
})

const numbered = (value: unknown) => (/^\d+$/.test(String(value)) ? String(value) : undefined)

const listen = createRoute({
  getParentRoute: () => desk,
  path: '/listen',
})

const monitors = createRoute({
  getParentRoute: () => listen,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { days?: number } => ({
    days: daysOf(search.days),
  }),
  component: lazyRouteComponent(() => import('@/features/listen'), 'MonitorsScreen'),
})

const newMonitor = createRoute({
  getParentRoute: () => listen,
  path: 'new',
  component: lazyRouteComponent(() => import('@/features/listen'), 'EditorScreen'),
})

const coverage = createRoute({
  getParentRoute: () => listen,
  path: 'coverage',
  component: lazyRouteComponent(() => import('@/features/listen'), 'CoverageScreen'),
})

const alerts = createRoute({
  getParentRoute: () => listen,
  path: 'alerts',
  component: lazyRouteComponent(() => import('@/features/listen'), 'AlertsScreen'),
})

// One monitor, or "all". The address says which of its posts are shown.
const monitor = createRoute({
  getParentRoute: () => listen,
  path: '$monitorId',
  validateSearch: (search: Record<string, unknown>): HeardFilter => ({
    days: daysOf(search.days),
    from: word(search.from),
    to: word(search.to),
    sentiment: sentiments.find((one) => one === search.sentiment),
    reason: word(search.reason),
    language: word(search.language),
    author: numbered(search.author),
    network: word(search.network),
    site: word(search.site),
    link: word(search.link),
    state: word(search.state),
    skip_reason: word(search.skip_reason),
  }),
  component: lazyRouteComponent(() => import('@/features/listen'), 'MonitorScreen'),
})

const editMonitor = createRoute({
  getParentRoute: () => listen,
  path: '$monitorId/edit',
  component: lazyRouteComponent(() => import('@/features/listen'), 'EditorScreen'),
})

const knowledge = createRoute({
  getParentRoute: () => desk,
  path: '/knowledge',
})

const articles = createRoute({
  getParentRoute: () => knowledge,
  path: '/',
  validateSearch: (search: Record<string, unknown>): ArticleFilter => ({
    q: word(search.q),
    kind: (['article', 'resource'] as const).find((one) => one === search.kind),
    status: articleStatuses.find((one) => one === search.status),
    category: numbered(search.category),
    language: word(search.language),
    review: search.review === 'due' ? 'due' : undefined,
  }),
  component: lazyRouteComponent(() => import('@/features/knowledge'), 'ArticlesScreen'),
})

const gaps = createRoute({
  getParentRoute: () => knowledge,
  path: 'gaps',
  component: lazyRouteComponent(() => import('@/features/knowledge'), 'GapsScreen'),
})

const categories = createRoute({
  getParentRoute: () => knowledge,
  path: 'categories',
  component: lazyRouteComponent(() => import('@/features/knowledge'), 'CategoriesScreen'),
})

const move = createRoute({
  getParentRoute: () => knowledge,
  path: 'move',
  component: lazyRouteComponent(() => import('@/features/knowledge'), 'MoveScreen'),
})

const site = createRoute({
  getParentRoute: () => knowledge,
  path: 'site',
  component: lazyRouteComponent(() => import('@/features/knowledge'), 'SiteScreen'),
})

export interface NewArticleSearch {
  kind?: 'resource'
  // What it says in another language, and in which.
  of?: string
  language?: string
}

// One article, or "new".
const article = createRoute({
  getParentRoute: () => knowledge,
  path: '$articleId',
  validateSearch: (search: Record<string, unknown>): NewArticleSearch => ({
    kind: search.kind === 'resource' ? 'resource' : undefined,
    of: numbered(search.of),
    language: word(search.language),
  }),
  component: lazyRouteComponent(() => import('@/features/knowledge'), 'EditorScreen'),
})

const uses = createRoute({
  getParentRoute: () => knowledge,
  path: '$articleId/uses',
  component: lazyRouteComponent(() => import('@/features/knowledge'), 'UsesScreen'),
})

const insights = createRoute({
  getParentRoute: () => desk,
  path: '/insights',
  validateSearch: (search: Record<string, unknown>): { days?: number; fixed?: string } => {
    return { days: daysOf(search.days), fixed: numbered(search.fixed) }
  },
})

const insightsIndex = createRoute({
  getParentRoute: () => insights,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/insights/reasons' })
  },
})

const reasons = createRoute({
  getParentRoute: () => insights,
  path: 'reasons',
  component: lazyRouteComponent(() => import('@/features/insights'), 'ReasonsScreen'),
})

const topics = createRoute({
  getParentRoute: () => insights,
  path: 'topics',
  component: lazyRouteComponent(() => import('@/features/insights'), 'TopicsScreen'),
})

// Where a network sends the browser back to.
const comeBack = createRoute({
  getParentRoute: () => desk,
  path: '/oauth/callback',
  component: lazyRouteComponent(() => import('@/features/settings/channels/come-back'), 'ComeBack'),
})

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/settings'), 'SettingsScreen'),
})

const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/channels' })
  },
})

const channels = createRoute({
  getParentRoute: () => settings,
  path: 'channels',
  component: lazyRouteComponent(() => import('@/features/settings'), 'ChannelsPage'),
})

const tags = createRoute({
  getParentRoute: () => settings,
  path: 'tags',
  component: lazyRouteComponent(() => import('@/features/settings'), 'TagsPage'),
})

const learning = createRoute({
  getParentRoute: () => settings,
  path: 'learning',
  component: lazyRouteComponent(() => import('@/features/settings'), 'LearningPage'),
})

const voice = createRoute({
  getParentRoute: () => settings,
  path: 'voice',
  component: lazyRouteComponent(() => import('@/features/settings/voice'), 'VoicePage'),
})

const tokens = createRoute({
  getParentRoute: () => settings,
  path: 'tokens',
  component: lazyRouteComponent(() => import('@/features/settings'), 'TokensPage'),
})

const you = createRoute({
  getParentRoute: () => settings,
  path: 'you',
  component: lazyRouteComponent(() => import('@/features/settings'), 'YouPage'),
})

const team = createRoute({
  getParentRoute: () => settings,
  path: 'team',
  component: lazyRouteComponent(() => import('@/features/settings'), 'TeamPage'),
})

const workspace = createRoute({
  getParentRoute: () => settings,
  path: 'workspace',
  component: lazyRouteComponent(() => import('@/features/settings'), 'WorkspacePage'),
})

const audit = createRoute({
  getParentRoute: () => settings,
  path: 'audit',
  component: lazyRouteComponent(() => import('@/features/settings'), 'AuditPage'),
})

const tree = root.addChildren([
  index,
  signIn,
  setup,
  join,
  desk.addChildren([
    inbox.addChildren([conversation]),
    listen.addChildren([monitors, newMonitor, coverage, alerts, monitor, editMonitor]),
    comeBack,
    knowledge.addChildren([articles, gaps, categories, move, site, article, uses]),
    insights.addChildren([insightsIndex, reasons, topics]),
    settings.addChildren([
      settingsIndex,
      channels,
      tags,
      learning,
      voice,
      team,
      workspace,
      tokens,
      audit,
      you,
    ]),
  ]),
])

export function makeRouter(cache: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { cache },
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    // Ids are decimal strings; the default would turn them into numbers and lose digits.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const set = Object.entries(search).filter(([, value]) => value !== undefined)
      return set.length === 0 ? '' : `?${new URLSearchParams(set as [string, string][])}`
    },
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
