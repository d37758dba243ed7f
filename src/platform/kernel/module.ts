import type { PersonId, YouthFileId } from './actor.ts';

/** A person whose data is asked for or erased: with an account, or a youth file of one network. */
export type DataSubject =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'youth-file'; readonly youthFileId: YouthFileId };
