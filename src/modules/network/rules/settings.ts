/** What differs by network (product.md): never a constant in code. Kept whole with each network. */
export interface NetworkSettings {
  /** IANA name; each place has its own, this one dates what belongs to the network itself. */
  readonly timeZone: string;
  /** Completed years on the day of the interview, both included; null: no bound (SM-20, X-02). */
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  /** Where one must live: in the region of the network's territory, in its territory, or anywhere (SM-21, SM-22, X-03). */
  readonly residence: { readonly kind: 'region' | 'territory' | 'none' };
  readonly slotMinutes: number;
  /** Elapsed hours between a public booking and the start of its slot, inclusive (SM-36, X-01 a). */
  readonly minimumNoticeHours: number;
  /** Hours an adviser has to confirm where bookings are not confirmed at once (X-01 b). */
  readonly confirmWithinHours: number;
  readonly furthestDays: number;
  /** Slots a week and structure (SM-31, X-10). */
  readonly weeklyMinimumSlots: number;
  readonly holdMinutes: number;
  /** Bounds, in days, of the delay a professional may promise before a first contact. */
  readonly contactDelay: { readonly min: number; readonly max: number };
  /** Delays count calendar days; otherwise working days. */
  readonly calendarDays: boolean;
  /** Months after the last contact before a file is anonymised; and for a request that led to nothing. */
  readonly retention: { readonly youthFileMonths: number; readonly unansweredMonths: number };
  /** Local hours between which nothing leaves but what was just asked; it may run over midnight. */
  readonly quietHours: { readonly from: number; readonly until: number };
  /** Hours before an interview, longest first. */
  readonly reminders: readonly number[];
  /** `https://meet.example/{code}`, `{code}` being drawn for each appointment; null: advisers give their own room. */
  readonly videoPattern: string | null;
  /** Sender of the network's mails; null: the installation's. */
  readonly mailFrom: string | null;
  /** Short messages a day at most, cost under control. */
  readonly smsDailyCap: number;
  /** Under 15, a holder of parental authority agrees too (standards.md A3, loi 78-17 art. 45). */
  readonly underFifteenConsent: boolean;
}

const COMMON: NetworkSettings = {
  timeZone: 'Europe/Paris',
  ageMin: null,
  ageMax: null,
  residence: { kind: 'none' },
  slotMinutes: 60,
  minimumNoticeHours: 48,
  confirmWithinHours: 48,
  furthestDays: 60,
  weeklyMinimumSlots: 0,
  holdMinutes: 10,
  contactDelay: { min: 2, max: 7 },
  calendarDays: true,
  retention: { youthFileMonths: 24, unansweredMonths: 6 },
  quietHours: { from: 22, until: 8 },
  reminders: [48, 3],
  videoPattern: null,
  mailFrom: null,
  smsDailyCap: 200,
  underFifteenConsent: true,
};

export const NETWORK_PRESETS = [
  'mobility-advice',
  'local-compass',
  'online-presence',
  'mobility-platform',
] as const;

export type NetworkPreset = (typeof NETWORK_PRESETS)[number];

const PRESETS: Readonly<Record<NetworkPreset, Partial<NetworkSettings>>> = {
  'mobility-advice': { ageMax: 35, residence: { kind: 'region' }, weeklyMinimumSlots: 3 },
  'local-compass': { ageMin: 16, ageMax: 30, residence: { kind: 'territory' } },
  'online-presence': {},
  'mobility-platform': { ageMin: 16, ageMax: 30, residence: { kind: 'region' } },
};

/** The settings a new network of that kind starts with. */
export function defaultSettings(preset: NetworkPreset): NetworkSettings {
  return { ...COMMON, ...PRESETS[preset] };
}

export type SettingsProblem = {
  readonly field: keyof NetworkSettings;
  readonly code: SettingsProblemCode;
};
export type SettingsProblemCode =
  | 'out-of-bounds'
  | 'contradictory'
  | 'unknown-zone'
  | 'not-a-pattern'
  | 'not-an-address';

/** Of whole numbers, both included. */
export const SETTING_BOUNDS = {
  ageMin: [0, 120],
  ageMax: [0, 120],
  slotMinutes: [5, 480],
  minimumNoticeHours: [0, 720],
  confirmWithinHours: [1, 720],
  furthestDays: [1, 400],
  weeklyMinimumSlots: [0, 100],
  holdMinutes: [1, 60],
  smsDailyCap: [0, 100_000],
  contactDelay: [1, 60],
  retention: [1, 120],
  quietHours: [0, 23],
  reminders: [1, 336],
} as const satisfies Partial<Record<keyof NetworkSettings, readonly [number, number]>>;

/** What is wrong in them, in the order of the form; empty when a network may work with them. */
export function findSettingsProblems(settings: NetworkSettings): readonly SettingsProblem[] {
  return [...boundProblems(settings), ...relationProblems(settings), ...textProblems(settings)];
}

const SIMPLE = [
  'ageMin',
  'ageMax',
  'slotMinutes',
  'minimumNoticeHours',
  'confirmWithinHours',
  'furthestDays',
  'weeklyMinimumSlots',
  'holdMinutes',
  'smsDailyCap',
] as const satisfies readonly (keyof typeof SETTING_BOUNDS)[];

function boundProblems(settings: NetworkSettings): SettingsProblem[] {
  const values: readonly (readonly [keyof typeof SETTING_BOUNDS, readonly (number | null)[]])[] = [
    ...SIMPLE.map((field) => [field, [settings[field]]] as const),
    ['contactDelay', [settings.contactDelay.min, settings.contactDelay.max]],
    ['retention', Object.values(settings.retention)],
    ['quietHours', [settings.quietHours.from, settings.quietHours.until]],
    ['reminders', settings.reminders],
  ];
  return values
    .filter(
      ([field, some]) =>
        !some.every((value) => value === null || isWholeWithin(value, SETTING_BOUNDS[field])),
    )
    .map(([field]) => ({ field, code: 'out-of-bounds' }));
}

function relationProblems(settings: NetworkSettings): SettingsProblem[] {
  const { ageMin, ageMax, contactDelay, reminders, minimumNoticeHours, furthestDays } = settings;
  const contradictory: (keyof NetworkSettings)[] = [];
  if (ageMin !== null && ageMax !== null && ageMin > ageMax) contradictory.push('ageMin');
  if (contactDelay.min > contactDelay.max) contradictory.push('contactDelay');
  if (minimumNoticeHours >= furthestDays * 24) contradictory.push('minimumNoticeHours');
  if (reminders.some((hours, index) => index > 0 && hours >= (reminders[index - 1] ?? 0))) {
    contradictory.push('reminders');
  }
  return contradictory.map((field) => ({ field, code: 'contradictory' }));
}

function textProblems(settings: NetworkSettings): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  if (!isTimeZone(settings.timeZone)) problems.push({ field: 'timeZone', code: 'unknown-zone' });
  if (
    settings.videoPattern !== null &&
    !/^https:\/\/[^\s{}]+\{code\}[^\s{}]*$/.test(settings.videoPattern)
  ) {
    problems.push({ field: 'videoPattern', code: 'not-a-pattern' });
  }
  if (
    settings.mailFrom !== null &&
    !/^[^\r\n]*[^\s@]+@[^\s@]+\.[^\s@]+$/.test(settings.mailFrom.replace(/>$/, ''))
  ) {
    problems.push({ field: 'mailFrom', code: 'not-an-address' });
  }
  return problems;
}

function isWholeWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
