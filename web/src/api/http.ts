// One way to ask the server: JSON in, JSON out, every failure an ApiError whose `detail` may be shown.

import { t } from 'i18next'
import type { Problem } from './types'

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    readonly detail: string,
    readonly field: string | null = null,
    readonly answers: readonly string[] = [],
  ) {
    super(detail)
    this.name = 'ApiError'
  }
}

export type Query = Record<string, string | number | null | undefined>

interface Options {
  // A Blob goes out as it is, everything else as JSON.
  body?: unknown
  query?: Query
  signal?: AbortSignal
  // Lets the request outlive the page: the last words of a draft when a tab closes.
  keepalive?: boolean
}

let csrf: string | null = null

export function rememberCsrf(token: string | null): void {
  csrf = token
}

let workspace: string | null = null

// Where this page is. Every request says so, and the server answers none from another workspace: the
// session may have moved on in another tab.
export function rememberWorkspace(id: string | null): void {
  workspace = id
}

export function currentWorkspace(): string | null {
  return workspace
}

let movedOn = () => {}

// `run` is called when this browser's session is in another workspace than this page.
export function onMovedOn(run: () => void): void {
  movedOn = run
}

export function sayMovedOn(): void {
  movedOn()
}

let signedOut = () => {}

// `run` is called whenever the server no longer knows who asks.
export function onSignedOut(run: () => void): void {
  signedOut = run
}

export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  const file = options.body instanceof Blob ? options.body : null
  if (options.body !== undefined) headers['Content-Type'] = file?.type ?? 'application/json'
  if (method !== 'GET' && csrf) headers['X-CSRF-Token'] = csrf
  if (workspace) headers['X-Workspace'] = workspace

  let response: Response
  try {
    response = await fetch(path + queryString(options.query), {
      method,
      headers,
      body: file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      signal: options.signal,
      keepalive: options.keepalive,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new ApiError(0, 'offline', t('common:error.offline'))
  }
  if (response.status === 401) signedOut()
  if (!response.ok) {
    const error = await failure(response)
    if (error.kind === 'elsewhere') movedOn()
    throw error
  }
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function failure(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null
  return new ApiError(
    response.status,
    problem?.kind ?? (response.status >= 502 ? 'unavailable' : 'internal'),
    problem?.detail || t('common:error.server'),
    problem?.field ?? null,
    problem?.answers ?? [],
  )
}

function queryString(query: Query = {}): string {
  const set = Object.entries(query).filter(([, value]) => value !== null && value !== undefined)
  if (set.length === 0) return ''
  return `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`
}

// What a person may read about any failure.
export function sayError(error: unknown): string {
  return error instanceof ApiError ? error.detail : t('common:error.ours')
}
