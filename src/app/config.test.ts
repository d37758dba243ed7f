import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const production = {
  CAIRN_MODE: 'production',
  DATABASE_URL: 'postgres://cairn@db.example/cairn',
  BASE_URL: 'https://cairn.example/',
  AUTH_SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtp://mail.example:587',
};

describe('readConfig', () => {
  it('needs nothing for the demonstration', () => {
    const config = readConfig({});
    expect(config.mode).toBe('demonstration');
    expect(config.database.url).toBeNull();
    expect(config.baseUrl).toBe('http://localhost:3000');
  });

  it('drops the final slash of the address', () => {
    expect(readConfig(production).baseUrl).toBe('https://cairn.example');
  });

  it.each(['DATABASE_URL', 'BASE_URL', 'AUTH_SECRET', 'SMTP_URL'])(
    'refuses production without %s, naming it',
    (name) => {
      expect(() => readConfig({ ...production, [name]: undefined })).toThrow(new RegExp(name));
      expect(() => readConfig({ ...production, [name]: '' })).toThrow(ConfigError);
    },
  );

  it.each([
    ['PORT', '65536'],
    ['PORT', 'abc'],
    ['DATABASE_URL', 'mysql://x'],
    ['SMTP_URL', 'http://x'],
    ['LIMIT_WRITE', '0'],
    ['AUTH_SECRET', 'x'.repeat(31)],
  ])('refuses %s=%s, naming it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`réglage ${name} `));
  });
});
