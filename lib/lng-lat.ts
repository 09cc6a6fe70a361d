/** A place on Earth in degrees (WGS 84), longitude first. The page's first script needs this file. */
export type LngLat = { lng: number; lat: number };

/** West, south, east, north in degrees; west is greater than east across the antimeridian. */
export type BoundingBox = { west: number; south: number; east: number; north: number };

/** The mean radius of the Earth (IUGG). */
const earthRadiusMetres = 6_371_008.8;
/** Half the width of the square Web Mercator world, EPSG:3857. */
const mercatorHalfWidthMetres = 20_037_508.342_789_244;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** Great-circle distance in metres (haversine formula). */
export function distanceMetres(a: LngLat, b: LngLat): number {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2);
  const sinLng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = sinLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLng ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** From EPSG:3857 metres to degrees. */
export function fromWebMercator(x: number, y: number): LngLat {
  return {
    lng: (x / mercatorHalfWidthMetres) * 180,
    lat: degrees(Math.atan(Math.sinh((y / mercatorHalfWidthMetres) * Math.PI))),
  };
}

/** The envelope of a tile in degrees; `margin` is a share of the tile's width on each side. */
export function tileBounds(z: number, x: number, y: number, margin = 0): BoundingBox {
  const lng = (column: number) => (column / 2 ** z) * 360 - 180;
  const lat = (row: number) => degrees(Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))));
  return {
    west: Math.max(-180, lng(x - margin)),
    east: Math.min(180, lng(x + 1 + margin)),
    north: lat(Math.max(0, y - margin)),
    south: lat(Math.min(2 ** z, y + 1 + margin)),
  };
}

/** The tile that holds a place. */
export function tileAt(zoom: number, { lng, lat }: LngLat): { z: number; x: number; y: number } {
  const count = 2 ** zoom;
  const north = Math.asinh(Math.tan(radians(lat)));
  const inside = (share: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
  return { z: zoom, x: inside((lng + 180) / 360), y: inside((1 - north / Math.PI) / 2) };
}
