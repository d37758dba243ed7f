import type { Config } from '../config.ts';
import type { Installation } from '../installation.ts';
import { readLoadedAt } from './clock.ts';
import { listDemonstrationPeople } from './people.ts';

/** After so many days the relative dates of the demonstration have drifted: it says so. */
const FRESH_DAYS = 7;

/** Where to click, who one can be: printed once the pages answer. */
export async function greet(config: Config, installation: Installation): Promise<void> {
  const { services } = installation;
  const people = await listDemonstrationPeople(services.db, services.clock.now());
  const loadedAt = await services.db.inInstallation(readLoadedAt);
  const lines = [
    '',
    `  Cairn est prêt : ${config.baseUrl}`,
    '',
    `  Prendre rendez-vous      ${config.baseUrl}/so-mobilite/rendez-vous`,
    `  Devenir quelqu’un        ${config.baseUrl}/demo`,
    `  Lire les messages        ${config.baseUrl}/demo/messages`,
    '',
    '  Personnes de la démonstration (inventées), un clic sur /demo :',
    ...people.slice(0, 8).map((person) => `    ${person.name}, ${person.roles.map((role) => role.label).join(' ; ')}`),
    '',
    '  Ctrl-C pour arrêter. Les données restent.',
  ];
  if (loadedAt) {
    const days = Math.floor((Date.now() - loadedAt.epochMilliseconds) / 86_400_000);
    if (days > FRESH_DAYS) {
      lines.push(`  La démonstration a été chargée il y a ${days} jours : ses dates ont vieilli. « npm run demo:reset » la refait.`);
    }
  }
  console.log(lines.join('\n'));
}
