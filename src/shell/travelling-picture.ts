/** The picture over a map that is not complete yet: it goes where the camera goes, so that what the reader moves is all there. */
import { type Frame, toPixels } from '../model/camera.ts';

export interface TravellingPicture {
  /** Puts the picture where `frame` shows it, a frame of the same size as the one in which it stood. */
  follow(frame: Frame): void;
  /** Leaves the stage to the map. */
  end(): void;
}

/** Lays what is in `sheet`, which shows `from`, over the map. */
export function travel(sheet: HTMLElement, from: Frame): TravellingPicture {
  sheet.classList.add('travelling');
  const [picture] = sheet.children;
  const style = picture instanceof HTMLElement ? picture.style : null;
  const end = () => {
    sheet.classList.remove('travelling');
    style?.removeProperty('transform');
    style?.removeProperty('will-change');
  };
  return {
    follow(frame) {
      if (frame.width !== from.width || frame.height !== from.height) return end();
      const scale = 2 ** (frame.view.zoom - from.view.zoom);
      const [x, y] = toPixels(frame, [from.view.lng, from.view.lat]);
      const [right, down] = [x - (scale * from.width) / 2, y - (scale * from.height) / 2];
      if (Math.abs(right) + Math.abs(down) + Math.abs(scale - 1) < 1e-3) return;
      style?.setProperty('will-change', 'transform');
      style?.setProperty('transform', `matrix(${scale}, 0, 0, ${scale}, ${right}, ${down})`);
    },
    end,
  };
}
