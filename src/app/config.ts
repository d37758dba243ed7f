import { z } from 'zod';
import { fr } from 'zod/locales';

// Messages that nobody wrote are French too.
z.config(fr());

/** A setting that is missing or wrong, said in one line to whoever starts the program. */
export class ConfigError extends Error {}

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const count = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const schema = z.object({
  /** `demonstration` loads invented people and shows `/demo`; `production` refuses to start with a secret missing. */
  CAIRN_MODE: z
    .enum(['demonstration', 'development', 'production', 'test'])
    .default('demonstration'),
  PORT: port.default(3000),
  HOST: text.default('localhost'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: count(10),
  DATABASE_WAIT: count(10),
  DATA_DIR: text.default('.data'),
  AUTH_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.default('Cairn <ne-pas-repondre@cairn.example>'),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_KEY: text.optional(),
  SMS_FROM: text.default('Cairn'),
  TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  LIMIT_READ: count(300),
  LIMIT_WRITE: count(60),
  LIMIT_SIGN_IN: count(10),
});

export interface Config {
  readonly mode: 'demonstration' | 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  /** Without a final slash. */
  readonly baseUrl: string;
  readonly database: {
    /** Null: the embedded server is started. */
    readonly url: string | null;
    readonly ownerUrl: string | null;
    readonly poolSize: number;
    /** Seconds that a request waits for a connection before it is told to come back. */
    readonly waitSeconds: number;
  };
  readonly dataDir: string;
  readonly authSecret: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly sms: { readonly url: string; readonly key: string | null } | null;
  readonly smsFrom: string;
  readonly trustProxy: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Requests a minute for one address. */
  readonly limits: { readonly read: number; readonly write: number; readonly signIn: number };
}

type Raw = z.output<typeof schema>;

/** A secret known to everyone: good enough where nothing is real. */
const DEMONSTRATION_SECRET = 'the demonstration keeps no secret: invented people only';

/** Reads the environment once. Throws a ConfigError that names the setting and says what it wants. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const reading = schema.safeParse(given);
  if (!reading.success) {
    const [issue] = reading.error.issues;
    throw new ConfigError(
      `réglage ${issue?.path.join('.') ?? ''} : ${issue?.message ?? 'invalide'}`,
    );
  }
  const raw = reading.data;
  if (raw.CAIRN_MODE === 'production') requireProductionSettings(raw);
  return shape(raw);
}

function requireProductionSettings(raw: Raw): void {
  for (const name of ['DATABASE_URL', 'BASE_URL', 'AUTH_SECRET', 'SMTP_URL'] as const) {
    if (!raw[name])
      throw new ConfigError(`réglage ${name} : obligatoire en production, sans valeur par défaut`);
  }
  if (!raw.BASE_URL?.startsWith('https://')) {
    throw new ConfigError('réglage BASE_URL : en production, l’adresse commence par https://');
  }
}

function shape(raw: Raw): Config {
  return {
    mode: raw.CAIRN_MODE,
    port: raw.PORT,
    host: raw.HOST,
    baseUrl: (raw.BASE_URL ?? `http://localhost:${raw.PORT}`).replace(/\/+$/, ''),
    database: {
      url: raw.DATABASE_URL ?? null,
      ownerUrl: raw.DATABASE_OWNER_URL ?? raw.DATABASE_URL ?? null,
      poolSize: raw.DATABASE_POOL,
      waitSeconds: raw.DATABASE_WAIT,
    },
    dataDir: raw.DATA_DIR,
    authSecret: raw.AUTH_SECRET ?? DEMONSTRATION_SECRET,
    smtpUrl: raw.SMTP_URL ?? null,
    mailFrom: raw.MAIL_FROM,
    sms: raw.SMS_GATEWAY_URL
      ? { url: raw.SMS_GATEWAY_URL, key: raw.SMS_GATEWAY_KEY ?? null }
      : null,
    smsFrom: raw.SMS_FROM,
    trustProxy: raw.TRUST_PROXY === 'yes',
    // A newcomer reads the welcome, not the log.
    logLevel: raw.LOG_LEVEL ?? (raw.CAIRN_MODE === 'demonstration' ? 'warn' : 'info'),
    limits: { read: raw.LIMIT_READ, write: raw.LIMIT_WRITE, signIn: raw.LIMIT_SIGN_IN },
  };
}
