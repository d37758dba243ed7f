/** Addresses of this module's routes. */
export const territoryPaths = {
  communes: '/api/v1/communes',
} as const;
