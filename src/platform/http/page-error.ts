export type PageErrorStatus = 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 503;

/** Ends a request with an error page. `message` is shown to the person: it says what to do next; it holds no secret. */
export class PageError extends Error {
  readonly status: PageErrorStatus;

  constructor(status: PageErrorStatus, message = '') {
    super(message);
    this.status = status;
  }
}

/** What is not there, or not yours: the answer is the same, so that nobody learns what exists. */
export function notFound(): PageError {
  return new PageError(404);
}
