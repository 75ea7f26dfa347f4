/** The centres that the label audit looks at, and the names that a reader expects there. */
export interface AuditCentre {
  readonly name: string;
  readonly lat: number;
  readonly lng: number;
  /** Place ids with the zoom from which a window of a desktop, and of a phone, must show the name. */
  readonly expected: Readonly<Record<string, readonly [desktop: number, phone: number]>>;
}

export const auditCentres: readonly AuditCentre[] = [
  { name: 'Etorofu / Iturup', lat: 45.03, lng: 147.75, expected: { etorofu: [5, 5] } },
  {
    name: 'Kunashir / Kunashiri',
    lat: 44.1,
    lng: 145.95,
    expected: { kunashiri: [5, 5] },
  },
  { name: 'Shikotan', lat: 43.8, lng: 146.75, expected: { shikotan: [5, 5] } },
  { name: 'Habomai islets', lat: 43.52, lng: 146.17, expected: { habomai: [5, 5], shibotsu: [8, 8] } },
  { name: 'Nemuro Strait', lat: 44.0, lng: 145.38, expected: { 'nemuro-strait': [9, 10] } },
  { name: 'Goyōmai Strait', lat: 43.41, lng: 145.84, expected: { habomai: [5, 5], suisho: [9, 9], goyomai: [9, 10] } },
  {
    name: 'Kunashiri / Yekaterina Strait',
    lat: 44.44,
    lng: 146.72,
    expected: { 'kunashiri-strait': [8, 9] },
  },
  { name: 'Etorofu / Friz Strait', lat: 45.5, lng: 149.2, expected: { urup: [5, 5], 'etorofu-strait': [7, 8] } },
  { name: 'Furukamappu / Yuzhno-Kurilsk', lat: 44.03, lng: 145.86, expected: { 'yuzhno-kurilsk': [8, 9] } },
  { name: 'Kurilsk / Shana', lat: 45.23, lng: 147.88, expected: { kurilsk: [8, 9] } },
  {
    name: 'Malokurilskoye / Shakotan',
    lat: 43.87,
    lng: 146.82,
    expected: { shikotan: [5, 5], malokurilskoye: [8, 9] },
  },
  { name: 'Nemuro', lat: 43.33, lng: 145.58, expected: { 'nemuro-city': [8, 8] } },
];
