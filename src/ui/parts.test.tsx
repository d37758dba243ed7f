import { HtmlValidate } from 'html-validate';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Alert, Badge } from './alert.tsx';
import { Button, ButtonLink } from './button.tsx';
import { AVATAR_COLOURS, avatarColourOf, initialsOf } from './card.tsx';
import { Checkbox, Checkboxes, DateField, datePartNames, Radios } from './choice.tsx';
import { fieldId, SelectField, TextArea, TextField } from './field.tsx';
import { ErrorSummary, Form, Honeypot } from './form.tsx';
import { UiGallery } from './gallery.tsx';
import { renderPage } from './page.tsx';
import { pagesShown, Pagination, Steps } from './paging.tsx';
import { Slot } from './slots.tsx';
import { Table } from './table.tsx';
import { DateTime } from './time.tsx';

const gallery = renderPage(<UiGallery stylesheets={['/assets/pro.css']} self="/ui" />);

function idsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');
}

describe('the gallery', () => {
  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: {
        'doctype-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        // Made for a number alone; our links to call hold sentences.
        'tel-non-breaking': 'off',
        // Boxes of one question share a name: the form posts it once per ticked box.
        'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
        // The roles of a table are repeated on purpose: a stacked display takes the native ones away.
        'no-redundant-role': 'off',
        // Native elements are preferred where they exist; a scrolling group and an error summary have none.
        'prefer-native-element': [
          'error',
          { exclude: ['table', 'rowgroup', 'row', 'cell', 'columnheader', 'rowheader', 'group'] },
        ],
      },
    });
    const report = await validator.validateString(gallery);
    const messages = report.results.flatMap((result) =>
      result.messages.map((one) => `${one.ruleId}: ${one.message} (${one.selector})`),
    );
    expect(messages).toEqual([]);
  });

  it('has unique ids, and every reference leads to one', () => {
    const ids = idsOf(gallery);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const named = [
      ...gallery.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]*)"/g),
    ].flatMap((match) => match[1]?.split(' ') ?? []);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('needs no inline style nor script', () => {
    expect(gallery).not.toMatch(/\sstyle="/);
    expect(gallery).not.toMatch(/<style|<script|\son[a-z]+="/);
  });

  it('draws every icon out of the reach of readers', () => {
    const svgs = gallery.match(/<svg[^>]*>/g) ?? [];
    expect(svgs.length).toBeGreaterThan(60);
    expect(svgs.filter((svg) => !svg.includes('aria-hidden="true"'))).toEqual([]);
  });
});

describe('the document', () => {
  const page = renderPage(
    <UiGallery stylesheets={['/a.css', '/b.css']} self="/ui" theme="dark" surface="public" />,
  );

  it('starts with what a browser and a reader need', () => {
    expect(page).toMatch(
      /^<!doctype html>\n<html lang="fr" data-theme="dark"><head><meta charset="utf-8"/,
    );
    expect(page.indexOf('/a.css')).toBeLessThan(page.indexOf('/b.css'));
    expect(page).toContain('<meta name="robots" content="none"');
    expect(page).toMatch(/<body[^>]*><a class="skip-link" href="#contenu">/);
    expect(page.match(/<main /g)).toHaveLength(1);
    expect(page).toContain('<main id="contenu" tabindex="-1">');
  });
});

describe('buttons', () => {
  it('submit unless told otherwise, with their own value', () => {
    expect(
      renderToString(
        <Button name="slot" value="9">
          9 h
        </Button>,
      ),
    ).toBe(
      '<button class="button button--primary" type="submit" name="slot" value="9"><span>9 h</span></button>',
    );
  });

  it('may complete their name for readers', () => {
    const html = renderToString(
      <ButtonLink href="/x" kind="quiet" about="le 3 mai">
        Modifier
      </ButtonLink>,
    );
    expect(html).toContain('<span>Modifier<span class="unseen"> le 3 mai</span></span>');
  });
});

