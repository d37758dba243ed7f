/** What a log line may hold of an error. */
export type LoggedError = Readonly<{
  type: string;
  /** Empty but for faults of the program itself: other messages repeat what was typed, a query's values or a recipient. */
  message: string;
  /** Of PostgreSQL, of the system or of Fastify. */
  code?: string;
  /** The constraint that refused a write. */
  constraint?: string;
  /** Where, without the message that a stack begins with. */
  stack: string;
  cause?: unknown;
}>;

const OF_THE_PROGRAM = new Set(['TypeError', 'ReferenceError']);

/** Who, what was typed and where it was sent stay out of the logs: a failed query's message holds its values. */
export function errorForLog(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const type = error.constructor.name;
  return {
    type,
    message: OF_THE_PROGRAM.has(type) ? error.message : '',
    ...textOf(error, 'code'),
    ...textOf(error, 'constraint'),
    stack: framesOf(error),
    ...(error.cause instanceof Error ? { cause: errorForLog(error.cause) } : {}),
  };
}

function textOf(error: Error, name: 'code' | 'constraint'): Partial<Record<typeof name, string>> {
  const value: unknown = (error as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? { [name]: value } : {};
}

function framesOf(error: Error): string {
  const message = `${error.name}: ${error.message}`;
  const stack = error.stack ?? '';
  const rest = stack.startsWith(message) ? stack.slice(message.length) : stack;
  return rest
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim())
    .join('\n');
}
