import { boolean, doublePrecision, integer, pgSchema, text } from 'drizzle-orm/pg-core';

const territories = pgSchema('territories');

export const region = territories.table('region', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  isCurrent: boolean('is_current').notNull(),
});

export const departement = territories.table('departement', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  regionCode: text('region_code').notNull(),
  isCurrent: boolean('is_current').notNull(),
});

export const epci = territories.table('epci', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['CC', 'CA', 'CU', 'METRO', 'MET69'] }).notNull(),
  population: integer('population'),
  isCurrent: boolean('is_current').notNull(),
});

export const commune = territories.table('commune', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  departementCode: text('departement_code').notNull(),
  arrondissementCode: text('arrondissement_code'),
  epciCode: text('epci_code'),
  postalCodes: text('postal_codes').array().notNull(),
  population: integer('population'),
  longitude: doublePrecision('longitude'),
  latitude: doublePrecision('latitude'),
  isCurrent: boolean('is_current').notNull(),
});

export const formerCommune = territories.table('former_commune', {
  code: text('code').notNull(),
  kind: text('kind', {
    enum: ['delegated', 'associated', 'municipal-arrondissement', 'merged'],
  }).notNull(),
  name: text('name'),
  communeCode: text('commune_code').notNull(),
});

export const communeName = territories.table('commune_name', {
  searchKey: text('search_key').notNull(),
  name: text('name').notNull(),
  code: text('code').notNull(),
  kind: text('kind', {
    enum: ['current', 'delegated', 'associated', 'municipal-arrondissement', 'merged'],
  }).notNull(),
  communeCode: text('commune_code').notNull(),
});

export const communePostalCode = territories.table('commune_postal_code', {
  postalCode: text('postal_code').notNull(),
  communeCode: text('commune_code').notNull(),
});
