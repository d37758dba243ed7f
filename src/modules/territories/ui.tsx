// The door for pages: what a form of any module draws to ask for a commune.
export type { CommuneFieldProps, CommuneFieldValue } from './web/commune-field.tsx';
export {
  COMMUNE_ISLAND,
  CommuneField,
  communeFieldNames,
  communeFieldValue,
} from './web/commune-field.tsx';
export { communeError } from './web/texts.ts';
