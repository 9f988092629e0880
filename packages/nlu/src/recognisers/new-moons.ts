import { addDays } from './calendar-days'

/*
 * New moons by Jean Meeus, Astronomical Algorithms, 2nd ed., chapter 49: within some seconds. The calendar that comes with
 * Node misses by minutes, and where a new moon falls near midnight (6 February 2027, 23:56 in China) by a day.
 */

/** Of the sine of: multiples of the sun's anomaly, of the moon's, of its latitude; in days. */
const TERMS: readonly (readonly [days: number, sun: number, moon: number, latitude: number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
  [-0.00007, 2, 1, 0],
]

/** Of the planets: days, and an angle at the first lunation of 2000 with its growth a lunation, in degrees. */
const PLANETS: readonly (readonly [days: number, angle: number, growth: number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
]

const DAY_MS = 86_400_000
const LUNATION = 29.530588861
/** Noon of 1 January 2000. */
const EPOCH = Date.UTC(2000, 0, 1, 12)
const FIRST = 5.09766
/** The earth's turning lags behind uniform time: by so much in these decades. */
const LAG_DAYS = 71 / 86_400
const CHINA = 8 / 24

const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180)

/** In days since noon of 1 January 2000, world time. */
function newMoon(lunation: number): number {
  const t = lunation / 1236.85
  const flattening = 1 - 0.002516 * t - 0.0000074 * t * t
  const sun = 2.5534 + 29.1053567 * lunation - 0.0000014 * t * t
  const moon = 201.5643 + 385.81693528 * lunation + 0.0107582 * t * t
  const latitude = 160.7108 + 390.67050284 * lunation - 0.0016118 * t * t
  const node = 124.7746 - 1.56375588 * lunation + 0.0020672 * t * t
  const periodic = TERMS.map(
    ([days, s, m, l]) => days * flattening ** Math.abs(s) * sine(s * sun + m * moon + l * latitude),
  )
  const planets = PLANETS.map(([days, angle, growth]) => days * sine(angle + growth * lunation))
  const corrections = [...periodic, ...planets, -0.00017 * sine(node)].reduce((sum, one) => sum + one, 0)
  return FIRST + LUNATION * lunation + 0.00015437 * t * t + corrections - LAG_DAYS
}

/** The day in China of the new moon that is nearest to a day. */
export function newMoonDay(near: string): string {
  const days = (Date.parse(`${near}T12:00:00Z`) - EPOCH) / DAY_MS
  const moon = newMoon(Math.round((days - FIRST) / LUNATION))
  return addDays('2000-01-01', Math.floor(moon + 0.5 + CHINA))
}
