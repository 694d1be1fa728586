/** A chart as a PNG with its title, twice as fine as on screen, on the colour of the page. */
import { saveFile } from './DownloadMenu.tsx';

const FINENESS = 2;
const TITLE_PX = 48;

export async function savePicture(place: HTMLElement, { title }: { title: string }): Promise<void> {
  const drawing = place.querySelector('svg');
  if (!drawing) return;
  const { width, height } = drawing.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = width * FINENESS;
  canvas.height = (height + TITLE_PX) * FINENESS;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const style = getComputedStyle(place);
  pen.scale(FINENESS, FINENESS);
  pen.fillStyle = style.getPropertyValue('--surface');
  pen.fillRect(0, 0, width, height + TITLE_PX);
  pen.fillStyle = style.getPropertyValue('--ink');
  pen.font = '600 17px "Be Vietnam Pro", sans-serif';
  pen.fillText(title, 12, 30, width - 24);
  pen.drawImage(await imageOf(drawing), 0, TITLE_PX, width, height);
  canvas.toBlob((content) => content && saveFile({ name: `${title}.png`, content }));
}

async function imageOf(drawing: SVGElement): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  await image.decode();
  return image;
}
