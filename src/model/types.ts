import type { MultiPolygon, Polygon } from 'geojson';

/** Whose names are shown. `both` shows the two as equals. */
export const conventions = ['both', 'ja', 'ru'] as const;
export type Convention = (typeof conventions)[number];

/** What the interface speaks, and the script in which names are read. */
export const languages = ['en', 'ja', 'ru'] as const;
export type Language = (typeof languages)[number];

/** The two parties, by the BCP 47 subtag of their language. The order settles a tie between names that sort alike. */
export const parties = ['ja', 'ru'] as const;
export type Party = (typeof parties)[number];

/** The four groups, in the order in which the article names them. */
export const groupIds = ['etorofu', 'kunashiri', 'shikotan', 'habomai'] as const;
export type GroupId = (typeof groupIds)[number];

export const placeKinds = [
  'region',
  'group',
  'island',
  'islet',
  'islet_group',
  'rock',
  'settlement',
  'peak',
  'cape',
  'bay',
  'strait',
  'lake',
  'airport',
  'sea',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** `[lng, lat]` in degrees, WGS 84. */
export type LngLat = readonly [lng: number, lat: number];

/**
 * One party's name. `native` is in the party's own script; the others are transcriptions of it, under their BCP 47
 * keys.
 */
export interface JapaneseName {
  readonly native: string;
  readonly kana: string | null;
  readonly latin: string;
  readonly cyrillic: string | null;
}

export interface RussianName {
  readonly native: string;
  readonly latin: string;
  readonly kana: string | null;
}

/** The fields that the build fills by rule where no published form stands in the data. */
export const transcribedFields = ['name:ja-Latn', 'name:ja-Cyrl', 'name:ru-Latn', 'name:ru-Kana'] as const;
export type TranscribedField = (typeof transcribedFields)[number];

/** A name is never invented: a party that has none for a place has `null` here. */
export interface PlaceNames {
  readonly ja: JapaneseName | null;
  readonly ru: RussianName | null;
  /** An English name that belongs to neither party, such as “Sea of Okhotsk”. */
  readonly en: string | null;
}

interface Dated {
  /** The first date at which a source has it, in the Extended Date/Time Format. */
  readonly from: string;
  /** When it ceased; `..` while it is in use, `null` where that is not known. */
  readonly to: string | null;
  /** The transcriptions that were made by rule. */
  readonly transcribed: readonly TranscribedField[];
}

/** A name that a source dates, and who used it; `null` for a name that belongs to neither. */
export type DatedName = Dated &
  (
    | { readonly party: 'ja'; readonly name: JapaneseName }
    | { readonly party: 'ru'; readonly name: RussianName }
    | { readonly party: null; readonly name: string }
  );

export const attestationKinds = ['official', 'in use', 'transcription'] as const;
export type AttestationKind = (typeof attestationKinds)[number];

/** A name as one source has it: what the popup tells, rung by rung. */
export interface Attestation extends Sourced {
  readonly form: string;
  /** BCP 47. */
  readonly lang: string;
  readonly party: Party | null;
  readonly kind: AttestationKind;
  /** In the Extended Date/Time Format; `null` where no source dates it. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  /** The disputed group that the place belongs to; `null` for the surroundings. */
  readonly group: GroupId | null;
  readonly names: PlaceNames;
  /** The transcriptions that were made by rule, not read in a source. */
  readonly transcribed: readonly TranscribedField[];
  /** Names of all times that a source dates, today's among them. */
  readonly datedNames: readonly DatedName[];
  /** The Ainu form, in katakana, where a source gives it. */
  readonly ainuName: string | null;
  /** Names that either side used before, in whatever script the source writes them; the list finds a place by them. */
  readonly oldNames: readonly string[];
  /** Where the place is; for land, where its name would stand if nothing were in the way. */
  readonly position: LngLat;
  /** The line along which a strait's name is set. */
  readonly course: readonly LngLat[] | null;
  /** The ring of the waters in which a sea's name may stand. */
  readonly waters: readonly LngLat[] | null;
  /** How exactly the position is known. */
  readonly positionBasis: 'published' | 'sheet' | 'unknown';
  /** The drawn land, for islands and islets. */
  readonly geometry: Polygon | MultiPolygon | null;
  /** Metres above the sea, for peaks. */
  readonly elevation: number | null;
  /** A settlement that ended in 1945, at a spot where none stands now. */
  readonly endedIn1945: boolean;
  readonly sources: readonly string[];
}

/** Words of a passage that name a place: `exact` occurs in the passage, `places` are the ids it names. */
export interface Mention {
  readonly exact: string;
  readonly places: readonly string[];
}

/** The styles in which a passage can be cited, by their keys in `citations`. */
export const citationStyles = ['apa', 'chicago', 'harvard'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** The languages of the interface in which the article is not written. */
export type TranslationLanguage = Exclude<Language, 'en'>;

/** A quotation from the article: a W3C TextQuoteSelector with the paragraph it stands in. */
export interface Passage {
  readonly id: string;
  readonly paragraph: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** SHA-256 of `exact` in UTF-8, as 64 hexadecimal digits. */
  readonly sha256: string;
  /** The groups whose sovereignty the passage speaks of. */
  readonly concerns: readonly GroupId[];
  readonly mentions: readonly Mention[];
  /** Our own translations of the quoted words. */
  readonly translation: Readonly<Record<TranslationLanguage, string>>;
  /** The passage cited in each style with its paragraph, as plain text that the build rendered. */
  readonly citations: Readonly<Record<CitationStyle, string>>;
}

/** The bibliographic part, in the vocabulary of CSL-JSON. */
export interface Bibliography {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly 'container-title': string;
  readonly issued: { readonly 'date-parts': readonly [readonly [number, number, number]] };
  readonly language: string;
}

export interface Article {
  readonly bibliography: Bibliography;
  readonly passages: readonly Passage[];
}

/** Where a name, figure or position was read. */
export interface Source {
  readonly id: string;
  readonly publisher: string;
  /** The part of it that is meant, such as a page. */
  readonly detail: string | null;
  readonly url: string;
}

/** The same words in every language of the interface. */
export type Localised = Readonly<Record<Language, string>>;

/**
 * Figures by what they measure: a height in metres, an area in square kilometres, lengths, widths and distances in
 * kilometres, a population in persons.
 */
export const figureKinds = ['height', 'area', 'length', 'width', 'distance', 'population'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** Whether an area counts the land alone that has at least 1 km² of its own, or every islet and rock with it. */
export const areaScopes = ['without islets', 'with islets'] as const;
export type AreaScope = (typeof areaScopes)[number];

interface Sourced {
  readonly place: string;
  /** Ids of sources, at least one. */
  readonly sources: readonly string[];
}

/** A measured or counted value, with what it stands on. Figures that disagree stand beside each other. */
export interface Figure extends Sourced {
  readonly kind: FigureKind;
  /** In the unit of its kind. */
  readonly value: number;
  /** The source gives it as a round figure. */
  readonly approximate: boolean;
  /** Whose figure it is; `null` where it is neither party's. */
  readonly party: Party | null;
  /** Whose survey of which year, counted how, measured from where. */
  readonly basis: Localised;
  /** For areas; `null` elsewhere. */
  readonly scope: AreaScope | null;
}

/** The highest point of an island, as the place that it is. */
export interface Summit extends Sourced {
  readonly kind: 'summit';
  readonly peak: string;
}

/** The unit to which a place belongs in the system of one party. */
export interface AdministrativeUnit extends Sourced {
  readonly kind: 'administration';
  readonly party: Party;
  readonly unit: Localised;
  readonly basis: Localised | null;
}

/** How a source explains a name from Ainu. */
export interface Derivation extends Sourced {
  readonly kind: 'derivation';
  /** The Ainu words as the source writes them; `null` where it gives their meaning alone. */
  readonly ainu: string | null;
  /** What they mean; `null` where the source says only what they name. */
  readonly gloss: Localised | null;
  readonly basis: Localised | null;
}

/** Something else that a source says of the place. */
export interface Remark extends Sourced {
  readonly kind: 'remark';
  readonly text: Localised;
}

export type Fact = Figure | Summit | AdministrativeUnit | Derivation | Remark;

/** What the map draws and letters. */
export interface Gazetteer {
  readonly places: readonly Place[];
}

/** What is read on it. */
export interface Readings {
  readonly article: Article;
  readonly sources: readonly Source[];
  /** In the order in which the popup tells them, kind by kind. */
  readonly facts: readonly Fact[];
  /** Every name of every time with the sources that have it, but no transcriptions. */
  readonly attestations: readonly Attestation[];
}

export interface Dataset extends Gazetteer, Readings {}
