import type { Tx } from '#platform/db/database.ts';
import type { DataSubject } from '#platform/kernel/module.ts';
import { listBookingFactRowsOf } from '../data/booking-facts.ts';
import {
  blankAdviserProfiles,
  listAdviserProfileRowsOf,
  listMembershipRowsOf,
} from '../data/memberships.ts';

interface Asked {
  readonly subject: DataSubject;
  readonly now: Temporal.Instant;
}

/** Columns that point to a person, claimed here. */
const COLUMNS = [
  'network.membership.person_id',
  'network.adviser_profile.person_id',
  'network.booking_fact.person_id',
  'network.booking_fact.recorded_by',
  'network.room_attestation.attested_by',
] as const;

/**
 * A professional's roles, presentation and trainings. Erasing forgets how the person was shown; roles and facts stay,
 * without a name, because agreements and past appointments rest on them. A youth file has nothing here.
 */
export const personalData = {
  columns: COLUMNS,

  async export(tx: Tx, { subject }: Asked): Promise<Readonly<Record<string, unknown>> | null> {
    if (subject.kind !== 'person') return null;
    const memberships = await listMembershipRowsOf(tx, subject.personId);
    const profiles = await listAdviserProfileRowsOf(tx, subject.personId);
    const facts = await listBookingFactRowsOf(tx, subject.personId);
    if (memberships.length + profiles.length + facts.length === 0) return null;
    return {
      memberships: memberships.map((one) => ({
        role: one.role,
        network: one.networkName,
        organisation: one.organisationName,
        place: one.placeName,
        from: one.from.toString(),
        until: one.until?.toString() ?? null,
      })),
      profiles: profiles.map(({ displayName, languages, presentation }) => ({
        displayName,
        languages,
        presentation,
      })),
      facts: facts.map(({ kind, date, note, recordedAt }) => ({
        kind,
        date: date?.toString() ?? null,
        note,
        recordedAt: recordedAt.toString(),
      })),
    };
  },

  async erase(tx: Tx, { subject }: Asked): Promise<void> {
    if (subject.kind === 'person') await blankAdviserProfiles(tx, subject.personId);
  },

  retain: 'until-erased',
} as const;
