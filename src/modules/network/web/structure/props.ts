import type { FormErrors, FormValues } from '#platform/http/forms.ts';
import type { OpenedStructure } from '../structure-of.ts';

/** `read`: looks only; `staff`: its own people and rooms; `coordination`: all of it. */
export type StructureRights = 'read' | 'staff' | 'coordination';

export interface StructurePageProps extends OpenedStructure {
  readonly rights: StructureRights;
  /** What has just been done, from the address. */
  readonly done: { readonly what: string; readonly on: string };
  /** The form to record a date is shown to those who may; `null` to others. */
  readonly form: { readonly values: FormValues; readonly errors: FormErrors } | null;
}
