import { ApiError, sayError } from '@/api/http'

// The words for one field, when the server named it.
export function fieldError(error: unknown, field: string): string | undefined {
  return error instanceof ApiError && error.field === field ? error.detail : undefined
}

// The words for the whole form, when no field of it was named.
export function formError(error: unknown, fields: readonly string[]): string | undefined {
  if (!error) return undefined
  if (error instanceof ApiError && error.field && fields.includes(error.field)) return undefined
  return sayError(error)
}
