import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, NetworkId } from '#platform/kernel/actor.ts';
import type { House } from '#tests/network/house.ts';
import { openHouse } from '#tests/network/house.ts';
import {
  GUERET,
  accepted,
  answerOf,
  foundNetwork,
  foundStructure,
  hireAdviser,
  professional,
} from '#tests/network/so-mobilite.ts';
import { importModel } from '../rules/import-model.ts';
import { addProfessional } from './add-professional.ts';
import { importStructures } from './import-structures.ts';
import type { ImportReport } from './import-structures.ts';

let house: House;
let networkId: NetworkId;
let coordinator: Actor;
let slugs = 0;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  networkId = await foundNetwork(house, `reseau-${(slugs += 1)}`);
  coordinator = professional(
    'coordinator',
    { kind: 'network', networkId },
    await house.person('Solène'),
  );
});

const HEAD =
  'structure;forme juridique;adresse;commune;convention du;convention au;lieu;salles;prénom;nom;courriel de la personne;rôle;formation';

async function run(text: string, mode: 'dry-run' | 'confirm' = 'confirm'): Promise<ImportReport> {
  const answer = accepted(await importStructures(house.as(coordinator), { networkId, text, mode }));
  if (answer.kind !== 'report') throw new Error(answer.problem.kind);
  return answer.report;
}

/** Rows of every table that an import writes to. */
async function counts(): Promise<Record<string, number>> {
  const tables = [
    'network.organisation',
    'network.place',
    'network.place_organisation',
    'network.affiliation',
    'network.membership',
    'network.adviser_profile',
    'network.booking_fact',
    'accounts.person',
    'platform.audit_entry',
  ];
  const found: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await house.owner.query<{ n: number }>(
      `select count(*)::int as n from ${table}`,
    );
    found[table] = rows[0]?.n ?? 0;
  }
  return found;
}

const said = (report: ImportReport) =>
  report.lines.map(({ line, outcomes, errors }) => [
    line,
    ...outcomes.map(({ thing, outcome }) => `${thing} ${outcome}`),
    ...errors.map(({ column, code }) => `${column} ${code}`),
  ]);

describe('a whole file', () => {
  test('a dry run says what would be, and writes nothing; the confirmation does exactly that', async () => {
    const before = await counts();
    const tried = await run(importModel(), 'dry-run');
    expect(await counts()).toEqual(before);
    expect(tried).toMatchObject({ errorCount: 0, written: false });
    const done = await run(importModel());
    expect(done).toEqual({ ...tried, written: true });
    expect(said(done)).toEqual([
      [
        2,
        'structure created',
        'affiliation created',
        'agreement created',
        'place created',
        'person created',
        'role created',
        'training created',
        'service created',
      ],
      [3, 'person created', 'role created'],
    ]);
    const after = await counts();
    expect(after['network.organisation']).toBe((before['network.organisation'] ?? 0) + 1);
    expect(after['network.membership']).toBe((before['network.membership'] ?? 0) + 2);
    expect(after['network.booking_fact']).toBe((before['network.booking_fact'] ?? 0) + 4);
  });

  test('a second time there is no double', async () => {
    await run(importModel());
    const before = await counts();
    const again = await run(importModel());
    expect(again.created).toEqual({});
    expect(said(again)[1]).toEqual([3, 'person already', 'role already']);
    const { 'platform.audit_entry': audited, ...rows } = await counts();
    expect(rows).toEqual({ ...before, 'platform.audit_entry': undefined });
    expect(audited).toBe((before['platform.audit_entry'] ?? 0) + 1);
  });

  test('two at once: nobody and nothing twice', async () => {
    const text = `${HEAD}\nRelais de Guéret;association;2 rue Haute;Guéret;;;;;Inès;Rouvier;ines@relais.example;;`;
    const before = await counts();
    await Promise.all([run(text), run(text), run(text)]);
    const after = await counts();
    expect(after['accounts.person']).toBe((before['accounts.person'] ?? 0) + 1);
    expect(after['network.organisation']).toBe((before['network.organisation'] ?? 0) + 1);
    expect(after['network.membership']).toBe((before['network.membership'] ?? 0) + 1);
  });

  test('one bad line: nothing written, the others are still told', async () => {
    const before = await counts();
    const report = await run(
      `${HEAD}\nMaison des Jeunes;association;1 rue Neuve;Limoges;;;;;;;;;\nClub;association;2 rue Neuve;Trifouillis;;;;;;;;;`,
    );
    expect(report.written).toBe(false);
    expect(said(report)).toEqual([
      [2, 'structure created', 'affiliation created'],
      [3, 'commune unknown-commune'],
    ]);
    expect(await counts()).toEqual(before);
  });
});

