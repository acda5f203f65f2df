// Names that a team gives to what it sorts by (tags, reasons): the list of them, and the forms to
// add, rename, merge and remove. What they do on the server is up to who draws them.

import '@/i18n/names'

export { MergeForm } from './merge-form'
export { NamedList } from './named-list'
export { Aside, NamedRow } from './named-row'
export { NewName } from './new-name'
export { RemoveForm } from './remove-form'
export { RenameForm } from './rename-form'
