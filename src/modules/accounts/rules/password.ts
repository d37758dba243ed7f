import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { COMMON_WORDS } from './common-passwords.ts';

/** UTF-16 units, as better-auth counts. Length is asked, composition never (ASVS 6.2.1, 6.2.5, 6.2.9). */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

export type PasswordRefusal = 'too-short' | 'too-long' | 'common' | 'about-you';

interface PasswordFacts {
  readonly password: string;
  /** E-mail address and names of the person. */
  readonly about: readonly (string | null)[];
}

/** Whether a password may be chosen; what others would try first is refused. */
export function decidePassword({ password, about }: PasswordFacts): Decision<PasswordRefusal> {
  if (password.length < SHORTEST_PASSWORD) return refuse('too-short');
  if (password.length > LONGEST_PASSWORD) return refuse('too-long');
  const bare = lettersOf(password);
  if (isGuessedFirst(password, bare)) return refuse('common');
  if (about.some((text) => isBuiltOn(bare, text))) return refuse('about-you');
  return accept();
}

/** Small unaccented letters, the usual figures read as the letters they stand for, everything else dropped. */
function lettersOf(text: string): string {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return core
    .normalize('NFD')
    .toLowerCase()
    .replace(/[013457@$]/g, (sign) => LOOKALIKES[sign] ?? '')
    .replace(/[^a-z]/g, '');
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

function isGuessedFirst(password: string, bare: string): boolean {
  if (COMMON_WORDS.has(unrepeated(bare))) return true;
  return unrepeated(password.toLowerCase()).length <= 4 || isRun(password);
}

/** The shortest piece that, repeated, makes the text: `abcabc` → `abc`. */
function unrepeated(text: string): string {
  const again = text === '' ? -1 : (text + text).indexOf(text, 1);
  return again > 0 ? text.slice(0, again) : text;
}

/** `123456789012`, `abcdefghijklm`, `987654321098`: each sign follows the one before, figures turning at ten. */
function isRun(text: string): boolean {
  const steps = new Set<number>();
  for (let index = 1; index < text.length; index += 1) {
    const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
    steps.add(/^\d+$/.test(text) ? (step + 10) % 10 : step);
  }
  return steps.size === 1;
}

function isBuiltOn(bare: string, text: string | null): boolean {
  const own =
    (text ?? '')
      .split('@')[0]
      ?.split(/[^\p{L}]+/u)
      .map(lettersOf)
      .filter((part) => part.length >= 3) ?? [];
  if (own.length === 0 || bare === '') return false;
  const rest = own
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, part) => left.replaceAll(part, ''), bare);
  return rest.length < bare.length && rest.length < 4;
}
