import 'i18next'
import type acts from './en/acts.json'
import type assist from './en/assist.json'
import type auth from './en/auth.json'
import type choices from './en/choices.json'
import type coach from './en/coach.json'
import type correction from './en/correction.json'
import type firstLook from './en/first-look.json'
import type history from './en/history.json'
import type insights from './en/insights.json'
import type knowledge from './en/knowledge.json'
import type listen from './en/listen.json'
import type names from './en/names.json'
import type places from './en/places.json'
import type post from './en/post.json'
import type reasons from './en/reasons.json'
import type remedies from './en/remedies.json'
import type resolve from './en/resolve.json'
import type settings from './en/settings.json'
import type shortcuts from './en/shortcuts.json'
import type team from './en/team.json'
import type topics from './en/topics.json'
import type voice from './en/voice.json'
import type { resources } from './index'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    // Screens of their own bring their words when they are loaded.
    resources: (typeof resources)['en'] & {
      acts: typeof acts
      assist: typeof assist
      auth: typeof auth
      choices: typeof choices
      coach: typeof coach
      correction: typeof correction
      firstLook: typeof firstLook
      history: typeof history
      insights: typeof insights
      knowledge: typeof knowledge
      listen: typeof listen
      names: typeof names
      places: typeof places
      post: typeof post
      reasons: typeof reasons
      remedies: typeof remedies
      resolve: typeof resolve
      settings: typeof settings
      shortcuts: typeof shortcuts
      team: typeof team
      topics: typeof topics
      voice: typeof voice
    }
  }
}
