import '@/i18n/knowledge'

export { EditorScreen } from './editor/editor-screen'
export { GapsScreen } from './gaps/gaps-screen'
export { ArticlesScreen } from './list/articles-screen'
export { CategoriesScreen } from './list/categories-screen'
export { MoveScreen } from './move/move-screen'
export { SiteScreen } from './site/site-screen'
export { UsesScreen } from './uses/uses-screen'
