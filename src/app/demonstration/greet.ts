import { systemClock } from '#platform/clock.ts';
import type { Config } from '../config.ts';
import type { Installation } from '../installation.ts';
import { readLoadedAt } from './clock.ts';
import { readDemonstrationData } from './data-file.ts';
import { listDemonstrationPeople } from './people.ts';
import { staleDays } from './staleness.ts';

const PEOPLE_SHOWN = 5;

/** Where to click, who one can be: printed once the pages answer. */
export async function greet(config: Config, installation: Installation): Promise<void> {
  const { services } = installation;
  const people = await listDemonstrationPeople(services.db, services.clock.now());
  const loadedAt = await services.db.inInstallation(readLoadedAt);
  const { stories } = await readDemonstrationData();
  const shown = stories
    .slice(0, PEOPLE_SHOWN)
    .flatMap(({ who }) => people.find((person) => person.name === who) ?? []);
  const lines = [
    '',
    `  Cairn est prêt : ${config.baseUrl}`,
    '',
    `  Prendre rendez-vous   ${config.baseUrl}/so-mobilite/rendez-vous`,
    `  Devenir quelqu’un     ${config.baseUrl}/demo  (un clic, sans mot de passe)`,
    `  Lire les messages     ${config.baseUrl}/demo/messages`,
    `  Avancer l’horloge     ${config.baseUrl}/demo/horloge`,
    '',
    '  Personnes inventées :',
    ...shown.map(
      (person) => `    ${person.name}, ${person.roles.map((role) => role.label).join(' ; ')}`,
    ),
    `    … ${people.length} en tout`,
    '',
  ];
  const days = staleDays(loadedAt, systemClock.now());
  if (days !== null) {
    lines.push(
      `  La démonstration a ${days} jours : ses dates ont vieilli. « npm run demo:reset » la refait.`,
      '',
    );
  }
  lines.push('  Ctrl-C pour arrêter. Les données restent.');
  console.log(lines.join('\n'));
}
