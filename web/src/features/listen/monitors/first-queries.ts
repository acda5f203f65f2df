import { termOf } from '../editor/exclude'

export interface FirstQuery {
  kind: 'name' | 'complaints'
  query: string
}

// What a brand most likely wants to hear first: its name and its handles, and who is unhappy with it.
export function firstQueries(brand: string, handles: readonly string[]): FirstQuery[] {
  const names = [termOf(brand), ...handles.map((handle) => `@${handle}`)]
  const any = [...new Set(names)].slice(0, 4).join(' OR ')
  return [
    { kind: 'name', query: any },
    { kind: 'complaints', query: `${names.length > 1 ? `(${any})` : any} sentiment:negative` },
  ]
}
