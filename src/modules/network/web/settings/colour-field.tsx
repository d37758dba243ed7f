import { contrast } from '#ui/colour.ts';
import { TextField } from '#ui/field.tsx';
import { formatNumber } from '#ui/format.ts';
import { deriveNetworkTheme, groundsOf, isColour } from '#ui/theme.ts';

interface ColourFieldProps {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly label: string;
  readonly hint: string;
  readonly part: 'warm' | 'cool';
}

/** A colour with what pages will really show of it: they darken it as far as reading asks for (WCAG 2.2, 1.4.11). */
export function ColourField({ part, ...props }: ColourFieldProps) {
  const { value, hint } = props;
  return (
    <div class="stack">
      <TextField
        {...props}
        hint={`${hint} Six chiffres ou lettres après #, par exemple #d9622b.`}
        width="medium"
        spellcheck="false"
      />
      {isColour(value) && <Shown value={value} part={part} />}
    </div>
  );
}

function Shown({ value, part }: { readonly value: string; readonly part: 'warm' | 'cool' }) {
  const shown = deriveNetworkTheme({ warm: value, cool: value }).light[part];
  const [ground = '#ffffff'] = groundsOf('light').grounds;
  const ratio = formatNumber(contrast(shown, ground), 1);
  const isKept = shown === value.toLowerCase();
  return (
    <p class="cluster">
      <svg width="48" height="28" role="img" aria-label={`Couleur ${shown}`}>
        <rect width="48" height="28" rx="8" fill={shown} />
      </svg>
      <span class="soft">
        {isKept ? 'Montrée telle quelle' : `Montrée ${shown}, plus foncée pour rester lisible`} :
        contraste {ratio} sur le fond des pages.
      </span>
    </p>
  );
}
