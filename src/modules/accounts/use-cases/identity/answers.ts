import { isAPIError } from 'better-auth/api';

/** better-auth throws to refuse, and to redirect: null then. A broken world still throws. */
export async function answerOrNull<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}

/** Whether better-auth accepted; its own failures (5xx) are not refusals. */
export async function answersYes(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return false;
    throw error;
  }
}
