// What the answers of listening are kept under. By themselves: every screen's stream of news knows them.

export const monitorsKey = ['listening', 'monitors'] as const
export const monitorListKey = [...monitorsKey, 'list'] as const
export const newestKey = [...monitorsKey, 'newest'] as const
export const heardKey = ['heard'] as const
export const coverageKey = ['listening', 'coverage'] as const
export const alertsKey = ['listening', 'alerts'] as const
