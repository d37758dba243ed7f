import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { CommuneMatch } from '../rules/match.ts';
import { CommuneField, communeFieldNames, communeFieldValue } from './commune-field.tsx';
import { communeError } from './texts.ts';

function match(code: string, name: string): CommuneMatch {
  const commune = {
    code,
    name,
    departement: { code: '23', name: 'Creuse' },
    region: { code: '75', name: 'Nouvelle-Aquitaine' },
    epci: null,
    postalCodes: ['23200'],
    population: null,
    centre: null,
  };
  return { commune, closeness: 'exact', via: null, label: `${name} (23200, Creuse)` };
}

const choices = [match('23008', 'Aubusson'), match('61011', 'Aubusson-bis')];

describe('CommuneField', () => {
  it('is a text with a label and a hint, and the code beside it', () => {
    const html = renderToString(<CommuneField label="Ta commune" />);
    expect(html).toContain('<label for="champ-commune">');
    expect(html).toContain('id="champ-commune-hint"');
    expect(html).toMatch(
      /<input[^>]* id="champ-commune"[^>]* name="commune"[^>]* required[^>]* aria-describedby="champ-commune-hint"/,
    );
    expect(html).toContain('<input type="hidden" name="communeCode" value/>');
    expect(html).not.toContain('role="combobox"');
  });

  it('keeps what was typed or chosen', () => {
    const value = communeFieldValue(choices[0]?.commune ?? match('', '').commune);
    const html = renderToString(<CommuneField label="Ta commune" value={value} />);
    expect(html).toContain('value="Aubusson (23200, Creuse)"');
    expect(html).toContain('name="communeCode" value="23008"');
  });

  it('shows several answers as radio buttons that post the code, and asks again under them', () => {
    const html = renderToString(
      <CommuneField
        label="Ta commune"
        name="home"
        value={{ code: '', text: 'aubusson' }}
        choices={choices}
        error="Laquelle ?"
      />,
    );
    expect(html).toContain('<legend>Quelle commune ?');
    expect(html).toContain('« aubusson »');
    expect(html).toMatch(/<input type="radio" id="champ-home" name="homeCode" value="23008"/);
    expect(html).toMatch(/<input type="radio" id="champ-home-2" name="homeCode" value="61011"/);
    expect(html).toMatch(/<input[^>]* id="champ-home-autre" name="home"/);
    expect(html).not.toContain('type="hidden"');
    expect(html).toContain('Laquelle ?');
  });

  it('in a search form, shows several answers as links', () => {
    const html = renderToString(
      <CommuneField
        label="Ta commune"
        choices={choices}
        choiceHref={(code) => `/so-mobilite/rendez-vous?communeCode=${code}`}
      />,
    );
    expect(html).toContain(
      '<a href="/so-mobilite/rendez-vous?communeCode=61011">Aubusson-bis (23200, Creuse)</a>',
    );
    expect(html).not.toContain('type="radio"');
  });

  it('says where the island asks', () => {
    const html = renderToString(<CommuneField label="Ta commune" preferRegion="75" />);
    expect(html).toContain(
      'data-commune-search="/api/v1/communes" data-commune-code="communeCode" data-commune-region="75"',
    );
  });

  it('posts two names', () => {
    expect(communeFieldNames()).toEqual({ text: 'commune', code: 'communeCode' });
    expect(communeFieldNames('home')).toEqual({ text: 'home', code: 'homeCode' });
  });
});

describe('communeError', () => {
  it('has words for every answer', () => {
    const [first] = choices;
    expect(
      communeError({ kind: 'found', commune: match('23008', 'Aubusson').commune }, 'x'),
    ).toBeUndefined();
    expect(communeError({ kind: 'none' }, ' ')).toBe(
      'Il manque la commune : un nom ou un code postal.',
    );
    expect(communeError({ kind: 'none' }, ' zzz ')).toContain('« zzz »');
    expect(communeError({ kind: 'several', matches: choices }, 'aubusson')).toContain(
      'Plusieurs communes',
    );
    expect(communeError({ kind: 'several', matches: first ? [first] : [] }, 'obusson')).toBe(
      'Est-ce bien cette commune ?',
    );
  });
});
