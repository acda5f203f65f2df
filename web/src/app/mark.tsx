// Two voices, one shape.
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Rapport">
      <rect width="32" height="32" rx="9" fill="#0f5d5b" />
      <path
        d="M11.5 8h5A3.5 3.5 0 0 1 20 11.5v2a3.5 3.5 0 0 1-3.5 3.5H13l-3.3 2.6c-.5.4-1.2 0-1.2-.6V16A3.5 3.5 0 0 1 8 13.5v-2A3.5 3.5 0 0 1 11.5 8z"
        fill="#fff"
      />
      <path
        d="M22 13.2c1.3.5 2 1.700 2 3.100v1.900c0 1.2-.5 2.2-1.3 2.800v2.3c0 .6-.7.9-1.2.6l-2.900-2.3h-3.100c-1.100 0-2.100-.5-2.700-1.3l1.2-.9h2.900c3 0 5.100-2.3 5.100-5.2z"
        fill="#9fd3cb"
      />
    </svg>
  )
}