describe('fields', () => {
  it('say the hint and the error, the error first', () => {
    const html = renderToString(
      <TextField
        name="contact[email]"
        type="email"
        label="E-mail"
        hint="Pour t’écrire"
        error="Écris-la"
        autocomplete="email"
      />,
    );
    expect(fieldId('contact[email]')).toBe('champ-contact-email');
    expect(html).toContain('for="champ-contact-email"');
    expect(html).toContain('aria-describedby="champ-contact-email-error champ-contact-email-hint"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('autocomplete="email"');
    expect(html).toContain('(obligatoire)');
  });

  it('say when they are optional, and point to nothing when there is nothing', () => {
    const html = renderToString(
      <TextArea name="project" label="Projet" need="optional" value="<b>" />,
    );
    expect(html).toContain('(facultatif)');
    expect(html).not.toMatch(/aria-|required/);
    expect(html).toContain('&lt;b></textarea>');
  });

  it('keep the chosen option, groups together', () => {
    const html = renderToString(
      <SelectField
        name="mode"
        label="Mode"
        value="b"
        emptyLabel="Choisis"
        options={[
          { value: 'a', label: 'A', group: 'G' },
          { value: 'b', label: 'B' },
          { value: 'c', label: 'C', group: 'G' },
        ]}
      />,
    );
    expect(html).toContain('<option value="b" selected>B</option>');
    expect(html.match(/selected/g)).toHaveLength(1);
    expect(html).toContain(
      '<optgroup label="G"><option value="a">A</option><option value="c">C</option></optgroup>',
    );
  });

  it('ask a date in three boxes, and blame only the wrong ones', () => {
    const html = renderToString(
      <DateField
        name="birth"
        legend="Naissance"
        autocomplete="bday"
        value={{ day: '3', month: '15', year: '' }}
        error="Mois ?"
        wrongParts={['month']}
      />,
    );
    expect(
      Object.values(datePartNames('birth')).filter((name) => !html.includes(`name="${name}"`)),
    ).toEqual([]);
    expect(html).toContain(`id="${fieldId('birth')}"`);
    expect(html).toContain('autocomplete="bday-year"');
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1);
    expect(html.match(/value="(3|15)"/g)).toHaveLength(2);
  });

  it('tie radios under a legend; the first one bears the id that a summary links to', () => {
    const html = renderToString(
      <Radios
        name="who"
        legend="Qui ?"
        value="b"
        error="Choisis"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B', hint: 'bis' },
        ]}
      />,
    );
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="champ-who-group-error"/);
    expect(html).toMatch(/type="radio" id="champ-who" name="who" value="a" required/);
    expect(html.match(/ checked/g)).toHaveLength(1);
    expect(html).toContain('aria-describedby="champ-who-2-hint"');
  });

  it('never require each box of a set', () => {
    const html = renderToString(
      <Checkboxes
        name="needs"
        legend="Besoins"
        values={['a', 'b']}
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />,
    );
    expect(html).not.toContain('required');
    expect(html.match(/ checked/g)).toHaveLength(2);
    expect(renderToString(<Checkbox name="ok" label="D’accord" need="required" />)).toContain(
      'required',
    );
  });
});

describe('forms', () => {
  it('carry hidden values, and leave the words of errors to the server', () => {
    const html = renderToString(
      <Form action="/x" hidden={{ csrf: 'a"b' }}>
        <Honeypot name="site" label="Vide" />
      </Form>,
    );
    expect(html).toContain('method="post"');
    expect(html).toContain('novalidate');
    expect(html).toContain('value="a&quot;b"');
    expect(html).toContain('<div class="honeypot" aria-hidden="true">');
    expect(html).toContain('tabindex="-1"');
  });

  it('sum up errors as links, or draw nothing', () => {
    expect(renderToString(<ErrorSummary title="Deux choses" errors={[]} />)).toBe('');
    const html = renderToString(
      <ErrorSummary
        title="Deux choses"
        errors={[{ fieldId: 'champ-a', message: 'Un' }, { message: 'Deux' }]}
      />,
    );
    expect(html).toContain('role="alert" tabindex="-1" autofocus');
    expect(html).toContain('<li><a href="#champ-a">Un</a></li><li>Deux</li>');
  });
});

describe('messages', () => {
  it('say their kind in words, read at once only when told', () => {
    expect(renderToString(<Alert kind="warning">Vite</Alert>)).toContain(
      '<p class="unseen">Attention</p>',
    );
    expect(renderToString(<Alert kind="success" title="Fait" live="status" />)).toMatch(
      /role="status".*<h2.*Réussite : .*Fait/,
    );
    expect(renderToString(<Alert kind="info">x</Alert>)).not.toContain('role=');
    expect(renderToString(<Badge tone="danger">Annulé</Badge>)).toContain('<svg');
  });
});