describe('what only the database knows', () => {
  test.each([
    ['Maison A;association;1 rue Neuve;Saint-Jean;;;;;;;;;', 'commune several-communes'],
    ['Maison B;société;1 rue Neuve;Limoges;;;;;;;;;', 'legalForm not-non-profit'],
    [
      'Maison C;association;1 rue Neuve;Limoges;;;;;Paul;Autre;solene@exemple.example;;',
      'personEmail email-of-someone-else',
    ],
    [
      'Maison D;association;1 rue Neuve;Limoges;;;;;Rémi;Parti;parti@exemple.example;;',
      'personEmail account-closed',
    ],
  ])('%s', async (line, expected) => {
    await run(
      `${HEAD}\nMaison;association;1 rue Neuve;Limoges;;;;;Solène;Vaubourg;solene@exemple.example;;\nMaison;association;1 rue Neuve;Limoges;;;;;Rémi;Parti;parti@exemple.example;;`,
    );
    await house.owner.query(
      `update accounts.person set closed_at = created_at where email = 'parti@exemple.example'`,
    );
    const report = await run(`${HEAD}\n${line}`, 'dry-run');
    expect(said(report)[0]?.at(-1)).toBe(expected);
  });

  test('a structure of another network is joined, not doubled; its SIRET or its name and commune tell it', async () => {
    const elsewhere = await foundNetwork(house, `voisin-${slugs}`);
    const { organisationId } = await foundStructure(house, elsewhere, GUERET);
    const report = await run(
      `structure;siret;forme juridique;commune;lieu;adresse;salles\nINFO JEUNES GUERET;;association;23000;Info Jeunes Guéret;1 place de la Mairie, Guéret;2`,
      'dry-run',
    );
    // 23000 is the postal code of several communes: a name settles it.
    expect(said(report)).toEqual([[2, 'commune several-communes']]);
    const done = await run(
      `structure;forme juridique;commune;lieu;adresse;salles\nINFO JEUNES GUERET;association;Guéret;Info Jeunes Guéret;1 place de la Mairie, Guéret;2`,
    );
    expect(said(done)).toEqual([[2, 'structure already', 'affiliation created', 'place already']]);
    const { rows } = await house.owner.query(
      'select 1 from network.affiliation where network_id = $1 and organisation_id = $2',
      [networkId, organisationId],
    );
    expect(rows).toHaveLength(1);
  });

  test('a date that is there is kept: nothing is overwritten', async () => {
    const file = (from: string, until: string, trained: string) =>
      `${HEAD}\nPasserelle;association;3 rue Basse;Bayonne;${from};${until};;;Maïa;Etcheverry;maia-${slugs}@passerelle.example;;${trained}`;
    await run(file('01/01/2026', '', '12/03/2026'));
    expect(said(await run(file('01/01/2026', '31/12/2026', '13/03/2026')))[0]).toEqual([
      2,
      'structure already',
      'agreement created',
      'person already',
      'role already',
      'training kept',
    ]);
    expect(said(await run(file('01/01/2026', '31/12/2027', '12/03/2026')))[0]).toContain(
      'agreement kept',
    );
    expect(said(await run(file('31/12/2026', '31/12/2027', '12/03/2026')))[0]).toContain(
      'agreement kept',
    );
    expect(said(await run(file('01/01/2027', '31/12/2027', '12/03/2026')))[0]).toContain(
      'agreement created',
    );
  });
});

test('only those who coordinate this network', async () => {
  const other = await foundNetwork(house, `autre-${slugs}`);
  const input = { networkId, text: importModel(), mode: 'dry-run' } as const;
  for (const actor of [
    professional('coordinator', { kind: 'network', networkId: other }),
    professional('referent', { kind: 'network', networkId }),
    { kind: 'visitor' } as const,
  ]) {
    expect(answerOf(await importStructures(house.as(actor), input))).toBe('not-allowed');
  }
  expect(
    answerOf(
      await importStructures(
        house.as(
          professional('administrator', { kind: 'installation' }, await house.person('Hélène')),
        ),
        input,
      ),
    ),
  ).toBe('accepted');
});

test('an unreadable file is said, not thrown', async () => {
  expect(
    accepted(
      await importStructures(house.as(coordinator), {
        networkId,
        text: 'a;b\n1;2',
        mode: 'confirm',
      }),
    ),
  ).toMatchObject({ kind: 'unreadable', problem: { kind: 'missing-columns' } });
});

describe('one person at a time', () => {
  test('a new adviser, then the same one in another structure of the network: one person', async () => {
    const gueret = await foundStructure(house, networkId, GUERET);
    const second = await foundStructure(house, networkId, { ...GUERET, name: 'La Souterraine' });
    const input = {
      role: 'adviser',
      from: Temporal.PlainDate.from('2026-11-02'),
      until: null,
      person: {
        givenName: 'Lina',
        familyName: 'Bastide',
        email: `Lina-${slugs}@exemple.example`,
        phone: null,
      },
      profile: { displayName: 'Lina', languages: ['fr'], presentation: null },
    } as const;
    const scopeOf = (organisationId: typeof gueret.organisationId) =>
      ({ kind: 'organisation', networkId, organisationId }) as const;
    const manager = professional('manager', scopeOf(gueret.organisationId));
    const one = accepted(
      await addProfessional(house.as(manager), { ...input, scope: scopeOf(gueret.organisationId) }),
    );
    expect(
      answerOf(
        await addProfessional(house.as(manager), {
          ...input,
          scope: scopeOf(second.organisationId),
        }),
      ),
    ).toBe('not-allowed');
    const two = accepted(
      await addProfessional(house.as(coordinator), {
        ...input,
        scope: scopeOf(second.organisationId),
      }),
    );
    expect(two.personId).toBe(one.personId);
    const people = await counts();
    expect(
      answerOf(
        await addProfessional(house.as(coordinator), {
          ...input,
          scope: scopeOf(second.organisationId),
        }),
      ),
    ).toBe('already-member');
    expect(
      answerOf(
        await addProfessional(house.as(coordinator), {
          ...input,
          scope: scopeOf(second.organisationId),
          person: { ...input.person, familyName: 'Autre' },
        }),
      ),
    ).toBe('email-of-someone-else');
    // A refused role leaves no person behind.
    expect(
      answerOf(
        await addProfessional(house.as(coordinator), {
          ...input,
          role: 'coordinator',
          scope: scopeOf(second.organisationId),
          person: { ...input.person, email: 'personne@exemple.example' },
        }),
      ),
    ).toBe('not-allowed');
    expect(await counts()).toEqual(people);
    await hireAdviser(house, { networkId, organisationId: gueret.organisationId }, 'Awa');
  });
});
