import type { FormErrors } from '#platform/http/forms.ts';
import { fieldId } from '#ui/field.tsx';
import { ErrorSummary } from '#ui/form.tsx';

interface SummaryProps {
  readonly errors: FormErrors;
  readonly title: string;
}

/** The errors of a form above it, each a link to its field; `form` is about the whole and links to none. */
export function Summary({ errors, title }: SummaryProps) {
  const lines = Object.entries(errors).map(([name, message]) => ({
    message,
    fieldId: name === 'form' ? undefined : fieldId(name),
  }));
  return <ErrorSummary title={title} errors={lines} />;
}
