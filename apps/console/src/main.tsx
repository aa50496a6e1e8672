import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './console.css';

const root = document.getElementById('console');
if (root === null) throw new Error('No place for the console.');
window.history.replaceState('first', '');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
