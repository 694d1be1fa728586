/** Starts the web app. */
import './ui/fonts.css';
import './ui/mantine.css';
import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App.tsx';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
if (!('toSorted' in Array.prototype && 'groupBy' in Map && 'withResolvers' in Promise && 'union' in Set.prototype && 'Iterator' in globalThis && 'fromAsync' in Array)) await import('./shell/older.browsers.ts');
createRoot(place).render(<StrictMode><App /></StrictMode>);
