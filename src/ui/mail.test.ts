import { describe, expect, it } from 'vitest';
import { renderMail, type Mail } from './mail.tsx';

const mail: Mail = {
  title: 'Rendez-vous confirmé',
  preview: 'Lundi 3 mai à 9 h, à Guéret',
  brand: { name: 'So Mobilité', colours: { warm: '#ffe000', cool: '#127a84' } },
  blocks: [
    { kind: 'paragraph', text: 'Bonjour <Camille> & bienvenue.' },
    { kind: 'notice', text: 'Le lieu a changé.' },
    {
      kind: 'facts',
      facts: [
        { label: 'Quand', value: 'lundi 3 mai à 9 h' },
        { label: 'Où', value: 'Guéret' },
      ],
    },
    { kind: 'heading', text: 'Avant de venir' },
    { kind: 'list', items: ['Une question', 'Un carnet'] },
    { kind: 'action', label: 'Voir mon rendez-vous', url: 'https://cairn.exemple/rdv/abc' },
    { kind: 'link', label: 'Appeler', url: 'tel:+33555000000' },
    { kind: 'small', text: 'Ce lien est à toi.' },
  ],
  footer: ['Tu reçois ce message parce que tu as pris rendez-vous.'],
};

describe('a mail', () => {
  const { html, text } = renderMail(mail);

  it('says the same in text, block after block', () => {
    expect(text).toBe(
      [
        'Rendez-vous confirmé',
        'Bonjour <Camille> & bienvenue.',
        '! Le lieu a changé.',
        'Quand\u00a0: lundi 3 mai à 9 h\nOù\u00a0: Guéret',
        'Avant de venir\n--------------',
        '- Une question\n- Un carnet',
        'Voir mon rendez-vous\u00a0:\nhttps://cairn.exemple/rdv/abc',
        'Appeler\u00a0:\ntel:+33555000000',
        'Ce lien est à toi.',
        '-- \nSo Mobilité\nTu reçois ce message parce que tu as pris rendez-vous.\n',
      ].join('\n\n'),
    );
  });

  it('has a language, one h1, a title, and escapes what people typed', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr"/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<title>Rendez-vous confirmé</title>');
    expect(html).toContain('Bonjour &lt;Camille> &amp; bienvenue.');
    expect(html).not.toContain('<table');
    expect(html).not.toContain('<img');
  });

  it('loads nothing from elsewhere', () => {
    expect(html).not.toMatch(/\ssrc=|url\(|<link/);
  });

  it.each(['javascript:alert(1)', '/rdv/abc', 'data:text/html,x', ''])(
    'refuses the address %j',
    (url) => {
      const wrong: Mail = { ...mail, blocks: [{ kind: 'action', label: 'Voir', url }] };
      expect(() => renderMail(wrong)).toThrow(RangeError);
    },
  );
});