describe('pages of a list', () => {
  it.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 9, [1, 2, 0, 9]],
    [3, 9, [1, 2, 3, 4, 0, 9]],
    [4, 9, [1, 2, 3, 4, 5, 0, 9]],
    [5, 9, [1, 0, 4, 5, 6, 0, 9]],
    [6, 9, [1, 0, 5, 6, 7, 8, 9]],
    [9, 9, [1, 0, 8, 9]],
  ])('at %d of %d: %j', (page, pages, shown) => expect(pagesShown(page, pages)).toEqual(shown));

  const noun = { one: 'lieu', many: 'lieux' };
  it('says where one is and how many there are', () => {
    const html = renderToString(
      <Pagination page={2} pages={7} total={128} noun={noun} hrefOf={(page) => `?p=${page}`} />,
    );
    expect(html).toContain('128\u00a0lieux · page 2 sur 7');
    expect(html).toContain('<a href="?p=2" aria-current="page">');
    expect(html).toContain('href="?p=1" rel="prev"');
    expect(html).toContain('href="?p=3" rel="next"');
  });

  it('has no way out at its ends', () => {
    const first = renderToString(
      <Pagination page={1} pages={2} total={20} noun={noun} hrefOf={String} />,
    );
    const last = renderToString(
      <Pagination page={2} pages={2} total={20} noun={noun} hrefOf={String} />,
    );
    expect([first.includes('rel="prev"'), first.includes('rel="next"')]).toEqual([false, true]);
    expect([last.includes('rel="prev"'), last.includes('rel="next"')]).toEqual([true, false]);
    expect(
      renderToString(<Pagination page={1} pages={1} total={1} noun={noun} hrefOf={String} />),
    ).not.toContain('<nav');
  });

  it('marks the current step', () => {
    const html = renderToString(<Steps steps={['Choisir', 'Dire', 'Fini']} current={2} />);
    expect(html).toContain('Étape 2 sur 3 : <strong>Dire</strong>');
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(html.match(/\(fait\)/g)).toHaveLength(1);
  });
});

describe('a table', () => {
  const html = renderToString(
    <Table
      caption="Villes"
      rows={[{ town: 'Guéret', held: 2 }]}
      rowKey={(row) => row.town}
      columns={[
        {
          key: 'town',
          header: 'Ville',
          cell: (row) => row.town,
          sort: { href: '?tri=ville', direction: 'descending' },
        },
        { key: 'held', header: 'Honorés', cell: (row) => row.held, align: 'end' },
      ]}
      foot={{ town: 'Total', held: 2 }}
    />,
  );
  it('names its rows and columns, and how it is sorted', () => {
    expect(html).toContain('<caption>Villes</caption>');
    expect(html).toMatch(/<th scope="col"[^>]*aria-sort="descending"/);
    expect(html).toMatch(/<th scope="row"[^>]*>Guéret<\/th>/);
    expect(html).toMatch(/<td[^>]*data-label="Honorés">2<\/td>/);
    expect(html).toContain('<tfoot');
  });
});

describe('times and people', () => {
  it.each([
    [
      Temporal.ZonedDateTime.from('2027-05-03T09:00[Europe/Paris]'),
      '<time datetime="2027-05-03T09:00+02:00">lundi 3\u00a0mai à 9\u00a0h</time>',
    ],
    [Temporal.PlainDate.from('2027-05-03'), '<time datetime="2027-05-03">lundi 3\u00a0mai</time>'],
    [Temporal.PlainTime.from('09:30'), '<time datetime="09:30">9\u00a0h\u00a030</time>'],
  ])('%s is read by machines and by people', (value, html) => {
    expect(renderToString(<DateTime value={value} />)).toBe(html);
  });

  it.each([
    ['Léa, à Guéret', 'lundi 3 mai à 9 h, avec Léa, à Guéret'],
    [undefined, 'lundi 3 mai à 9 h'],
  ])('a slot showing %j is read %j in one piece, and nothing else of it', (detail, fullName) => {
    const html = renderToString(
      <Slot time="9 h" detail={detail} name="slot" value="a" fullName={fullName} />,
    );
    expect(html).toContain(
      `<button class="slot" type="submit" name="slot" value="a"><span class="unseen">${fullName}</span>`,
    );
    expect(html.match(/<span class="slot__\w+" aria-hidden="true">/g)).toHaveLength(detail ? 2 : 1);
  });

  it.each([
    ['Nadia Ferrand', 'NF'],
    ['Yann Le Goff', 'YG'],
    ['élise', 'É'],
    ['Jean-Marc', 'JM'],
    ['', ''],
  ])('initials of %j are %j', (name, initials) => expect(initialsOf(name)).toBe(initials));

  it('keep the colour of a name inside the set, composed or not', () => {
    const names = ['Nadia', 'Zoé', 'Ömer', '李', ''];
    for (const name of names) {
      expect(avatarColourOf(name)).toBe(avatarColourOf(name.normalize('NFD')));
      expect(avatarColourOf(name)).toBeGreaterThanOrEqual(1);
      expect(avatarColourOf(name)).toBeLessThanOrEqual(AVATAR_COLOURS);
    }
  });
});
