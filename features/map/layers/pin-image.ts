import { mix, type Theme } from "@/features/map/layers/palette";
import type { FreshnessState } from "@/features/pins/schema";

/** One picture of a pin: every pin of the same kind, freshness and opening shares it. */
export type PinImage = {
  theme: Theme;
  kind: string;
  freshness: FreshnessState;
  isOpen: boolean;
};

const states: readonly FreshnessState[] = ["new", "fresh", "ageing", "stale", "dormant"];

/** Reads the names that `pinLayers` gives to images; null for another layer's image. */
export function parsePinImage(name: string): PinImage | null {
  const [prefix, theme, kind, word, open] = name.split(":");
  const freshness = states.find((state) => state === word);
  if (prefix !== "pin" || !kind || !freshness) return null;
  if (theme !== "light" && theme !== "dark") return null;
  return { theme, kind, freshness, isOpen: open === "open" };
}

/** How a pin is painted: product.md's freshness, never by colour alone (a dash, a rim, a fill). */
export type PinPaint = {
  fill: string;
  rim: string;
  rimWidth: number;
  isDashed: boolean;
  icon: string;
};

const white = "#ffffff";
const grey = { light: "#6d6a60", dark: "#a9aca4" } as const;

/**
 * Fresh: solid with a thin white rim. New and ageing: a broad, lighter rim of the same colour.
 * Stale: white with a dashed grey rim. Dormant: grey all over.
 *
 * @param colour the kind's colour, #rrggbb
 */
export function pinPaint(freshness: FreshnessState, colour: string, theme: Theme): PinPaint {
  const muted = grey[theme];
  const paper = theme === "light" ? white : "#2b3430";
  switch (freshness) {
    case "fresh":
      return { fill: colour, rim: white, rimWidth: 2.5, isDashed: false, icon: white };
    case "new":
    case "ageing":
      return {
        fill: colour,
        rim: mix(colour, white, 0.62),
        rimWidth: 5,
        isDashed: false,
        icon: white,
      };
    case "stale":
      return { fill: paper, rim: muted, rimWidth: 2.5, isDashed: true, icon: muted };
    case "dormant":
      return {
        fill: mix(muted, paper, 0.7),
        rim: paper,
        rimWidth: 2.5,
        isDashed: false,
        icon: muted,
      };
  }
}

const width = 48;
const height = 54;
const side = 38;
const left = (width - side) / 2;
const top = 5;
const corner = 11;
const iconSide = 20;
const footWidth = 4;
const footHeight = 8;

function drawFoot(context: CanvasRenderingContext2D, theme: Theme): void {
  context.fillStyle = theme === "light" ? "#20302b" : "#f3eee2";
  context.beginPath();
  context.roundRect((width - footWidth) / 2, height - footHeight - 3, footWidth, footHeight + 2, 2);
  context.fill();
}

function drawSquare(context: CanvasRenderingContext2D, paint: PinPaint, theme: Theme): void {
  context.save();
  context.shadowColor = theme === "light" ? "rgba(32, 48, 43, 0.35)" : "rgba(0, 0, 0, 0.6)";
  context.shadowBlur = 8;
  context.shadowOffsetY = 2;
  context.fillStyle = paint.isDashed ? paint.fill : paint.rim;
  context.beginPath();
  context.roundRect(left, top, side, side, corner);
  context.fill();
  context.restore();

  const inset = paint.isDashed ? paint.rimWidth / 2 : paint.rimWidth;
  context.beginPath();
  context.roundRect(left + inset, top + inset, side - 2 * inset, side - 2 * inset, corner - inset);
  context.fillStyle = paint.fill;
  context.fill();
  if (!paint.isDashed) return;
  context.strokeStyle = paint.rim;
  context.lineWidth = paint.rimWidth;
  context.setLineDash([4.5, 3.2]);
  context.stroke();
}

function drawIcon(
  context: CanvasRenderingContext2D,
  icon: { path: string; viewBox: number },
  color: string,
): void {
  const scale = iconSide / icon.viewBox;
  context.save();
  context.translate((width - iconSide) / 2, top + (side - iconSide) / 2);
  context.scale(scale, scale);
  context.fillStyle = color;
  context.fill(new Path2D(icon.path));
  context.restore();
}

function drawOpenDot(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.arc(left + side - 4, top + 4, 6, 0, 2 * Math.PI);
  context.fillStyle = white;
  context.fill();
  context.beginPath();
  context.arc(left + side - 4, top + 4, 4.2, 0, 2 * Math.PI);
  context.fillStyle = "#1f9d5b";
  context.fill();
}

/**
 * Draws one pin on a canvas, since the content security policy allows no `blob:` picture.
 *
 * @param pixelRatio picture pixels for one screen pixel
 * @throws when the browser gives no 2D canvas
 */
export function drawPin(
  image: PinImage,
  icon: { path: string; viewBox: number },
  colour: string,
  pixelRatio: number,
): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no 2D canvas");
  context.scale(pixelRatio, pixelRatio);
  const paint = pinPaint(image.freshness, colour, image.theme);
  drawFoot(context, image.theme);
  drawSquare(context, paint, image.theme);
  drawIcon(context, icon, paint.icon);
  if (image.isOpen) drawOpenDot(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
