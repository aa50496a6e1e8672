import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { keepForLater } from './live/kept.js';
import { keptLook, showLook } from './look/look.js';
import './console.css';

const root = document.getElementById('console');
if (root === null) throw new Error('No place for the console.');
window.history.replaceState('first', '');
showLook(keptLook());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepForLater();
