import { describe, expect, it } from 'vitest';
import { readForm } from '#platform/http/forms.ts';
import { detailsForm } from './form.ts';

const good = {
  prenom: ' Lina ',
  email: 'Lina@Jeune.Example ',
  telephone: '',
  'naissance-day': '7',
  'naissance-month': '03',
  'naissance-year': '2008',
  commune: 'Guéret',
  projet: 'Partir six mois',
};

describe('detailsForm', () => {
  it('reads who comes, contacts normalised', () => {
    const reading = readForm(detailsForm, good);
    expect(reading.ok && reading.value).toMatchObject({
      firstName: 'Lina',
      contacts: [{ channel: 'email', value: 'lina@jeune.example' }],
      forSomeoneElse: false,
      guardian: null,
      isRobot: false,
    });
    expect(reading.ok && reading.value.birthDate.toString()).toBe('2008-03-07');
  });

  it.each([
    ['prenom', { prenom: ' ' }],
    ['email', { email: 'lina@' }],
    ['email', { email: '', telephone: '' }],
    ['telephone', { telephone: '06 12' }],
    ['naissance', { 'naissance-day': '31', 'naissance-month': '2' }],
    ['naissance', { 'naissance-day': '', 'naissance-month': '', 'naissance-year': '' }],
    ['naissance', { 'naissance-year': '08' }],
    ['projet', { projet: 'x'.repeat(1001) }],
  ])('says beside %s what is wrong, and keeps what was typed', (field, change) => {
    const reading = readForm(detailsForm, { ...good, ...change });
    expect(reading.ok).toBe(false);
    if (!reading.ok) {
      expect(Object.keys(reading.errors)).toContain(field);
      expect(reading.values['commune']).toBe('Guéret');
    }
  });

  it('says every fault at once', () => {
    const reading = readForm(detailsForm, {});
    expect(reading.ok ? [] : Object.keys(reading.errors)).toEqual(['prenom', 'email', 'naissance']);
  });

  it('takes a parent’s agreement only whole', () => {
    const parent = { parentNom: 'Awa Diarra', parentContact: '0612345678', parentAccord: 'oui' };
    const whole = readForm(detailsForm, { ...good, ...parent });
    expect(whole.ok && whole.value.guardian).toEqual({ name: 'Awa Diarra', contact: '0612345678' });
    const unticked = readForm(detailsForm, { ...good, ...parent, parentAccord: undefined });
    expect(unticked.ok && unticked.value.guardian).toBeNull();
  });
});
