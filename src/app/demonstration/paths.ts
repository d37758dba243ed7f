export const demoPaths = {
  people: '/demo',
  messages: (page = 1) => (page > 1 ? `/demo/messages?page=${page}` : '/demo/messages'),
  message: (id: string) => `/demo/messages/${id}`,
  html: (id: string) => `/demo/messages/${id}/html`,
  calendar: (id: string) => `/demo/messages/${id}/rendez-vous.ics`,
  clock: '/demo/horloge',
  moved: (from: Temporal.Instant) => `/demo/horloge?depuis=${encodeURIComponent(from.toString())}`,
};
