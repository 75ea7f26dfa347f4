/** What the map is given, and what it answers to: types alone. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Box } from '../../kernel/box.ts';
import type { Advances } from '../../lettering/fonts/text-width.ts';
import type { Frame } from '../../model/camera.ts';
import type { Bounds } from '../../model/measures.ts';
import type { Rectangle } from '../../model/place-view.ts';
import type { Line, PartialDate } from '../../model/story/lines.ts';
import type { GroupId, LngLat } from '../../model/types.ts';
import type { View, ViewState } from '../../model/view-state.ts';
import type { ThemeName } from '../../style/theme/theme.ts';
import type { MapData } from '../data/load-data.ts';

/** The part of the state that the map shows, with `auto` resolved. */
export type MapState = Pick<ViewState, 'names' | 'lang' | 'place' | 'view'> & {
  readonly theme: ThemeName;
  /** Groups that a chosen passage or an event speaks of: they have the look of what is selected. */
  readonly outlined: readonly GroupId[];
  readonly lines: readonly Line[];
  /** The day whose names are shown; `null` for today. */
  readonly day: PartialDate | null;
  /** What the fitted view shows. */
  readonly extent: Bounds;
  /** The map's name for those who hear it. */
  readonly label: string;
};

/** What the map is made of, and what it shows at first. */
export interface Subject {
  readonly data: MapData;
  readonly state: MapState;
  readonly advances: Advances;
}

export interface MapViewOptions {
  readonly container: HTMLElement;
  /** Gives the map up while it is being made. */
  readonly signal: AbortSignal;
  /** Arrives while worker and graphics processor are made ready. */
  readonly subject: Promise<Subject>;
  /** Wheel and one finger scroll the page that the map stands in. */
  readonly cooperative: boolean;
  /** What a place must stand clear of, what matters most first, in CSS pixels from the container's top left corner. */
  readonly obstacles: () => readonly Rectangle[];
  /**
   * Whether a picture lies over the container that shows what the map will show at first, or is about to; `null` where
   * none will. With one the map is given away as soon as its land is there, and is completed under it.
   */
  readonly depicted: () => Promise<boolean> | null;
  /** What controls cover, in CSS pixels from the container's top left corner. */
  readonly covered: () => readonly Box[];
  /** Takes a click for itself, at `[lng, lat]` and on a place or on none; true when it did. */
  readonly onPick: (position: LngLat, place: string | null) => boolean;
  readonly onSelect: (place: string) => void;
  readonly onMove: (view: View) => void;
  /** Called for every frame that the camera passes through. */
  readonly onFrame: (frame: Frame) => void;
  readonly onContextLost: () => void;
}

export interface MapView {
  readonly maplibre: MapLibreMap;
  /**
   * Settles when all is drawn, names too, and rejects with `MapError` when that cannot be; `null` where it was drawn
   * from the start.
   */
  readonly complete: Promise<void> | null;
  apply(previous: MapState, next: MapState): void;
  zoomBy(steps: number): void;
  /** Moves the camera by CSS pixels, eastward and southward. */
  panBy(east: number, south: number): void;
  /** The camera as addresses write it; `null` when it shows the four groups as the first view does. */
  view(): View | null;
  /** Exactly what is seen. */
  frame(): Frame;
  goHome(): void;
  /** Draws a measured line, or one point of it, or nothing for nothing. */
  drawLine(line: readonly LngLat[]): void;
  /** Letters the frame anew, after something was laid over it. */
  relabel(): void;
  /** Settles when what was last applied is drawn. */
  settled(): Promise<void>;
  remove(): void;
}
