/** Where Chromium is; installed first where we may. */
import { existsSync } from 'node:fs';
import { installPackage } from './run.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export async function findChromium(): Promise<string | undefined> {
  return placed() ?? (installPackage('chromium') ? placed() : undefined);
}

function placed(): string | undefined {
  return [process.env['CHROMIUM'], ...places].find((place) => place !== undefined && existsSync(place));
}
