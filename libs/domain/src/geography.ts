import type { District } from './vocabulary.js';

/** Centroids of the districts (degrees north, east), rounded to a hundredth. */
const CENTROIDS: Readonly<Record<Exclude<District, 'ELSEWHERE'>, readonly [number, number]>> = {
  COTTBUS: [51.76, 14.33],
  DAHME_SPREEWALD: [52.08, 13.78],
  ELBE_ELSTER: [51.6, 13.45],
  OBERSPREEWALD_LAUSITZ: [51.6, 13.95],
  SPREE_NEISSE: [51.68, 14.45],
  BAUTZEN: [51.27, 14.22],
  GOERLITZ: [51.2, 14.85],
};

const EARTH_RADIUS_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Great-circle distance between the centroids of two districts in whole kilometres, or null where
 * one lies elsewhere. Haversine formula.
 */
export function distanceKm(a: District, b: District): number | null {
  if (a === 'ELSEWHERE' || b === 'ELSEWHERE') return null;
  const [[latA, lonA], [latB, lonB]] = [CENTROIDS[a], CENTROIDS[b]];
  const half =
    Math.sin(radians(latB - latA) / 2) ** 2 +
    Math.cos(radians(latA)) * Math.cos(radians(latB)) * Math.sin(radians(lonB - lonA) / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half)));
}
